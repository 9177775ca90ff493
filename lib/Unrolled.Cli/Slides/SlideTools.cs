using System.Diagnostics;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Slides;

/// <summary>The programs that turn decks into pages: Node with Marp, and Chromium.</summary>
/// <param name="Folder">The slides folder, where npm puts Marp.</param>
/// <param name="Chromium">The browser's path.</param>
internal sealed record SlideTools(string Folder, string Chromium)
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "chrome", "msedge"];

    /// <summary>The tools of this machine, or what is missing and how to get it.</summary>
    public static (SlideTools? Tools, string Missing) Find(string folder)
    {
        if (OnPath("node") is null)
            return (null, "Node.js was not found. Install it from https://nodejs.org (on Debian: apt-get install nodejs npm), then try again.");
        if (!File.Exists(Marp(folder)))
            return (null, $"Marp is not installed. Run once: npm ci --prefix {folder}");
        var named = Environment.GetEnvironmentVariable("CHROME_PATH");
        return (string.IsNullOrEmpty(named) ? Browsers.Select(OnPath).FirstOrDefault(path => path is not null) : named) is { } chromium
            ? (new(folder, chromium), "")
            : (null, "Chromium was not found. Install it (on Debian: apt-get install chromium), or set CHROME_PATH to a Chromium, Chrome or Edge.");
    }

    /// <summary>Turns decks into pages of one kind.</summary>
    /// <param name="decks">A folder of decks without markers.</param>
    /// <param name="output">The folder to write to.</param>
    /// <param name="options">Further options of Marp: <c>--pdf</c>, <c>--template bare</c>.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="IOException">Marp failed; the message holds what it said.</exception>
    public async Task MarpAsync(string decks, string output, IEnumerable<string> options, CancellationToken cancel) =>
        await NodeAsync([Marp(Folder), "--no-stdin", "--allow-local-files", "--theme-set", Path.Combine(Folder, "theme.css"), "--input-dir", decks, "--output", output, .. options], cancel).ConfigureAwait(false);

    /// <summary>Measures pages in Chromium; returns a line for each thing that overflows.</summary>
    public async Task<IReadOnlyList<string>> OverflowAsync(IEnumerable<string> pages, CancellationToken cancel) =>
        (await NodeAsync([Path.Combine(Folder, "overflow.mjs"), .. pages], cancel).ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Marp(string folder) => Path.Combine(folder, "node_modules", "@marp-team", "marp-cli", "marp-cli.js");

    private async Task<string> NodeAsync(IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CHROME_PATH"] = Chromium;
        // Marp now and then leaves its browser's profile behind.
        using var temporary = new ScratchFolder();
        foreach (var name in (string[])["TMPDIR", "TEMP", "TMP"])
            start.Environment[name] = temporary.Path;
        if (Environment.IsPrivilegedProcess)
            start.Environment["CHROME_NO_SANDBOX"] = "1"; // As root, Chromium refuses to start with its sandbox.
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        try
        {
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            // Its folder is deleted next.
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        var said = await errors.ConfigureAwait(false);
        return process.ExitCode == 0 ? await output.ConfigureAwait(false) : throw new IOException($"{string.Join(' ', arguments.Take(2))} failed:\n{said}");
    }

    private static string? OnPath(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
