namespace Unrolled.Figures;

/// <summary>The MIME types under which figures and results stand in a notebook.</summary>
public static class MimeTypes
{
    /// <summary>A picture.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>A Plotly figure: an object with data and layout.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>Words and numbers.</summary>
    public const string Text = "text/plain";

    /// <summary>A fragment of a page.</summary>
    public const string Html = "text/html";

    /// <summary>A <see cref="Figures.Result"/>: an object with name, value and text.</summary>
    public const string Result = "application/vnd.unrolled.result+json";
}
