using Microsoft.DotNet.Interactive.Formatting;

namespace Unrolled.Notebooks;

/// <summary>Turns a value into a MIME bundle through .NET Interactive's own formatter.</summary>
internal static class ValueFormatter
{
    /// <summary>The bundle for a value that a cell returns.</summary>
    /// <param name="value">Any value, null included.</param>
    public static MimeBundle Format(object? value) => Bundle(value, FormattedValue.CreateManyFromObject(value));

    /// <summary>The bundle for a value that a cell displays.</summary>
    public static MimeBundle Format(DisplayedValue displayed) => Bundle(displayed.Value, displayed.FormattedValues);

    // Jupyter asks for plain text beside every output, so that it can be read where nothing else can be drawn.
    // Who names other types than those the value's type prefers gets what was named and nothing more.
    private static MimeBundle Bundle(object? value, IReadOnlyList<FormattedValue> formatted)
    {
        var preferred = Formatter.GetPreferredMimeTypesFor(value?.GetType());
        IEnumerable<FormattedValue> all = formatted.Select(f => f.MimeType).SequenceEqual(preferred)
            ? [.. formatted, FormattedValue.CreateSingleFromObject(value, PlainTextFormatter.MimeType)]
            : formatted;
        return new MimeBundle(all.DistinctBy(f => f.MimeType).ToDictionary(f => f.MimeType, f => WithOneLineEnd(f.Value)));
    }

    // The package's own style sheets come with the line ends of the machine it was built on; a notebook has one kind.
    private static string WithOneLineEnd(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
