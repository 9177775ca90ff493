using System.Collections.Immutable;
using System.CommandLine;
using Unrolled.Exercises;
using Unrolled.Notebooks;

namespace Unrolled.Cli;

/// <summary>The arguments that <c>run</c> and <c>check</c> share.</summary>
internal sealed class NotebookOptions
{
    private readonly Argument<string[]> _chapters = new("chapters")
    {
        Description = "Chapters by number (02) or name (02-forward), or paths of notebooks. Default: all chapters.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _optional = new("--optional")
    {
        Description = "Also run cells tagged \"optional\", whose packages are not always restorable.",
    };

    private readonly Option<string[]> _sources = new("--source")
    {
        Description = "A local folder of NuGet packages for optional cells. May be given more than once.",
        HelpName = "DIR",
    };

    private readonly Option<double> _timeout = NumberOption.Seconds("--timeout", "How long one cell may run, in seconds.", 300);

    /// <summary>What a run by these commands passes is nobody's progress.</summary>
    public static ImmutableDictionary<string, string> NothingRemembered { get; } =
        ImmutableDictionary<string, string>.Empty.Add(Progress.Variable, "off");

    public NotebookOptions(Command command)
    {
        command.Arguments.Add(_chapters);
        command.Options.Add(_optional);
        command.Options.Add(_sources);
        command.Options.Add(_timeout);
    }

    public bool Optional(ParseResult parsed) => parsed.GetValue(_optional);

    /// <exception cref="UsageException">A chapter or package folder does not exist.</exception>
    public NotebookRuns Runs(ParseResult parsed)
    {
        var course = CourseFolder.Find();
        var sources = parsed.GetValue(_sources) ?? [];
        if (sources.FirstOrDefault(s => !Directory.Exists(s)) is { } missing)
            throw new UsageException($"The package folder {missing} (--source) does not exist.");
        return new NotebookRuns(Chapter.Select(parsed.GetValue(_chapters) ?? [], course), chapter => new RunOptions
        {
            KernelPath = course.Kernel,
            Directory = chapter.Directory,
            CellTimeLimit = TimeSpan.FromSeconds(parsed.GetValue(_timeout)),
            Optional = Optional(parsed),
            PackageSources = [.. sources.Select(Path.GetFullPath)],
            Environment = NothingRemembered,
        });
    }

    /// <summary>Every chapter with the options' default values.</summary>
    public static NotebookRuns Defaults()
    {
        var command = new Command("run");
        return new NotebookOptions(command).Runs(command.Parse([]));
    }
}
