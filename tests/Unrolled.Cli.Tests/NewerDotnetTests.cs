using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Unrolled.Cli.Tests;

/// <summary>A machine whose .NET is newer than the course's. The newer one is not here, so the course's copies ask for an older one than is here.</summary>
public sealed class NewerDotnetTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public NewerDotnetTests() => _workspace.Write("Unrolled.slnx", "");

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("9.0.100", true)]
    [InlineData("999.0.100", false)]
    public void The_course_is_built_by_the_SDK_it_asks_for_or_any_newer_one(string asked, bool accepted)
    {
        var global = JsonNode.Parse(File.ReadAllText(Path.Combine(CourseCopy.Repository, "global.json")))!;
        global["sdk"]!["version"] = asked;
        _workspace.Write("global.json", global.ToJsonString());
        Assert.Equal(accepted, Dotnet("--version") == 0);
    }

    [Theory]
    [InlineData("Unrolled.Cli")]
    [InlineData("Unrolled.Kernel")]
    public void What_the_course_starts_runs_on_the_runtime_it_is_built_for_or_any_newer_one(string program)
    {
        var built = program == "Unrolled.Cli" ? AppContext.BaseDirectory : Path.Combine(CourseCopy.Repository, "lib", "bin", "kernel");
        var options = JsonNode.Parse(File.ReadAllText(Path.Combine(built, program + ".runtimeconfig.json")))!;
        options["runtimeOptions"]!["framework"]!["version"] = "9.0.0";
        var older = _workspace.Write("older.runtimeconfig.json", options.ToJsonString());
        Assert.Equal(0, Dotnet("exec", "--runtimeconfig", older, Path.Combine(built, program + ".dll"), "--help"));
    }

    [Fact]
    public void The_doctor_names_an_SDK_that_is_too_old_and_says_what_to_install()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The old dotnet is a Unix script.");
        var dotnet = _workspace.Write("dotnet", "#!/bin/sh\n[ \"$1\" = --list-sdks ] && echo '8.0.404 [/sdk]' && echo '9.0.100 [/sdk]' && exit 0\nexit 145\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Doctor().AssertRefused(1, "too old: 8.0.404, 9.0.100", "install the .NET SDK 10 or newer");
    }

    [Fact]
    public void The_doctor_says_what_to_install_when_there_is_no_SDK() => Doctor().AssertRefused(1, "install the .NET SDK 10 or newer");

    // Not by "dotnet Unrolled.Cli.dll": a process finds the dotnet that runs it before any on the search path.
    private CliResult Doctor()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Unrolled.Cli"), ["doctor"])
        {
            WorkingDirectory = _workspace.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = _workspace.Folder;
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        return new CliProcess(Process.Start(start)!).Result();
    }

    private int Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _workspace.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new CliProcess(Process.Start(start)!).Result().ExitCode;
    }
}
