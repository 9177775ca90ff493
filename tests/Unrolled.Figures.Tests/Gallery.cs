namespace Unrolled.Figures.Tests;

/// <summary>Figures as the chapters draw them, and those that are hard to draw.</summary>
public static class Gallery
{
    public static TheoryData<string> Names => [.. All.Keys];

    public static Figure Of(string name) => All[name];

    internal static readonly Dictionary<string, Figure> All = new()
    {
        ["one window"] = Figure.Of("One window of 20 prices").Line("scaled price", Wave(20), markers: true)
            .Line("prediction", Wave(20, 0.9), dashed: true)
            .XAxis("step t").YAxis("price (scaled to [0, 1])").Named("window"),
        ["gradient against lag"] = new[] { 0.5, 0.9, 1.0, 1.1, 1.5 }.Aggregate(Figure.Of("Gradient norm against lag"),
            (figure, rho) => figure.Line("ρ = " + NumberText.Of(rho, 2), Steps(100).Select(k => Math.Pow(rho, k)))).XAxis("lag k")
            .YAxis("‖∂h_t/∂h_{t-k}‖", log: true),
        ["forecast with band"] = Figure.Of("Forecast of the test part")
            .Band("95 % predictive interval", Steps(200), Wave(200, 1, -2), Wave(200, 1, 2))
            .Line("posterior mean", Wave(200)).Line("price", Wave(200, 1.05)).VerticalLine("test part begins", 100)
            .VerticalLine("crash", 104)
            .XAxis("business day").YAxis("price (USD)"),
        ["lines that end together"] = Enumerable.Range(0, 6).Aggregate(Figure.Of("Six runs"),
            (figure, i) => figure.Line($"run {i}", Wave(30, 1 + 0.001 * i))).HorizontalLine("noise floor", 0.1).XAxis("epoch")
            .YAxis("loss"),
        ["twenty series"] = Enumerable.Range(0, 20).Aggregate(Figure.Of("Twenty runs of the sweep"),
            (figure, i) => figure.Line($"run {i}, W_hh orthogonal", Wave(30, 1 + 0.1 * i))).XAxis("epoch").YAxis("loss"),
        ["threshold"] = Figure.Of("Gradient norm").Line("before", Wave(300, 8)).Line("after", Wave(300, 5)).HorizontalLine("τ = 5", 5)
            .XAxis("epoch").YAxis("‖g‖_2"),
        ["many thresholds"] = Enumerable.Range(0, 40).Aggregate(Figure.Of("Thresholds").Line("x", Wave(30)),
            (figure, i) => figure.HorizontalLine($"threshold {i}", 0.5).VerticalLine($"event {i}", 15)),
        ["long labels"] = Figure.Of("A title that is far too long for one line, because somebody wrote a whole sentence with W_hh and h_{t-1} where five words would do")
            .Line("a series whose name is as long as the sentence that explains what it is, in the very words of the chapter", Wave(30))
            .Line("short", Wave(30, 2))
            .HorizontalLine("a threshold with an explanation that would not fit beside the plot at all", 0.5)
            .XAxis("an axis title that also explains the unit (in business days since the first of January of the year before last)")
            .YAxis("another axis title which is too long to stand beside the plot (per cent per business day)"),
        ["one endless word"] = Figure.Of(new string('W', 300)).Line(new string('m', 200), Wave(5)).XAxis(new string('x', 200))
            .YAxis(new string('y', 200)),
        ["marks"] = Figure.Of("tanh").Line("tanh(a)", Steps(81).Select(i => i / 10 - 4), Steps(81).Select(i => Math.Tanh(i / 10 - 4)))
            .Mark("φ(0) = 0", 0, 0).Mark("here too", 0.05, 0.05).Mark("saturated", 4, 1).Mark("outside", 400, 1).XAxis("a", from: -4, to: 4)
            .YAxis("φ(a)"),
        ["crowded marks"] = Enumerable.Range(0, 9)
            .Aggregate(Figure.Of("Nine marks at one place").Line("y", Wave(20)),
                (figure, i) => figure.Mark($"the mark number {i}", 10 + 0.1 * i, 0.4)),
        ["lines that cannot be shown"] = Figure.Of("Norms").Line("‖g‖", [1, 10, 1e5]).HorizontalLine("not a number", double.NaN)
            .HorizontalLine("negative", -1).HorizontalLine("far above", 1e9).VerticalLine("infinite", double.PositiveInfinity)
            .Mark("nowhere", double.NaN, 1).Mark("below zero", 2, -1).XAxis("epoch").YAxis("norm", log: true, from: 0.1, to: 1e3),
        ["scatter"] = Figure.Of("Two classes").Points("class A", Wave(60), Wave(60, 2)).Points("class B", Wave(60, 1.5), Wave(60, 0.5))
            .XAxis("x_1").YAxis("x_2"),
        ["no trace"] = Figure.Of("Nothing yet").XAxis("t").YAxis("y"),
        ["empty series"] = Figure.Of("Empty").Line("nothing", []).XAxis("t").YAxis("y"),
        ["all NaN"] = Figure.Of("All NaN").Line("nan", [double.NaN, double.NaN]).XAxis("t").YAxis("y"),
        ["nothing positive on a log axis"] = Figure.Of("Log of negative numbers").Line("y", [-1, -2]).XAxis("t").YAxis("y", log: true),
        ["gaps"] = Figure.Of("Gaps").Line("with gaps", [1, 2, double.NaN, 4, double.NaN, 5, 6, double.PositiveInfinity, 3, 2.5])
            .Line("one point", [5], [3.5]).Line("empty", []),
        ["one point"] = Figure.Of("One point").Line("single", [42]).XAxis("t").YAxis("y"),
        ["constant"] = Figure.Of("Constant").Line("c", [0.7, 0.7, 0.7]).XAxis("t").YAxis("y"),
        ["huge"] = Figure.Of("Huge").Line("huge", [1e-300, 1e300, -1e300, 5e299]).XAxis("t").YAxis("y"),
        ["largest double"] = Figure.Of("Largest").Line("largest", [double.MaxValue, -double.MaxValue, double.Epsilon]).XAxis("t")
            .YAxis("y"),
        ["huge, log"] = Figure.Of("Huge on a log axis").Line("huge", [1e-300, 1e300, double.Epsilon, double.MaxValue]).XAxis("t")
            .YAxis("y (V)", log: true),
        ["tiny range"] = Figure.Of("Tiny range").Line("near 100", [100.00000012, 100.00000018, 100.00000013]).XAxis("t")
            .YAxis("price (USD)"),
        ["small numbers"] = Figure.Of("Small numbers").Line("s", [1.2e-7, 5.3e-7, 2.2e-7]).XAxis("t").YAxis("step size"),
        ["log, part of a decade"] = Figure.Of("Loss").Line("loss", [0.9, 0.5, 0.31, 0.22, 0.2]).XAxis("epoch").YAxis("loss", log: true),
        ["log, two decades"] = Figure.Of("Loss").Line("loss", Steps(200).Select(t => 30 / t)).XAxis("epoch", log: true)
            .YAxis("loss", log: true),
        ["100,000 points"] = Figure.Of("Noise").Line("noise", Steps(100_000).Select(t => Math.Sin(t / 7) * Math.Sin(t / 20_000)))
            .XAxis("sample").YAxis("value"),
        ["clipped"] = Figure.Of("Clipped to a range").Line("exp", Steps(50).Select(t => Math.Exp(t / 5)))
            .Band("band", Steps(50), Wave(50, 80, -50), Wave(50, 80, 40))
            .Points("points", Steps(50), Wave(50, 150)).XAxis("t", from: 5, to: 45).YAxis("y", from: 0, to: 100),
        ["wide last label"] = Figure.Of("A label under the right end").Line("", [0, 1e5], [0, 1]).XAxis("sample", from: 0, to: 1e5)
            .YAxis("y"),
        ["seven lines apart"] = Enumerable.Range(0, 7)
            .Aggregate(Figure.Of("Seven lines"), (figure, i) => figure.Line($"line {i}", Wave(10, 1, i))),
        ["small"] = Figure.Of("Small").Line("x", Wave(20)).Line("y", Wave(20, 2)).XAxis("step t").YAxis("price (USD)").Size(320, 220),
        ["smallest"] = Figure.Of("The smallest size with a title").Line("first", Wave(2000, 1e-5)).Line("second", Wave(20, -1e-5))
            .XAxis("step t").YAxis("price (USD)").Size(240, 160),
        ["slide"] = Figure.Of("For a slide").Line("x", Wave(20)).Line("y", Wave(20, 2)).XAxis("step t").YAxis("price (USD)").Size(960, 540),
        ["bars"] = Figure.Of("Time per step").Bars("", ["RNN", "GRU", "LSTM"], [1, 3.05, 4.1]).XAxis("cell")
            .YAxis("multiplications (relative to the RNN)"),
        ["grouped bars"] = Figure.Of("RMSE on the test part").Bars("random walk", ["RNN", "persistence", "noise floor"], [2.03, 1.71, 1.3])
            .Bars("with structure", ["RNN", "persistence", "autoregression"], [1.31, 1.62, 1.29]).HorizontalLine("goal", 1.45)
            .YAxis("RMSE (USD)"),
        ["signed bars"] = Figure.Of("Signed").Bars("b_h", [.. Steps(16).Select(i => $"h_{i}")], Wave(16, 1, -0.5)).XAxis("unit")
            .YAxis("bias"),
        ["bars with long names"] = Figure.Of("Long names")
            .Bars("seconds", ["plain recurrent network", "gated recurrent unit", "long short-term memory", "one-dimensional convolution",
                "self-attention",
            "bidirectional recurrent network", "encoder and decoder"], Wave(7)).YAxis("time (s)"),
        ["many bars"] = Figure.Of("Many").Bars("value", Steps(120).Select(i => $"category number {i}"), Wave(120)),
        ["log bars"] = Figure.Of("Bytes of the trace").Bars("full", ["10", "100", "1000"], [1e4, 1e5, 1e6])
            .Bars("truncated", ["10", "100", "1000"], [1e4, 2e4, 2e4])
            .XAxis("T (steps)").YAxis("memory (bytes)", log: true),
        ["no bars"] = Figure.Of("No bars").Bars("none", [], []).XAxis("cell").YAxis("s"),
        ["bars without values"] = Figure.Of("No values").Bars("none", ["a", "b"], [double.NaN, double.PositiveInfinity]),
        ["heat map of a matrix"] = Figure.Of("W_hh").Heatmap("weight", Field(8, 8, (i, j) => Math.Sin(i * j))).XAxis("from unit")
            .YAxis("to unit").Named("weights"),
        ["gates along a sequence"] = Figure.Of("Gate activity").Heatmap("activity", Field(4, 30, (i, t) => 0.5 + 0.5 * Math.Sin(i * t / 5)),
            rows: ["forget gate f_t", "input gate i_t", "output gate o_t", "candidate c̃_t"]).XAxis("step t").YAxis("gate"),
        ["heat map with many long names"] = Figure.Of("Names").Heatmap("share", Field(40, 12, (i, j) => i * j),
            rows: Steps(40).Select(i => $"row number {i} with a name that is long enough to be wrapped"), columns: Steps(12).Select(j => $"column {j}")),
        ["contributions by lag"] = Figure.Of("Contributions to ∂L/∂W_hh")
            .Heatmap("‖contribution‖_2", Field(20, 20, (t, k) => k <= t ? Math.Pow(0.4, t - k) : double.NaN), log: true)
            .XAxis("step k").YAxis("step t"),
        ["error surface"] = Figure.Of("Error surface of a one-unit network")
            .Heatmap("error E", Steps(60).Select(i => i / 10), Steps(40).Select(i => i / 10 - 4),
                Field(40, 60, (i, j) => Math.Abs(Math.Tanh(i / 3 - j / 4)))).XAxis("w").YAxis("b"),
        ["heat map with a path"] = Figure.Of("Descent")
            .Heatmap("E", Steps(20), Steps(20), Field(20, 20, (i, j) => (i - 10) * (i - 10) + (j - 10) * (j - 10)))
            .Line("descent", [3, 6, 9, 10], [18, 12, 11, 10], markers: true).Mark("minimum", 10, 10),
        ["surface with a wall"] = Figure.Of("Error surface of a one-unit network").Surface("error E", Grid(100, 3.5, 6), Grid(100, -3.2, -1.5), Wall)
            .Arrow("gradient step", 5, -2.6, 5.6, -1.7).Line("descent", [4.2, 4.5, 4.8, 5], [-2.9, -2.75, -2.65, -2.6], markers: true)
            .Mark("the wall", 4.6, -2.38).XAxis("w", from: 3.5, to: 6).YAxis("b", from: -3.2, to: -1.5).Size(720, 460).Named("wall"),
        ["surface, log"] = Figure.Of("Error surface, logarithmic").Surface("error E", Grid(80, 3.5, 6), Grid(60, -3.2, -1.5), Wall80, log: true)
            .XAxis("w").YAxis("b"),
        ["surface of both signs"] = Figure.Of("A saddle").Surface("x² − y²", Grid(21, -1, 1), Grid(21, -1, 1),
            Field(21, 21, (i, j) => ((j - 11) * (j - 11) - (i - 11) * (i - 11)) / 100)).XAxis("x").YAxis("y").WithEqualScale(),
        ["surface with holes"] = Figure.Of("Holes").Surface("E", Grid(30, 0, 1), Grid(30, 0, 1),
            Field(30, 30, (i, j) => (i - 8) * (i - 8) + (j - 20) * (j - 20) < 20 ? double.NaN : i + j)),
        ["surface in a corner"] = Figure.Of("A step far off the surface").Surface("E", Grid(30, 0, 1), Grid(30, 0, 1), Field(30, 30, (i, j) => i * j))
            .Arrow("step", 0.5, 0.5, 4, 3),
        ["surface cut by the axes"] = Figure.Of("Cut").Surface("E", Grid(30, 0, 1), Grid(30, 0, 1), Field(30, 30, (i, j) => Math.Sin(i * j / 50)))
            .XAxis("x", from: 0.3, to: 0.5).YAxis("y", from: 0.2, to: 0.9),
        ["flat surface"] = Figure.Of("Flat").Surface("E", [0, 1], [0, 1], Field(2, 2, (_, _) => 3)),
        ["surface without values"] = Figure.Of("All NaN").Surface("E", [0, 1], [0, 1], Field(2, 2, (_, _) => double.NaN)),
        ["one cell"] = Figure.Of("One cell").Heatmap("value", Field(1, 1, (_, _) => 3)),
        ["no cells"] = Figure.Of("No cells").Heatmap("value", new double[0, 0]),
        ["cells without values"] = Figure.Of("All NaN").Heatmap("value", Field(3, 3, (_, _) => double.NaN)),
        ["eigenvalues"] = Figure.ComplexPlane("Eigenvalues of W_hh")
            .Points("λ(W_hh)", Steps(40).Select(i => System.Numerics.Complex.FromPolarCoordinates(0.9 * Math.Sqrt(i / 40), i * 2.4)))
            .Named("eigenvalues"),
        ["eigenvalue disc"] = Figure.ComplexPlane("Circular law, g = 1.5").Circle("|λ| = g", 1.5)
            .Points("λ(W_hh)", Steps(1000).Select(i => System.Numerics.Complex.FromPolarCoordinates(1.5 * Math.Sqrt(i / 1000), i * 2.4)))
            .Mark("λ_1", 1.48, 0.2),
        ["clipping by norm"] = Figure.Of("Clipping by norm keeps the direction").WithEqualScale().Circle("‖g‖ = τ", 5)
            .Arrow("g", 0, 0, 6, 8, dashed: true).Arrow("by norm", 0, 0, 3, 4).Arrow("by value", 0, 0, 5, 5)
            .XAxis("∂L/∂θ_1").YAxis("∂L/∂θ_2").Size(520, 480).Named("clipping"),
        ["arrows every way"] = Enumerable.Range(0, 12).Aggregate(Figure.Of("Twelve arrows").WithEqualScale(), (figure, i) =>
            figure.Arrow($"g_{i}", 0, 0, Math.Cos(i * Math.PI / 6), Math.Sin(i * Math.PI / 6))),
        ["arrows that are hard to draw"] = Figure.Of("Hard").Arrow("zero", 1, 1, 1, 1).Arrow("short", 2, 2, 2, 2.02).Arrow("NaN", 0, 0, double.NaN, 1)
            .Arrow("leaves", 1, 1, 20, 3).Arrow("comes in", -20, 2, 3, 3).Arrow("stays outside", 20, 20, 30, 30).Arrow("", 1, 3, 3, 1)
            .XAxis("x", from: 0, to: 4).YAxis("y", from: 0, to: 4),
        ["arrow on a log axis"] = Figure.Of("Log").Arrow("shrinks", 1, 1000, 10, 0.1).Arrow("to zero", 1, 1, 10, 0).XAxis("step", log: true)
            .YAxis("‖g‖", log: true),
        ["cobweb"] = Figure.Of("Cobweb of x → 8 σ(x) − 4").WithEqualScale()
            .Line("8 σ(x) − 4", Grid(81, -5, 5), Grid(81, -5, 5).Select(x => 8 / (1 + Math.Exp(-x)) - 4))
            .Line("x", [-5, 5], [-5, 5], dashed: true).Line("path from x_0 = 0.3", Cobweb.Select(p => p.X), Cobweb.Select(p => p.Y))
            .Mark("stable", 3.83, 3.83).Mark("unstable", 0, 0).XAxis("x_{t-1}").YAxis("x_t").Size(480, 480),
        ["time against length, log-log"] = new[] { ("recurrent", 1.0), ("convolution", 0.3), ("attention", 0.002) }.Aggregate(Figure.Of("Time against length"),
                (figure, kind) => figure.Line(kind.Item1, Lengths, Lengths.Select(t => kind.Item2 * Math.Pow(t, kind.Item1 == "attention" ? 2 : 1)), markers: true))
            .Line("slope 1", Lengths, Lengths.Select(t => 0.5 * t), dashed: true).XAxis("T (steps)", log: true).YAxis("time (µs)", log: true),
        ["histogram"] = Figure.Of("Entries of W_hh").Bars("count", Steps(20).Select(i => NumberText.Of(-0.19 + 0.02 * (i - 1), 2)),
            Steps(20).Select(i => Math.Round(100 * Math.Exp(-Math.Pow((i - 10.5) / 5, 2))))).XAxis("weight (middle of the bin)").YAxis("entries"),
        ["bounds"] = new[] { 0.5, 0.9, 1.1 }.Aggregate(Figure.Of("Gradient norm and its bounds"), (figure, rho) => figure
                .Line("ρ = " + NumberText.Of(rho, 2), Steps(50).Select(k => Math.Pow(rho, k) * (2 + Math.Sin(k))))
                .Line("", Steps(50).Select(k => 3 * Math.Pow(rho * 1.05, k)), dashed: true, like: "ρ = " + NumberText.Of(rho, 2)))
            .VerticalLine("K = 20", 20).HorizontalLine("rounding", 1e-9).Mark("here it is gone", 17, 1e-5).XAxis("lag k").YAxis("norm", log: true),
        ["path of 20,000 points in a plane"] = Figure.Of("A path of small steps").Line("x", Steps(20_000).Select(t => Math.Cos(t / 900)),
            Steps(20_000).Select(t => Math.Sin(t / 1300))).XAxis("h_1").YAxis("h_2"),
        ["six runs of 900 epochs"] = Enumerable.Range(1, 6).Aggregate(Figure.Of("Six runs"), (figure, i) =>
            figure.Line($"run {i}", Steps(900).Select(t => Math.Exp(-t * i / 900) + 0.01 * Math.Sin(t * t)))).XAxis("epoch").YAxis("loss", log: true),
        ["hostile text"] = Figure.Of("<&\"> control \u0001 \u001b 😀 \ud800 ]]> <script>alert(1)</script>").Line("a<b & \"c\"", Wave(10))
            .XAxis("x <").YAxis("y >"),
    };

