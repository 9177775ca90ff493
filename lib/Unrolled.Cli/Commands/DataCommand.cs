using System.CommandLine;
using System.Text;
using Spectre.Console;
using Unrolled.Data;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Commands;

/// <summary><c>data simulate</c>: makes the course's price series again.</summary>
internal static class DataCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var folder = new Option<string?>("--out") { Description = "The folder to write to. Default: the course's data folder.", HelpName = "DIR" };
        var simulate = new Command("simulate", "Make the simulated price series again, byte for byte.") { folder };
        simulate.SetAction(parsed => Simulate(console, parsed.GetValue(folder)));
        return new Command("data", "The course's data.") { simulate };
    }

    private static int Simulate(IAnsiConsole console, string? folder)
    {
        folder ??= CourseFolder.Find().Data;
        if (!Directory.Exists(folder))
            throw new UsageException($"The folder {folder} does not exist. Make it first, or leave --out away.");
        foreach (var (fileName, csv) in PriceSimulation.Files)
        {
            var path = Path.Combine(folder, fileName);
            var bytes = Encoding.UTF8.GetBytes(csv);
            var unchanged = File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
            if (!unchanged)
                AtomicFile.Write(path, stream => stream.Write(bytes));
            console.Write(new Text($"{fileName}: {(unchanged ? "unchanged" : "written")}\n"));
        }

        return ExitCode.Pass;
    }
}
