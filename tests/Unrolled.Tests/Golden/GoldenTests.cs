using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Golden;

/// <summary>The cells against PyTorch's autograd.</summary>
public class GoldenTests
{
    public static TheoryData<string> Files => [.. GoldenFile.Names];

    [Fact]
    public void There_are_golden_values_for_every_cell() =>
        Assert.Equal(["gru", "lstm", "rnn", "stacked"], GoldenFile.Names.Select(name => new GoldenFile(name).Cell).Distinct().Order());

    [Theory]
    [MemberData(nameof(Files))]
    public void States_outputs_and_all_gradients_are_those_of_PyTorch(string file)
    {
        var golden = new GoldenFile(file);
        var (x, L) = golden.Sequences[0];
        var expected = golden.Gradient;
        switch (golden.Cell)
        {
            case "rnn":
                var rnn = Rnn.Forward(golden.Parameters(RnnShapes(golden)), x, golden.φ_h, golden.φ_o, Initial("h_0"));
                var g = Rnn.Backward(rnn, L);
                Same("h", rnn.h.Slice(1, x.T));
                SameOutputs(rnn.Output, g.dL_do, g.dL_dθ);
                Same("dL_dh", g.dL_dh, first: 0);
                break;
            case "lstm":
                var lstm = Lstm.Forward(golden.Parameters(LstmShapes(golden)), x, golden.φ_o, Initial("h_0"), Initial("c_0"));
                var lstmGradients = Lstm.Backward(lstm, L);
                Same("h", lstm.h.Slice(1, x.T));
                Same("c", lstm.c.Slice(1, x.T));
                SameOutputs(lstm.Output, lstmGradients.Output.dL_do, lstmGradients.dL_dθ);
                Same("dL_dh", lstmGradients.dL_dh, first: 0);
                Same("dL_dc", lstmGradients.dL_dc, first: 0);
                break;
            case "gru":
                var gru = Gru.Forward(golden.Parameters(GruShapes(golden)), x, golden.φ_o, Initial("h_0"));
                var gruGradients = Gru.Backward(gru, L);
                Same("h", gru.h.Slice(1, x.T));
                SameOutputs(gru.Output, gruGradients.Output.dL_do, gruGradients.dL_dθ);
                Same("dL_dh", gruGradients.dL_dh, first: 0);
                break;
            default:
                var stack = StackedRnn.Forward(golden.Parameters(StackedShapes(golden)), x, golden.φ_h, golden.φ_o,
                    [.. expected.GetProperty("h_0").EnumerateArray().Select(GoldenFile.Vector)]);
                var stackGradients = StackedRnn.Backward(stack, L);
                SameOutputs(stack.Output, stackGradients.Output.dL_do, stackGradients.dL_dθ);
                for (var l = 0; l < golden.n_h.Length; l++)
                {
                    Near.Equal("h", GoldenFile.Steps(expected.GetProperty("h")[l]), stack.h[l].Slice(1, x.T), Near.Golden);
                    Near.Equal("dL_dh", GoldenFile.Steps(expected.GetProperty("dL_dh")[l], first: 0), stackGradients.dL_dh[l], Near.Golden);
                }

                break;
        }

        Vector<double> Initial(string name) => GoldenFile.Vector(expected.GetProperty(name));

        void Same(string name, Sequence actual, int first = 1) =>
            Near.Equal(name, GoldenFile.Steps(expected.GetProperty(name), first), actual, Near.Golden);

        void SameOutputs<T>(OutputTrace output, Sequence dL_do, T dL_dθ) where T : IParameters<T>
        {
            Same("o", output.o);
            Near.Equal("L", expected.GetProperty("L").GetDouble(), L.Of(output), Near.Golden);
            Same("dL_do", dL_do);
            Near.Equal("dL_d", GoldenFile.Tensors(expected.GetProperty("dL_dθ"), dL_dθ), dL_dθ, Near.Golden);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Ten_training_steps_are_those_of_PyTorch(string file)
    {
        var golden = new GoldenFile(file);
        switch (golden.Cell)
        {
            case "rnn":
                Train(golden, RnnShapes(golden), (p, x, L) =>
                {
                    var trace = Rnn.Forward(p, x, golden.φ_h, golden.φ_o);
                    return (L.Of(trace.Output), Rnn.Backward(trace, L).dL_dθ);
                });
                break;
            case "lstm":
                Train(golden, LstmShapes(golden), (p, x, L) =>
                {
                    var trace = Lstm.Forward(p, x, golden.φ_o);
                    return (L.Of(trace.Output), Lstm.Backward(trace, L).dL_dθ);
                });
                break;
            case "gru":
                Train(golden, GruShapes(golden), (p, x, L) =>
                {
                    var trace = Gru.Forward(p, x, golden.φ_o);
                    return (L.Of(trace.Output), Gru.Backward(trace, L).dL_dθ);
                });
                break;
            default:
                Train(golden, StackedShapes(golden), (p, x, L) =>
                {
                    var trace = StackedRnn.Forward(p, x, golden.φ_h, golden.φ_o);
                    return (L.Of(trace.Output), StackedRnn.Backward(trace, L).dL_dθ);
                });
                break;
        }
    }

    private static void Train<T>(GoldenFile golden, T shapes, Func<T, Sequence, SequenceLoss, (double L, T g)> gradient)
        where T : IParameters<T>
    {
        foreach (var run in golden.Training)
        {
            var p = golden.Parameters(shapes);
            var (clipping, optimiser) = GoldenFile.Rule(run);
            var updates = optimiser.Start();
            for (var i = 0; i < 10; i++)
            {
                var results = golden.Sequences.Select(s => gradient(p, s.x, s.L)).ToList();
                var (g, norm) = clipping.Apply(p.WithVector(results.Select(r => r.g.ToVector()).Aggregate((sum, g) => sum + g) / results.Count));
                Near.Equal($"loss {i}", run.GetProperty("losses")[i].GetDouble(), results.Average(r => r.L), Near.Golden);
                Near.Equal($"norm {i}", run.GetProperty("norms")[i].GetDouble(), norm.Before, Near.Golden);
                p = updates.Apply(p, g);
            }

            Near.Equal("final", GoldenFile.Tensors(run.GetProperty("final"), shapes), p, Near.Golden);
        }
    }

    private static RnnParameters RnnShapes(GoldenFile g) => RnnParameters.Create(g.n_x, g.n_h[0], g.n_q, Initialise.Zero, new Random(1));

    private static LstmParameters LstmShapes(GoldenFile g) => LstmParameters.Create(g.n_x, g.n_h[0], g.n_q, Initialise.Zero, new Random(1));

    private static GruParameters GruShapes(GoldenFile g) => GruParameters.Create(g.n_x, g.n_h[0], g.n_q, Initialise.Zero, new Random(1));

    private static StackedRnnParameters StackedShapes(GoldenFile g) =>
        StackedRnnParameters.Create(g.n_x, g.n_h, g.n_q, Initialise.Zero, new Random(1));
}
