namespace Unrolled.Figures;

/// <summary>A vector drawn from one point to another, such as a gradient before or after clipping. Its name stands at its tip.</summary>
/// <remarks>In Plotly a <c>scatter</c> trace of two points with an arrow as the second marker.</remarks>
public sealed record Arrow : Trace
{
    /// <summary>Where it starts.</summary>
    public (double X, double Y) From { get; init; }

    /// <summary>Where its tip stands.</summary>
    public (double X, double Y) To { get; init; }

    /// <summary>The pattern of its shaft.</summary>
    public Dash Dash { get; init; } = Dash.Solid;
}
