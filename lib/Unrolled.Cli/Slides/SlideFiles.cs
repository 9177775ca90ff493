using System.Text.Encodings.Web;
using System.Text.Json;

namespace Unrolled.Cli.Slides;

/// <summary>What the slides folder must hold: decks with fresh numbers, figures and results from the notebooks.</summary>
/// <param name="Decks">The decks, refreshed.</param>
/// <param name="Files">Every generated or refreshed file: its path in the slides folder, and its text.</param>
/// <param name="Problems">What in the decks can't be refreshed, each with the deck's name.</param>
internal sealed record SlideFiles(IReadOnlyList<Deck> Decks, IReadOnlyDictionary<string, string> Files, IReadOnlyList<string> Problems)
{
    public const string FigureFolder = "figures";
    public const string ResultsFile = "results.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="decks">The decks as they stand on disk.</param>
    /// <param name="course">What the notebooks show.</param>
    public static SlideFiles Of(IReadOnlyList<Deck> decks, CourseOutputs course)
    {
        var problems = new List<string>();
        // Chapters first: the combined decks include them as they have become.
        var chapters = decks.Where(deck => course.Cells.ContainsKey(deck.Name)).Select(deck => Refresh(deck, course, [], problems.Add)).ToList();
        var combined = decks.Where(deck => !course.Cells.ContainsKey(deck.Name)).Select(deck => Refresh(deck, course, chapters, problems.Add));
        IReadOnlyList<Deck> fresh = [.. chapters, .. combined];

        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { [ResultsFile] = ResultsJson(course) };
        foreach (var deck in fresh)
            files[$"{deck.Name}.md"] = deck.Text;
        foreach (var (name, svg) in course.Figures.Select(f => (f.Key, f.Value)).Concat(StepperSlides.Figures(course.Steppers)))
            files[$"{FigureFolder}/{name}.svg"] = svg;
        return new(fresh, files, problems);
    }

    private static Deck Refresh(Deck deck, CourseOutputs course, IReadOnlyList<Deck> chapters, Action<string> report)
    {
        void Problem(string what) => report($"{deck.Name}: {what}.");
        var text = Markers.Blocks(deck.Text, "include", name => Included(name, chapters), Problem);
        text = Markers.Blocks(text, "stepper", name => course.Steppers.TryGetValue(name, out var stepper) ? StepperSlides.Markdown(name, stepper) : null, Problem);
        return deck with { Text = Markers.Numbers(text, course.Results, Problem) };
    }

    private static string? Included(string what, IReadOnlyList<Deck> chapters)
    {
        var parts = what.Split(", ");
        var slides = chapters.FirstOrDefault(deck => deck.Name == parts[0])?.Slides.Where(slide => parts.Length == 1 || slide.Section == parts[1]).ToList();
        return slides is { Count: > 0 } ? string.Join("\n\n---\n\n", slides.Select(slide => slide.Text)) : null;
    }

    private static string ResultsJson(CourseOutputs course) =>
        JsonSerializer.Serialize(course.Results.ToDictionary(r => r.Key, r => new { text = r.Value.Text, value = r.Value.Value, notebook = r.Value.Notebook, cell = r.Value.Cell }), Readable) + "\n";
}
