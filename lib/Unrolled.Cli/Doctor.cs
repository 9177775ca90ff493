using System.Diagnostics;
using Unrolled.Cli.Kernels;
using Unrolled.Notebooks;

namespace Unrolled.Cli;

/// <summary>One thing the course needs or can use.</summary>
/// <param name="What">Its name.</param>
/// <param name="Ok">Whether it is there and works.</param>
/// <param name="Needed">Whether the course fails without it.</param>
/// <param name="State">What was found.</param>
/// <param name="Mend">The command or step that mends it; empty when nothing is to be done.</param>
internal sealed record Finding(string What, bool Ok, bool Needed, string State, string Mend);

/// <summary>Looks at this machine with the eyes of the course.</summary>
internal static class Doctor
{
    private const string Build = "dotnet build";

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(CourseFolder course, CancellationToken cancel) =>
    [
        await SdkAsync(course, cancel).ConfigureAwait(false),
        Built("course library", course.CourseLibrary, course),
        Built("notebook worker", course.Kernel, course),
        await CellAsync(course, cancel).ConfigureAwait(false),
        Chapters(course),
        Writable(course),
        await ToolAsync("Visual Studio Code", "code", "install it to open the notebooks in an editor", cancel).ConfigureAwait(false),
        await ToolAsync("Jupyter", "jupyter", "install it to open the notebooks in a browser", cancel).ConfigureAwait(false),
        JupyterKernel(),
    ];

    private static async Task<Finding> SdkAsync(CourseFolder course, CancellationToken cancel)
    {
        const string What = ".NET SDK";
        // Asked in the course's folder, where global.json says which versions will do.
        var (exitCode, output) = await RunAsync("dotnet", ["--version"], course.Root, cancel).ConfigureAwait(false);
        if (exitCode == 0)
            return new Finding(What, true, true, output.Trim(), "");
        var (_, installed) = await RunAsync("dotnet", ["--list-sdks"], course.Root, cancel).ConfigureAwait(false);
        var versions = installed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]).ToList();
        return new Finding(What, false, true, versions.Count > 0 ? $"too old: {string.Join(", ", versions)}" : "not found",
            "install the .NET SDK 10 or newer: https://dotnet.microsoft.com/download");
    }

    private static Finding Built(string what, string path, CourseFolder course) => File.Exists(path)
        ? new Finding(what, true, true, Path.GetRelativePath(course.Root, path), "")
        : new Finding(what, false, true, "not built", Build);

    private static async Task<Finding> CellAsync(CourseFolder course, CancellationToken cancel)
    {
        const string What = "running a cell";
        try
        {
            var options = new RunOptions { KernelPath = course.Kernel, Directory = course.Root };
            var worker = await CellWorker.StartAsync(options, cancel).ConfigureAwait(false);
            await using (worker.ConfigureAwait(false))
            {
                var clock = Stopwatch.StartNew();
                var status = await worker.RunAsync(new ExecuteRequest(1, "6 * 7"), options.CellTimeLimit, _ => { }, cancel).ConfigureAwait(false);
                return new Finding(What, status == CellStatus.Ok, true,
                    Invariant($"{status}, first cell {clock.Elapsed.TotalSeconds:0.0} s"), "");
            }
        }
        catch (Exception e) when (e is FileNotFoundException or WorkerException)
        {
            return new Finding(What, false, true, "the worker did not start", Build);
        }
    }

    private static Finding Chapters(CourseFolder course)
    {
        var count = Directory.Exists(course.Notebooks) ? Directory.EnumerateFiles(course.Notebooks, "*.ipynb").Count() : 0;
        return new Finding("chapters", count > 0, true, Invariant($"{count} found"), count > 0 ? "" : "git checkout -- notebooks");
    }

    private static Finding Writable(CourseFolder course)
    {
        try
        {
            using (File.Create(Path.Combine(course.Root, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose))
            {
            }

            return new Finding("writing in the course's folder", true, false, "allowed", "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding("writing in the course's folder", false, false, "not allowed", "clone the course into a folder of your own");
        }
    }

    private static Finding JupyterKernel()
    {
        const string What = "C# kernel for Jupyter";
        string[] installed = [.. new[] { KernelSpec.NotebooksName, KernelSpec.DefaultName }.Where(name => KernelSpec.Of(name).IsInstalled)];
        return installed.Length > 0
            ? new Finding(What, true, false, string.Join(", ", installed), "")
            : new Finding(What, false, false, "not installed", $"dotnet run --project lib/Unrolled.Cli -- kernel install --name {KernelSpec.NotebooksName}");
    }

    private static async Task<Finding> ToolAsync(string what, string command, string mend, CancellationToken cancel)
    {
        var (exitCode, output) = await RunAsync(command, ["--version"], null, cancel).ConfigureAwait(false);
        return exitCode == 0
            ? new Finding(what, true, false, output.Split('\n')[0].Trim(), "")
            : new Finding(what, false, false, "not found", mend);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string command, string[] arguments, string? folder, CancellationToken cancel)
    {
        try
        {
            var start = new ProcessStartInfo(command, arguments)
            {
                WorkingDirectory = folder ?? "",
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(cancel);
            var output = await process.StandardOutput.ReadToEndAsync(cancel).ConfigureAwait(false);
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
            await errors.ConfigureAwait(false);
            return (process.ExitCode, output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "");
        }
    }
}
