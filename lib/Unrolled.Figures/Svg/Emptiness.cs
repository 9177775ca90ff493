namespace Unrolled.Figures;

/// <summary>Says why a figure has nothing to show.</summary>
internal static class Emptiness
{
    public static string Reason(Figure figure)
    {
        var values = figure.Data.Sum(trace => trace is Scatter s ? s.Y.Length : trace is Band b ? b.X.Length : 0);
        if (values == 0) return "no data";
        var finite = figure.Data.OfType<Scatter>().Any(s => s.X.Zip(s.Y).Any(p => double.IsFinite(p.First) && double.IsFinite(p.Second)));
        return finite ? "no data: a logarithmic axis shows positive values only" : "no data: every value is NaN or infinite";
    }
}
