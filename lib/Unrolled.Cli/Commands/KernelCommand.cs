using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Unrolled.Cli.Kernels;

namespace Unrolled.Cli.Commands;

/// <summary><c>kernel</c>: lets Jupyter find the course's kernel.</summary>
internal static class KernelCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var name = new Option<string>("--name")
        {
            Description = $"The name that Jupyter knows it by. The notebooks ask for {KernelSpec.NotebooksName}, which .NET Interactive uses as well.",
            DefaultValueFactory = _ => KernelSpec.DefaultName,
            HelpName = "NAME",
        };
        var install = new Command("install", "Let Jupyter find the course's C# kernel, for this user. A kernel that is not the course's is never overwritten.") { name };
        install.SetAction(parsed => Install(console, KernelSpec.Of(parsed.GetValue(name)!)));
        var uninstall = new Command("uninstall", "Undo \"kernel install\".") { name };
        uninstall.SetAction(parsed => Uninstall(console, KernelSpec.Of(parsed.GetValue(name)!)));

        var connection = new Option<string>("--connection-file") { Description = "The ports and the key, as Jupyter writes them.", Required = true, HelpName = "FILE" };
        var start = new Command("start", "Start the kernel for a client that is to connect. Jupyter does this by itself.") { connection };
        start.SetAction((parsed, cancel) => StartAsync(parsed.GetValue(connection)!, cancel));
        return new Command("kernel", "The course's kernel for Jupyter.") { install, uninstall, start };
    }

    private static int Install(IAnsiConsole console, KernelSpec spec)
    {
        spec.Install(BuiltKernel());
        console.Write(new Text($"The kernel {spec.Name} is installed in {spec.Folder}.\n"));
        if (spec.Name != KernelSpec.NotebooksName)
            console.Hint($"The notebooks ask for {KernelSpec.NotebooksName}: choose {spec.Name} when Jupyter asks, or install with --name {KernelSpec.NotebooksName} as well.");
        return ExitCode.Pass;
    }

    private static int Uninstall(IAnsiConsole console, KernelSpec spec)
    {
        if (!spec.Uninstall())
        {
            console.Error($"There is no kernel {spec.Name} in {JupyterFolder.Kernels}.");
            return ExitCode.Failures;
        }

        console.Write(new Text($"The kernel {spec.Name} is removed from {JupyterFolder.Kernels}.\n"));
        return ExitCode.Pass;
    }

    private static async Task<int> StartAsync(string connectionFile, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Unrolled.Notebooks.DotnetHost.Path, [BuiltKernel(), "start", "--connection-file", connectionFile]);
        // By this number the kernel notices that it was left alone.
        start.Environment.TryAdd("JPY_PARENT_PID", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        using var kernel = Process.Start(start)!;
        await kernel.WaitForExitAsync(cancel).ConfigureAwait(false);
        return kernel.ExitCode;
    }

    private static string BuiltKernel() => CourseFolder.Find().Kernel is var path && File.Exists(path)
        ? path
        : throw new FileNotFoundException($"The kernel {path} does not exist. Run dotnet build in the repository's root folder first.", path);
}