    public static IEnumerable<double> Steps(int count) => Enumerable.Range(1, count).Select(t => (double)t);

    private static IEnumerable<double> Grid(int count, double from, double to) => Steps(count).Select(i => from + (to - from) * (i - 1) / (count - 1));

    private static double[] Lengths => [10, 30, 100, 300, 1000, 3000];

    // From the diagonal to the curve and on to the diagonal.
    private static IEnumerable<(double X, double Y)> Cobweb
    {
        get
        {
            var x = 0.3;
            for (var t = 0; t < 20; t++)
            {
                yield return (x, x);
                yield return (x, x = 8 / (1 + Math.Exp(-x)) - 4);
            }
        }
    }

    private static double[,] Wall => Field(100, 100, (i, j) => OneUnit(3.5 + 2.5 * (j - 1) / 99, -3.2 + 1.7 * (i - 1) / 99));

    private static double[,] Wall80 => Field(60, 80, (i, j) => OneUnit(3.5 + 2.5 * (j - 1) / 79, -3.2 + 1.7 * (i - 1) / 59));

    // x_t = w σ(x_{t-1}) + b, E = (σ(x_50) − 0.7)²: chapter 04's surface, whose wall is hard to draw.
    private static double OneUnit(double w, double b)
    {
        var x = 0.5;
        for (var t = 0; t < 50; t++) x = w / (1 + Math.Exp(-x)) + b;
        return Math.Pow(1 / (1 + Math.Exp(-x)) - 0.7, 2);
    }

    private static double[] Wave(int count, double scale = 1, double shift = 0) =>
        [.. Steps(count).Select(t => shift + scale * (0.5 + 0.3 * Math.Sin(t / 3) + 0.1 * Math.Cos(t * 1.7)))];

    private static double[,] Field(int rows, int columns, Func<double, double, double> value)
    {
        var field = new double[rows, columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                field[i, j] = value(i + 1, j + 1);
        return field;
    }
}
