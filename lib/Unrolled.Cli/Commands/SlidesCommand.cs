using System.CommandLine;
using Spectre.Console;
using Unrolled.Cli.Slides;

namespace Unrolled.Cli.Commands;

/// <summary><c>slides</c>: keeps the decks' numbers and figures equal to the notebooks', and makes pages of them.</summary>
internal static class SlidesCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var write = new Command("write", "Take every named figure and number out of the committed notebooks into the slides.");
        write.SetAction(_ => Write(console));

        var noOverflow = new Option<bool>("--no-overflow") { Description = "Leave out the measurement of overflow, which needs Node.js and Chromium." };
        var check = new Command("check", "Find stale numbers and figures, missing or unused figures, figures without alt text, and overflow.") { noOverflow };
        check.SetAction((parsed, cancel) => CheckAsync(console, parsed.GetValue(noOverflow), cancel));

        var output = new Option<string?>("--out") { Description = "The folder to write to. Default: slides/build.", HelpName = "DIR" };
        var dark = new Option<bool>("--dark") { Description = "Light text on a dark ground." };
        var build = new Command("build", "Make an HTML and a PDF file of every deck. Needs Node.js and Chromium; works offline.") { output, dark };
        build.SetAction((parsed, cancel) => BuildAsync(console, parsed.GetValue(output), parsed.GetValue(dark), cancel));

        return new Command("slides", "The lecture slides.") { write, check, build };
    }

    private static int Write(IAnsiConsole console)
    {
        var (folder, fresh, course) = Read();
        foreach (var file in folder.Write(fresh))
            console.Write(new Text($"{file}: {(fresh.Files.ContainsKey(file) ? "written" : "removed")}\n"));
        return Report(console, [.. fresh.Problems, .. DeckRules.Violations(fresh, course)], fresh);
    }

    private static async Task<int> CheckAsync(IAnsiConsole console, bool noOverflow, CancellationToken cancel)
    {
        var (folder, fresh, course) = Read();
        List<string> problems = [.. fresh.Problems, .. folder.Stale(fresh).Select(file => $"{file} is not what the notebooks say. Run: slides write"), .. DeckRules.Violations(fresh, course)];
        var (tools, missing) = noOverflow ? (null, "It was left out by --no-overflow.") : SlideTools.Find(folder.Path);
        if (tools is null)
            console.Hint($"overflow not checked. {missing}");
        else
            problems.AddRange(await SlidePages.OverflowAsync(tools, fresh, cancel).ConfigureAwait(false));
        return Report(console, problems, fresh);
    }

    private static async Task<int> BuildAsync(IAnsiConsole console, string? output, bool dark, CancellationToken cancel)
    {
        var (folder, fresh, _) = Read();
        var (tools, missing) = SlideTools.Find(folder.Path);
        if (tools is null)
            throw new IOException(missing);
        output ??= Path.Combine(folder.Path, "build");
        if (File.Exists(output))
            throw new UsageException($"{output} is a file; --out names a folder.");
        await SlidePages.BuildAsync(tools, fresh, Path.GetFullPath(output), dark, kind => console.Hint($"making {kind} …"), cancel).ConfigureAwait(false);
        console.Write(new Text(Invariant($"{fresh.Decks.Count} decks as HTML and PDF in {output}\n")));
        return ExitCode.Pass;
    }

    private static (SlideFolder Folder, SlideFiles Fresh, CourseOutputs Course) Read()
    {
        var found = CourseFolder.Find();
        var course = CourseOutputs.Read(Chapter.Select([], found));
        var folder = new SlideFolder(found.Slides);
        return (folder, SlideFiles.Of(folder.Decks(), course), course);
    }

    private static int Report(IAnsiConsole console, List<string> problems, SlideFiles fresh)
    {
        foreach (var problem in problems)
            console.Error(problem);
        var slides = fresh.Decks.Sum(deck => deck.Slides.Count);
        console.Write(new Text(Invariant($"{fresh.Decks.Count} decks, {slides} slides, {problems.Count} problems\n")));
        return problems.Count == 0 ? ExitCode.Pass : ExitCode.Failures;
    }
}
