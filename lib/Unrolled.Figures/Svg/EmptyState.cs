namespace Unrolled.Figures;

/// <summary>Says why a figure has nothing to show.</summary>
internal static class EmptyState
{
    public static string Reason(Figure figure)
    {
        var points = figure.Data.SelectMany(Figure.Outline).ToList();
        if (points.Count == 0) return "no data";
        return points.Any(p => double.IsFinite(p.X) && double.IsFinite(p.Y))
            ? "no data: a logarithmic axis shows positive values only"
            : "no data: every value is NaN or infinite";
    }
}
