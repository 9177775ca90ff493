namespace Unrolled.Figures;

internal sealed class DiagramFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Diagram>(MimeTypes.Svg, diagram => diagram.ToSvg()),
        new MimeFormatter<Diagram>(MimeTypes.Text, diagram => diagram.ToString()),
    ];
}
