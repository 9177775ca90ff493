using Microsoft.DotNet.Interactive.Formatting;

namespace Unrolled.Notebooks;

/// <summary>Turns a value into a MIME bundle through .NET Interactive's own formatter.</summary>
internal static class ValueFormatter
{
    private const string PlainText = "text/plain";

    /// <summary>The bundle for a value that a cell returns or displays.</summary>
    /// <param name="value">Any value, null included.</param>
    /// <param name="mimeTypes">The types wanted; none means those the value's type prefers, and plain text beside them,
    /// which Jupyter asks of every output so that it can be read where nothing else can be drawn.</param>
    public static MimeBundle Format(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        var wanted = mimeTypes.Count > 0 ? mimeTypes : [.. Formatter.GetPreferredMimeTypesFor(value?.GetType()), PlainText];
        return new MimeBundle(wanted.Distinct().ToDictionary(mimeType => mimeType, mimeType => Text(value, mimeType)));
    }

    // The package's own style sheets come with the line ends of the machine it was built on; a notebook has one kind.
    private static string Text(object? value, string mimeType) =>
        value.ToDisplayString(mimeType).Replace("\r\n", "\n", StringComparison.Ordinal);
}
