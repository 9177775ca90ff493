using System.CommandLine;
using System.Text;
using Spectre.Console;
using Unrolled.Data;
using Unrolled.Experiments;

namespace Unrolled.Cli.Commands;

/// <summary><c>data simulate</c> and <c>data long-lags</c>: make the files of the data folder again.</summary>
internal static class DataCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var folder = new Option<string?>("--out") { Description = "The folder to write to. Default: the course's data folder.", HelpName = "DIR" };
        var simulate = new Command("simulate", "Make the simulated price series again, byte for byte.") { folder };
        simulate.SetAction(parsed => Simulate(console, parsed.GetValue(folder)));
        var longLags = new Command("long-lags", "Train RNN, GRU and LSTM on growing lags again (several minutes).") { folder };
        longLags.SetAction((parsed, cancel) => Task.FromResult(LongLagRuns(console, parsed.GetValue(folder), cancel)));
        return new Command("data", "The course's data.") { simulate, longLags };
    }

    private static int Simulate(IAnsiConsole console, string? folder)
    {
        folder = Existing(folder);
        foreach (var (fileName, csv) in PriceSimulation.Files)
            Write(console, folder, fileName, csv);
        return ExitCode.Pass;
    }

    private static int LongLagRuns(IAnsiConsole console, string? folder, CancellationToken cancel)
    {
        folder = Existing(folder);
        var (done, lines) = (0, new Lock());
        var results = Sweep.Run(LongLagStudy.All, Train, cancellation: cancel);
        Write(console, folder, LongLagCsv.FileName, LongLagCsv.Write(results.Select(r => r.Result)));
        return ExitCode.Pass;

        LongLagResult Train(LongLagRun run)
        {
            var result = LongLagStudy.Train(run);
            lock (lines)
            {
                var outcome = result.SolvedAfter is { } updates ? $"solved after {updates} updates" : "not solved";
                var number = $"{++done}/{LongLagStudy.All.Count}";
                console.Write(new Text($"{number} {run.Task}, {run.Cell}, T = {run.T}, seed {run.Seed}: {outcome}\n"));
            }

            return result;
        }
    }

    private static string Existing(string? folder)
    {
        folder ??= CourseFolder.Find().Data;
        return Directory.Exists(folder)
            ? folder
            : throw new UsageException($"The folder {folder} does not exist. Make it first, or leave --out away.");
    }

    private static void Write(IAnsiConsole console, string folder, string fileName, string csv)
    {
        var path = Path.Combine(folder, fileName);
        var bytes = Encoding.UTF8.GetBytes(csv);
        var unchanged = File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
        if (!unchanged)
            AtomicFile.Write(path, stream => stream.Write(bytes));
        console.Write(new Text($"{fileName}: {(unchanged ? "unchanged" : "written")}\n"));
    }
}
