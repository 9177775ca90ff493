using System.Numerics;

namespace Unrolled.Figures.Tests;

/// <summary>Pictures that are more than one chart, as the chapters draw them, and those that are hard to draw.</summary>
public static class PictureGallery
{
    public static TheoryData<string> Names => [.. All.Keys];

    internal static Drawing Of(string name) => All[name] switch
    {
        SmallMultiples panels => new(panels.ToSvg(), panels.ToPlotlyJson(), panels.ToString()),
        ParallelCoordinates runs => new(runs.ToSvg(), runs.ToPlotlyJson(), runs.ToString()),
        _ => throw new ArgumentException(name),
    };

    internal static ParallelCoordinates Parallel(string name) => (ParallelCoordinates)All[name];

    internal static SmallMultiples Multiples(string name) => (SmallMultiples)All[name];

    /// <summary>A picture in its three forms.</summary>
    internal sealed record Drawing(string Svg, string Plotly, string Text);

    internal static readonly Dictionary<string, IPicture> All = new()
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
        ["sweep"] = Sweep("A sweep of 48 runs", i => 0.01 * (1 + i % 7) * Math.Pow(10, i % 4 - 1.0)).Named("sweep"),
        ["sweep with runs that diverged"] = Sweep("Some runs diverged", i => i % 5 == 0 ? double.NaN : i % 7 == 0 ? double.PositiveInfinity : i % 4 + 0.1)
            .ColoredBy("final loss").Size(860, 420),
        ["sweep coloured by its first axis"] = Sweep("Coloured by the learning rate", i => i).ColoredBy("learning rate λ"),
        ["sweep on a small picture"] = Sweep("Small", i => i + 1).Size(300, 200),
        ["sweep with long names"] = ParallelCoordinates.Of(Gallery.Of("long labels").Layout.Title)
            .Axis("an axis whose title explains what is measured and in which unit it is measured", Steps(30).Select(i => $"a long name of category number {i}"))
            .Axis("W_hh", Steps(30)).Axis("numbers with many digits", Steps(30).Select(i => 100 + 1e-7 * i)).Axis("one endless " + new string('w', 90), Steps(30)),
        ["one axis"] = ParallelCoordinates.Of("One axis").Axis("loss", [1, 2, 3]),
        ["names only"] = ParallelCoordinates.Of("Names only").Axis("cell", ["RNN", "GRU", "RNN"]).Axis("initialisation", ["identity", "Xavier", "Xavier"]),
        ["all diverged"] = ParallelCoordinates.Of("All diverged").Axis("λ", [0.1, 1], log: true).Axis("loss", [double.NaN, -1], log: true),
        ["constant axes"] = ParallelCoordinates.Of("Constant").Axis("λ", [0.1, 0.1], log: true).Axis("loss", [5, 5]),
        ["hostile names"] = ParallelCoordinates.Of("<&\"> \u0001").Axis("a<b", ["<script>", "]]>"]).Axis("x & y", [1, 2]),
        ["no runs"] = ParallelCoordinates.Of("No runs").Axis("loss", Array.Empty<double>()),
        ["no axes"] = ParallelCoordinates.Of("No axes"),
    };

    private static IEnumerable<double> Steps(int count) => Gallery.Steps(count);

    private static ParallelCoordinates Sweep(string title, Func<int, double> loss) => ParallelCoordinates.Of(title)
        .Axis("learning rate λ", Enumerable.Range(0, 48).Select(i => Math.Pow(10, i % 4 - 3.0)), log: true)
        .Axis("τ", Enumerable.Range(0, 48).Select(i => i / 4 % 3 * 2.0 + 1))
        .Axis("n_h", Enumerable.Range(0, 48).Select(i => 16.0 * (1 + i / 12 % 2)))
        .Axis("initialisation", Enumerable.Range(0, 48).Select(i => i / 24 == 0 ? "orthogonal" : "Gaussian, s = 0.01"))
        .Axis("final loss", Enumerable.Range(0, 48).Select(loss), log: true);

    private static Figure Decay(string title, double damping) => new[] { 0.5, 0.9, 1.0, 1.1, 1.5 }.Aggregate(Figure.Of(title), (figure, rho) => figure
        .Line("ρ = " + NumberText.Of(rho, 2), Steps(60).Select(k => Math.Pow(rho * damping, k)))).XAxis("lag k").YAxis("‖∂h_t/∂h_{t-k}‖", log: true);

    private static Figure Curve(string title, Func<double, double> f)
    {
        var a = Steps(81).Select(i => i / 10 - 4).ToList();
        return Figure.Of(title).Line("φ", a, a.Select(f)).Line("φ′", a, a.Select(x => (f(x + 1e-5) - f(x - 1e-5)) / 2e-5)).XAxis("a").YAxis("φ(a)");
    }
}
