using System.Numerics;

namespace Unrolled.Figures.Tests;

/// <summary>Pictures that are more than one chart, as the chapters draw them, and those that are hard to draw.</summary>
public static class PictureGallery
{
    public static TheoryData<string> Names => [.. All.Keys];

    internal static Drawing Of(string name) => All[name] switch
    {
        SmallMultiples panels => new(panels.ToSvg(), panels.ToPlotlyJson(), panels.ToString()),
        _ => throw new ArgumentException(name),
    };

    internal static SmallMultiples Multiples(string name) => (SmallMultiples)All[name];

    /// <summary>A picture in its three forms.</summary>
    internal sealed record Drawing(string Svg, string Plotly, string Text);

    private static readonly Dictionary<string, IPicture> All = new()
    {
        ["spectrum"] = SmallMultiples.Of("The circular law: eigenvalues and singular values of a Gaussian matrix",
            Figure.ComplexPlane("Eigenvalues").Points("λ(W_hh)", Steps(200).Select(i => Complex.FromPolarCoordinates(Math.Sqrt(i / 200), i * 2.4))),
            Figure.Of("Singular values").Line("σ_i", Steps(200).Select(i => 2 * (1 - i / 200))).HorizontalLine("ρ", 1).XAxis("i").YAxis("σ_i"))
            .Size(860, 360).Named("spectrum"),
        ["linear and tanh"] = SmallMultiples.Of("Gradient norm against lag", Decay("identity", 1), Decay("tanh", 0.97)).WithSharedY().WithSharedX(),
        ["three columns"] = SmallMultiples.Of("Three activations", Curve("tanh", Math.Tanh), Curve("sigmoid", a => 1 / (1 + Math.Exp(-a))),
            Curve("ReLU", a => Math.Max(0, a))).Columns(3).Size(860, 240).WithSharedX(),
        ["wall and bifurcation"] = SmallMultiples.Of("The wall is a bifurcation", Gallery.Of("surface with a wall"),
            Figure.Of("Fixed points at w = 5").Line("stable", Steps(50), Steps(50).Select(Math.Sqrt))
                .Line("unstable", Steps(50), Steps(50).Select(i => 3 + i / 20), dashed: true, like: "stable")
                .VerticalLine("fold", 12).VerticalLine("the wall at w = 5", 14).XAxis("b").YAxis("x*")).Size(860, 340),
        ["all kinds"] = SmallMultiples.Of("", Gallery.Of("grouped bars"), Gallery.Of("heat map of a matrix"), Gallery.Of("contributions by lag"),
            Gallery.Of("forecast with band"), Gallery.Of("clipping by norm"), Gallery.Of("marks"), Gallery.Of("surface, log")).Size(800, 320),
        ["hard panels"] = SmallMultiples.Of(Gallery.Of("long labels").Layout.Title, Gallery.Of("long labels"), Gallery.Of("many thresholds"),
            Gallery.Of("no trace"), Gallery.Of("all NaN"), Gallery.Of("hostile text"), Gallery.Of("twenty series")).Size(500, 200).WithSharedY(),
        ["a log panel beside a negative one"] = SmallMultiples.Of("Log beside linear", Figure.Of("log").Line("y", [1, 10, 100]).YAxis("y", log: true),
            Figure.Of("linear").Line("y", [-5, 5]).YAxis("y")).WithSharedY(),
        ["too narrow"] = SmallMultiples.Of("Five columns", Enumerable.Repeat(Gallery.Of("small"), 5)).Columns(5).Size(240, 160),
        ["one panel"] = SmallMultiples.Of("One", Gallery.Of("one window")),
        ["no panels"] = SmallMultiples.Of("Nothing yet"),
    };

    private static IEnumerable<double> Steps(int count) => Gallery.Steps(count);

    private static Figure Decay(string title, double damping) => new[] { 0.5, 0.9, 1.0, 1.1, 1.5 }.Aggregate(Figure.Of(title), (figure, rho) => figure
        .Line("ρ = " + NumberText.Of(rho, 2), Steps(60).Select(k => Math.Pow(rho * damping, k)))).XAxis("lag k").YAxis("‖∂h_t/∂h_{t-k}‖", log: true);

    private static Figure Curve(string title, Func<double, double> f)
    {
        var a = Steps(81).Select(i => i / 10 - 4).ToList();
        return Figure.Of(title).Line("φ", a, a.Select(f)).Line("φ′", a, a.Select(x => (f(x + 1e-5) - f(x - 1e-5)) / 2e-5)).XAxis("a").YAxis("φ(a)");
    }
}
