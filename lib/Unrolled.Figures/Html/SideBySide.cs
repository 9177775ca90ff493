using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>Several pictures one beside the other, below each other where the page is narrow.</summary>
[TypeFormatterSource(typeof(SideBySideFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record SideBySide : IPicture
{
    /// <summary>The pictures, from left to right.</summary>
    public ImmutableArray<IPicture> Pictures { get; init; } = [];

    /// <summary>Puts pictures beside each other.</summary>
    /// <param name="pictures">Figures and tables, from left to right.</param>
    public static SideBySide Of(params IPicture[] pictures) => new() { Pictures = [.. pictures] };

    /// <summary>The pictures as an HTML fragment (<c>text/html</c>).</summary>
    public string ToHtml() => Html(Pictures);

    /// <summary>The alt texts of all pictures.</summary>
    public override string ToString() => string.Join("\n\n", Pictures);

    internal static string Html(ImmutableArray<IPicture> pictures) =>
        "<div style=\"display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start\">\n"
        + string.Concat(pictures.Select(picture => $"<div>{picture.ToHtml()}</div>\n"))
        + "</div>\n";
}
