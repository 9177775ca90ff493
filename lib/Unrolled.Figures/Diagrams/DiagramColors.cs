namespace Unrolled.Figures;

/// <summary>The colours of diagrams. None carries a meaning alone: thickness, shape and labels say the same.</summary>
internal static class DiagramColors
{
    public const string GroupFill = "#f6f8fa";

    public static string Line(Emphasis emphasis) => emphasis switch
    {
        Emphasis.Strong => Palette.Colors[1],
        Emphasis.Second => Palette.Colors[0],
        Emphasis.Faded => Palette.AxisLine,
        _ => Palette.Muted,
    };

    public static string Outline(Emphasis emphasis) => emphasis == Emphasis.None ? Palette.Text : Line(emphasis);

    /// <summary>The text in a node, which may stand on a tint.</summary>
    public static string Text(Emphasis emphasis) => emphasis == Emphasis.Faded ? Palette.Muted : Palette.Text;

    /// <summary>The text beside an edge, in its colour.</summary>
    public static string Label(Emphasis emphasis) =>
        emphasis is Emphasis.Strong or Emphasis.Second ? Palette.ForText(Line(emphasis)) : Text(emphasis);

    // Tints of the lines, light enough for text upon them.
    public static string Fill(DiagramNode node) => node switch
    {
        { Emphasis: Emphasis.Strong } => "#fdeadf",
        { Emphasis: Emphasis.Second } => "#e4ecf9",
        { Kind: NodeKind.Parameter, Emphasis: Emphasis.None } => "#f1ecd8",
        { Kind: NodeKind.Function } => "#eef1f4",
        _ => Palette.Card,
    };
}
