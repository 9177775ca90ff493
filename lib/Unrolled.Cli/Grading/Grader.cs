using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Unrolled.Exercises;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Grading;

/// <summary>Runs students' notebooks and gathers what the checks in them say.</summary>
/// <remarks>
/// What stands in the file as output counts for nothing: only verdicts of this run do, and only those that a check sealed and told
/// (<see cref="Seal"/>), whether or not its cell shows them. A cell that fails does not end the run. One that takes its worker down is left out,
/// and the notebook is run once more without it.
/// </remarks>
internal sealed partial record Grader(CourseFolder Course, GradeLimits Limits, Sandbox Sandbox)
{
    public async Task<Graded> GradeAsync(HandIn handIn, CancellationToken cancel)
    {
        var graded = new Graded { Path = handIn.Path, Student = handIn.Student };
        try
        {
            graded = graded with { Content = handIn.Fingerprint() };
            var notebook = handIn.Read();
            using var workspace = new StudentWorkspace(Course, handIn);
            var options = new RunOptions
            {
                KernelPath = Course.Kernel,
                Directory = workspace.Notebooks,
                Environment = Limits.Environment.Add("TMPDIR", workspace.Temporary),
                Wrapper = Sandbox.WrapperFor(workspace.Root),
            };
            var run = new Run(notebook, options, Limits);
            await run.ToTheEndAsync(cancel).ConfigureAwait(false);
            return graded with
            {
                Checks = run.Checks(),
                Exercises = [.. run.Exercises()],
                Problems = [.. run.Problems.Select(p => p.Value), .. new[] { workspace.LeftOut }.OfType<string>()],
            };
        }
        catch (Exception e) when (e is HandInException or NotebookFormatException or WorkerException)
        {
            return graded with { Unreadable = e.Message };
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

        // What each cell's checks said in its last run: after a lost worker the cells run once more.
        private readonly SortedDictionary<int, List<Verdict>> _verdicts = [];

        public SortedDictionary<int, string> Problems { get; } = [];

        public ImmutableSortedDictionary<string, Checked> Checks() => _verdicts
            .SelectMany(cell => cell.Value.Select(verdict => (verdict, _cells[cell.Key].Source)))
            .GroupBy(given => given.verdict.Id)
            .ToImmutableSortedDictionary(given => given.Key, given =>
            {
                var best = given.MinBy(e => e.verdict.Rank);
                return new Checked(best.verdict with { Seal = null }, given.Count(), best.Source);
            });

        public IEnumerable<string> Exercises() =>
            _verdicts.Values.SelectMany(verdicts => verdicts).Select(verdict => verdict.Id)
                .Concat(notebook.Cells.Select(cell => cell.Id.Replace('-', '.'))).Where(id => Catalogue.Find(id) is not null);

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
                        Problems[i] = Invariant($"The notebook's {limits.Notebook.TotalSeconds} s were over before cell {i + 1}.");
                        break;
                    }

                    var status = await RunAsync(worker, i, left < limits.Cell ? left : limits.Cell, cancel).ConfigureAwait(false);
                    cancel.ThrowIfCancellationRequested();
                    if (status == CellStatus.Stuck)
                        return !_deadly.Add(i);
                }

                // What a cell left running may check at the very end.
                await worker.StopAsync(late => Hear(_cells.Count - 1, late)).ConfigureAwait(false);
            }

            return true;
        }

        private async Task<CellStatus> RunAsync(CellWorker worker, int i, TimeSpan limit, CancellationToken cancel)
        {
            ErrorOutput? error = null;
            _verdicts[i] = [];
            Problems.Remove(i);
            var source = SetUp().Replace(_cells[i].Source, "#load \"setup.csx\"");
            var status = await worker.RunAsync(new ExecuteRequest(i + 1, source, _cells[i].Language), limit, Take, cancel).ConfigureAwait(false);
            if (error is not null)
                Problems[i] = Invariant($"cell {i + 1} (id {_cells[i].Id}): {error.Name}: {error.Value}");
            return status;

            void Take(CellEvent output)
            {
                error = output.Output as ErrorOutput ?? error;
                Hear(i, output);
            }
        }

        private void Hear(int cell, CellEvent output)
        {
            if (Verdict.In(output.Output) is { } verdict && IsSealed(verdict))
                _verdicts[cell].Add(verdict);
        }

        private bool IsSealed(Verdict verdict) => verdict.Seal == Seal.Of(_key, verdict.Id, verdict.Outcome, verdict.Diagnosis);

        // From wherever the student's copy stood, the course's set-up is beside the notebook here.
        [GeneratedRegex("""^#load\s+"[^"]*\bsetup\.csx["]""", RegexOptions.Multiline)]
        private static partial Regex SetUp();

        private string Sealing() => 
            $"#r \"../lib/bin/course/Unrolled.Exercises.dll\"\n{typeof(Seal).FullName}.{nameof(Seal.SetKey)}(\"{_key}\", {typeof(CellHooks).FullName}.{nameof(CellHooks.Reporter)}(\"{Feedback.VerdictMimeType}\"));";
    }
}
