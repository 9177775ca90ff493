using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Unrolled.Exercises;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Grading;

/// <summary>Runs students' notebooks and gathers what the checks in them say.</summary>
/// <remarks>
/// What stands in the file as output counts for nothing: only verdicts of this run do, and only sealed ones (<see cref="Seal"/>). A cell
/// that fails does not end the run. One that takes its worker down is left out, and the notebook is run once more without it.
/// </remarks>
internal sealed partial record Grader(CourseFolder Course, GradeLimits Limits)
{
    public async Task<Graded> GradeAsync(string path, CancellationToken cancel)
    {
        try
        {
            var notebook = StudentNotebook.Read(path);
            using var workspace = new StudentWorkspace(Course);
            var options = new RunOptions { KernelPath = Course.Kernel, Directory = workspace.Notebooks, Environment = Limits.Environment };
            var run = new Run(notebook, options, Limits);
            await run.ToTheEndAsync(cancel).ConfigureAwait(false);
            return new Graded(path, run.Best, run.Exercises(), [.. run.Problems.OrderBy(p => p.Key).Select(p => p.Value)], null);
        }
        catch (Exception e) when (e is NotebookFormatException or WorkerException)
        {
            return Graded.Failed(path, e.Message);
        }
    }

    /// <summary>One notebook on its way through its workers.</summary>
    private sealed partial class Run(NotebookDocument notebook, RunOptions options, GradeLimits limits)
    {
        private readonly List<NotebookCell> _cells =
            [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code && !cell.Tags.Contains(CellTags.Optional))];

        private readonly string _key = RandomNumberGenerator.GetHexString(32);
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private readonly HashSet<int> _deadly = [];

        public Dictionary<string, Verdict> Best { get; } = [];

        public SortedDictionary<int, string> Problems { get; } = [];

        public HashSet<string> Exercises() =>
            Best.Keys.Concat(notebook.Cells.Select(cell => cell.Id.Replace('-', '.'))).Where(id => Catalogue.Find(id) is not null).ToHashSet();

        public async Task ToTheEndAsync(CancellationToken cancel)
        {
            while (!await FromTheTopAsync(cancel).ConfigureAwait(false))
            {
            }
        }

        // False if the worker was lost on the way.
        private async Task<bool> FromTheTopAsync(CancellationToken cancel)
        {
            var worker = await CellWorker.StartAsync(options, cancel).ConfigureAwait(false);
            await using (worker.ConfigureAwait(false))
            {
                if (await worker.RunAsync(new ExecuteRequest(0, Sealing()), limits.Cell, _ => { }, cancel).ConfigureAwait(false) != CellStatus.Ok)
                    throw new WorkerException("The course library could not be loaded for grading. Build it (dotnet build), or allow more time or memory.");
                foreach (var i in Enumerable.Range(0, _cells.Count).Where(i => !_deadly.Contains(i)))
                {
                    var left = limits.Notebook - _clock.Elapsed;
                    if (left <= TimeSpan.Zero)
                    {
                        Problems[i] = string.Create(CultureInfo.InvariantCulture,
                            $"The notebook's {limits.Notebook.TotalSeconds} s were over before cell {i + 1}.");
                        return true;
                    }

                    var status = await RunAsync(worker, i, left < limits.Cell ? left : limits.Cell, cancel).ConfigureAwait(false);
                    cancel.ThrowIfCancellationRequested();
                    if (status == CellStatus.Stuck)
                        return !_deadly.Add(i);
                }
            }

            return true;
        }

        private async Task<CellStatus> RunAsync(CellWorker worker, int i, TimeSpan limit, CancellationToken cancel)
        {
            ErrorOutput? error = null;
            var source = SetUp().Replace(_cells[i].Source, "#load \"setup.csx\"");
            var status = await worker.RunAsync(new ExecuteRequest(i + 1, source, _cells[i].Language), limit, Take, cancel).ConfigureAwait(false);
            if (error is not null)
                Problems[i] = string.Create(CultureInfo.InvariantCulture, $"cell {i + 1} (id {_cells[i].Id}): {error.Name}: {error.Value}");
            return status;

            void Take(CellEvent output)
            {
                error = output.Output as ErrorOutput ?? error;
                if (Verdict.In(output.Output) is { } verdict && IsSealed(verdict) && !(Best.GetValueOrDefault(verdict.Id)?.Rank <= verdict.Rank))
                    Best[verdict.Id] = verdict;
            }
        }

        private bool IsSealed(Verdict verdict) => verdict.Seal == Seal.Of(_key, verdict.Id, verdict.Outcome, verdict.Diagnosis);

        // From wherever the student's copy stood, the course's set-up is beside the notebook here.
        [GeneratedRegex("""^#load\s+"[^"]*\bsetup\.csx["]""", RegexOptions.Multiline)]
        private static partial Regex SetUp();

        private string Sealing() => $"#r \"../lib/bin/course/Unrolled.Exercises.dll\"\n{typeof(Seal).FullName}.{nameof(Seal.SetKey)}(\"{_key}\");";
    }
}
