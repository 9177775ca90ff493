using System.Diagnostics;
using System.Text;

namespace Unrolled.Cli.Tests;

/// <summary>The commands as a shell starts them, with their output redirected.</summary>
internal static class Cli
{
    public static CliResult Run(string folder, params IEnumerable<string> arguments) => Start(folder, arguments).Result();

    public static CliProcess Start(
        string folder, IEnumerable<string> arguments, string? locale = null, params IEnumerable<(string Name, string? Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Unrolled.Cli.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (locale is not null)
            start.Environment["LANG"] = start.Environment["LC_ALL"] = locale;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new CliProcess(Process.Start(start)!);
    }
}

internal sealed record CliResult(int ExitCode, string Standard, string Errors)
{
    public string Output => Standard + Errors;

    /// <summary>Holds for whatever goes wrong: a message, the exit code of a failure or of a wrong call, and no stack trace.</summary>
    public void AssertRefused(int exitCode, params IEnumerable<string> told)
    {
        Assert.True(exitCode == ExitCode, $"exit code {ExitCode}: {Output}");
        foreach (var text in told)
            Assert.Contains(text, exitCode == 2 ? Errors : Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Unrolled.", Output, StringComparison.Ordinal);
    }

    public void AssertPassed() => Assert.True(ExitCode == 0, Output);
}

internal sealed class CliProcess(Process process)
{
    private readonly Task<string> _output = process.StandardOutput.ReadToEndAsync();
    private readonly Task<string> _errors = process.StandardError.ReadToEndAsync();

    /// <summary>What Ctrl+C sends.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <param name="patience">How many times longer than usual it may take, for commands that do the work of many.</param>
    public CliResult Result(int patience = 1)
    {
        using (process)
        {
            if (!process.WaitForExit(patience * Patience.Limit))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail("The command does not end.");
            }

            return new CliResult(process.ExitCode, _output.Result, _errors.Result);
        }
    }
}
