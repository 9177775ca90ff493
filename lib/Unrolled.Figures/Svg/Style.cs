namespace Unrolled.Figures;

/// <summary>The sizes, in pixels, that all figures share.</summary>
internal static class Style
{
    /// <summary>The usual sans-serif fonts; none is wider than <see cref="TextMetrics"/> says.</summary>
    public const string Fonts = "Segoe UI, Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif";

    public const double TitleSize = 16;
    public const double PanelTitleSize = 14;
    public const double AxisTitleSize = 13;
    public const double LabelSize = 12;

    /// <summary>The distance from baseline to baseline, as a multiple of the font size.</summary>
    public const double LineHeight = 1.35;

    /// <summary>The empty rim around everything.</summary>
    public const double Margin = 12;

    /// <summary>The space between things that belong together.</summary>
    public const double Gap = 6;

    public const double TickLength = 4;
    public const double MarkerSize = 7;

    /// <summary>How far a label's baseline lies below the middle of its letters.</summary>
    public const double HalfLetter = 0.35 * LabelSize;

    /// <summary>The width of the sample in front of a legend entry.</summary>
    public const double KeyWidth = 24;

    /// <summary>The width of a label, an upper estimate.</summary>
    public static double LabelWidth(string label) => RichText.Parse(label).Width(LabelSize);

    /// <summary>The width of the widest of these labels; 0 for none.</summary>
    public static double Widest(IEnumerable<string> labels) => labels.Select(LabelWidth).DefaultIfEmpty().Max();

    /// <summary>A dash pattern as SVG writes it; null for an unbroken line.</summary>
    public static string? DashArray(Dash dash) => dash switch
    {
        Dash.Dash => "7 4",
        Dash.Dot => "2 3",
        Dash.DashDot => "8 3 2 3",
        _ => null,
    };
}
