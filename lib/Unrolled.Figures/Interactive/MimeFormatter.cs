namespace Unrolled.Figures;

/// <summary>One rendering of one type, in the shape .NET Interactive looks for: a MIME type and a <c>Format</c> method.</summary>
internal sealed class MimeFormatter<T>(string mimeType, Func<T, string> render)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value) return false;
        writer.Write(render(value));
        return true;
    }
}

internal sealed class FigureFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Figure>(MimeTypes.Svg, figure => figure.ToSvg()),
        new MimeFormatter<Figure>(MimeTypes.Plotly, figure => figure.ToPlotlyJson()),
        new MimeFormatter<Figure>(MimeTypes.Text, figure => figure.ToString()),
    ];
}

internal sealed class SmallMultiplesFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<SmallMultiples>(MimeTypes.Svg, panels => panels.ToSvg()),
        new MimeFormatter<SmallMultiples>(MimeTypes.Plotly, panels => panels.ToPlotlyJson()),
        new MimeFormatter<SmallMultiples>(MimeTypes.Text, panels => panels.ToString()),
    ];
}

internal sealed class ParallelFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<ParallelCoordinates>(MimeTypes.Svg, runs => runs.ToSvg()),
        new MimeFormatter<ParallelCoordinates>(MimeTypes.Plotly, runs => runs.ToPlotlyJson()),
        new MimeFormatter<ParallelCoordinates>(MimeTypes.Text, runs => runs.ToString()),
    ];
}

internal sealed class ResultFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Result>(MimeTypes.Text, result => result.ToString()),
        new MimeFormatter<Result>(MimeTypes.Result, result => result.ToJson()),
    ];
}

internal sealed class StepperFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Stepper>(MimeTypes.Html, stepper => stepper.ToHtml()),
        new MimeFormatter<Stepper>(MimeTypes.Text, stepper => stepper.ToString()),
    ];
}

internal sealed class SideBySideFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<SideBySide>(MimeTypes.Html, pictures => pictures.ToHtml()),
        new MimeFormatter<SideBySide>(MimeTypes.Text, pictures => pictures.ToString()),
    ];
}

internal sealed class TableFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Table>(MimeTypes.Html, table => table.ToHtml()),
        new MimeFormatter<Table>(MimeTypes.Text, table => table.ToString()),
    ];
}

internal sealed class DiagramFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Diagram>(MimeTypes.Svg, diagram => diagram.ToSvg()),
        new MimeFormatter<Diagram>(MimeTypes.Text, diagram => diagram.ToString()),
    ];
}
