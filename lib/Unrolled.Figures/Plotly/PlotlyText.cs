namespace Unrolled.Figures;

/// <summary>Labels in the small HTML that Plotly understands: sub, sup and entities.</summary>
internal static class PlotlyText
{
    public static string Of(string label) => string.Concat(RichText.Parse(label).Runs.Select(run => run.Level switch
    {
        RichText.Level.Sub => $"<sub>{Escaped(run.Text)}</sub>",
        RichText.Level.Super => $"<sup>{Escaped(run.Text)}</sup>",
        _ => Escaped(run.Text),
    }));

    /// <summary>Lines one below the other.</summary>
    public static string Of(IEnumerable<string> lines) => string.Join("<br>", lines.Select(Of));

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
