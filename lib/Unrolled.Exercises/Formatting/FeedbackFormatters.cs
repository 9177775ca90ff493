using Unrolled.Figures;

namespace Unrolled.Exercises;

internal sealed class FeedbackFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Feedback>(MimeTypes.Html, feedback => feedback.ToHtml()),
        new MimeFormatter<Feedback>(MimeTypes.Text, feedback => feedback.ToString()),
        new MimeFormatter<Feedback>(Feedback.VerdictMimeType, feedback => VerdictJson.Of(feedback)),
    ];
}

internal sealed class NoteFormatters
{
    public const string Markdown = "text/markdown";

    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Note>(Markdown, note => note.Markdown),
        new MimeFormatter<Note>(MimeTypes.Text, note => note.Markdown),
    ];
}
