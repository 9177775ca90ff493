using Unrolled.Figures;

namespace Unrolled.Exercises;

/// <summary>A text to read: a hint or a solution.</summary>
/// <param name="Markdown">The text, with LaTeX between dollar signs.</param>
[TypeFormatterSource(typeof(NoteFormatters), PreferredMimeTypes = [NoteFormatters.Markdown, MimeTypes.Text])]
public sealed record Note(string Markdown)
{
    /// <summary>The text as it is.</summary>
    public override string ToString() => Markdown;
}
