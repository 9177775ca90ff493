using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Unrolled.Figures;

/// <summary>Several figures as the panels of one picture, in rows and columns under one title, with one name and one alt text.</summary>
/// <remarks>
/// The panels take their size from the whole. Their plots stand in line; with shared axes they can be compared at a glance.
/// <code>
/// SmallMultiples.Of("Eigenvalues and singular values", eigenvalues, singularValues)
///     .Columns(2).Size(860, 340).Named("spectrum")
/// </code>
/// </remarks>
[TypeFormatterSource(typeof(SmallMultiplesFormatters), PreferredMimeTypes = [MimeTypes.Svg, MimeTypes.Plotly, MimeTypes.Text])]
public sealed record SmallMultiples : IPicture
{
    /// <summary>The title above all panels.</summary>
    public string Title { get; init; } = "";

    /// <summary>The name by which slides find the picture.</summary>
    public string Name { get; init; } = "";

    /// <summary>The panels, row by row. Their sizes and names do not count.</summary>
    public ImmutableArray<Figure> Panels { get; init; } = [];

    /// <summary>How many panels stand beside each other.</summary>
    public int ColumnCount { get; init; } = 2;

    /// <summary>The width of the whole in pixels. It grows where a panel would be too narrow for its labels.</summary>
    public int Width { get; init; } = 800;

    /// <summary>The height of one panel in pixels. A row grows where titles or legends need it.</summary>
    public int PanelHeight { get; init; } = 300;

    /// <summary>Whether all panels show the same range of x.</summary>
    public bool SharesX { get; init; }

    /// <summary>Whether all panels show the same range of y.</summary>
    public bool SharesY { get; init; }

    /// <summary>Puts figures together.</summary>
    /// <param name="title">The title above all panels; each figure's own title stands above its panel.</param>
    /// <param name="panels">The figures, row by row.</param>
    public static SmallMultiples Of(string title, params IEnumerable<Figure> panels) => new() { Title = title, Panels = [.. panels] };

    /// <summary>Sets how many panels stand beside each other; 2 unless told.</summary>
    /// <param name="count">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public SmallMultiples Columns(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return this with { ColumnCount = count };
    }

    /// <summary>Sets the size; 800 and 300 unless told.</summary>
    /// <param name="width">The width of the whole in pixels, at least 240.</param>
    /// <param name="panelHeight">The height of one panel in pixels, at least 160.</param>
    /// <exception cref="ArgumentOutOfRangeException">A panel with readable labels does not fit into so few pixels.</exception>
    public SmallMultiples Size(int width, int panelHeight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, Figure.LeastWidth);
        ArgumentOutOfRangeException.ThrowIfLessThan(panelHeight, Figure.LeastHeight);
        return this with { Width = width, PanelHeight = panelHeight };
    }

    /// <summary>Gives all panels the range of x that shows the data of all. Ranges that were asked for count as data.</summary>
    public SmallMultiples WithSharedX() => this with { SharesX = true };

    /// <summary>Gives all panels the range of y that shows the data of all. Ranges that were asked for count as data.</summary>
    public SmallMultiples WithSharedY() => this with { SharesY = true };

    /// <summary>The same picture under a name by which slides and tests find it.</summary>
    /// <param name="name">Lower-case letters, digits, dots and hyphens, such as "spectrum".</param>
    /// <exception cref="ArgumentException">The name holds other characters.</exception>
    public SmallMultiples Named(string name) => this with { Name = Names.Checked(name) };

    /// <summary>The picture as a self-contained SVG image (<c>image/svg+xml</c>).</summary>
    public string ToSvg() => SmallMultiplesRenderer.Render(this);

    /// <summary>The picture in a page: its SVG.</summary>
    public string ToHtml() => ToSvg();

    /// <summary>The panels as the subplots of one Plotly figure (<c>application/vnd.plotly.v1+json</c>).</summary>
    public string ToPlotlyJson() => PlotlyMultiples.Render(this);

    /// <summary>All panels in words and numbers: the alt text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Title);
        foreach (var (i, panel) in Panels.Index())
            text.Append(CultureInfo.InvariantCulture, $"\npanel {i + 1} of {Panels.Length}: {panel}");
        return Panels.Length > 0 ? text.ToString() : $"{Title}\nno panels".TrimStart();
    }
}
