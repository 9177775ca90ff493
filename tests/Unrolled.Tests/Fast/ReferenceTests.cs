namespace Unrolled.Tests.Fast;

/// <summary>The fast path computes what the reference computes, for every remainder of every vector width.</summary>
public class ReferenceTests
{
    private static readonly (OutputActivation, Loss)[] Outputs =
    [
        (Activation.Identity, Loss.SquaredError), (Activation.Tanh, Loss.SquaredError), (Softmax.Instance, Loss.SquaredError),
        (Activation.Sigmoid, Loss.BinaryCrossEntropy), (Softmax.Instance, Loss.CategoricalCrossEntropy),
    ];

    [Fact]
    public void The_RNN_equals_the_reference_for_every_batch_size_and_hidden_size() => ForAllSizes(c =>
    {
        var p = c.Rnn;
        Same(c.Reference(p), p, c);
    });

    [Fact]
    public void The_LSTM_equals_the_reference_for_every_batch_size_and_hidden_size() => ForAllSizes(c =>
    {
        var p = c.Lstm;
        Same(c.Reference(p), p, c);
    });

    [Fact]
    public void The_GRU_equals_the_reference_for_every_batch_size_and_hidden_size() => ForAllSizes(c =>
    {
        var p = c.Gru;
        Same(c.Reference(p), p, c);
    });

    [Fact]
    public void A_batch_of_more_parts_than_groups_equals_the_reference()
    {
        var c = new BatchCase(seed: 2, n_x: 1, n_h: 2, n_q: 1, T: 2, count: 32 * BatchPlan.MostGroups + 100);
        var p = c.Rnn;
        Same(c.Reference(p), p, c);
    }

    [Fact]
    public void Every_activation_and_loss_equals_the_reference()
    {
        foreach (var φ_h in new[] { Activation.Tanh, Activation.Sigmoid, Activation.ReLU, Activation.Identity })
        {
            foreach (var (φ_o, ℓ) in Outputs)
            {
                foreach (var steps in new[] { "mean", "sum", "last", "some" })
                {
                    var c = new BatchCase(seed: 3, n_x: 2, n_h: 5, n_q: 3, T: 4, count: 11, steps, ℓ);
                    var p = c.Rnn;
                    Same(c.Reference(p, φ_h, φ_o), new BatchedNetwork<RnnParameters>(p, φ_h, φ_o, ℓ), p, c);
                }
            }
        }
    }

    [Fact]
    public void Cut_after_K_steps_it_equals_the_reference_cut_after_K_steps()
    {
        var c = new BatchCase(seed: 4, n_x: 2, n_h: 5, n_q: 2, T: 7, count: 9);
        var p = c.Rnn;
        var network = new BatchedNetwork<RnnParameters>(p);
        foreach (var K in new[] { 1, 2, 3, 6, 7, 8 })
        {
            var expected = BatchCase.Mean(c.Dataset.All.Select(k => (
                0.0, Rnn.BackwardTruncated(p, c.Dataset.x(k), c.Dataset.Loss(k, c.ℓ), K).dL_dθ))).dL_dθ;
            Near.Equal($"K = {K}, dL_d", expected, network.Gradient(p, c.Dataset, K).dL_dθ, Near.Golden);
            Near.Equal($"K = {K}, L", network.Loss(p, c.Dataset), network.Gradient(p, c.Dataset, K).L, Near.Golden);
        }
    }

    [Fact]
    public void Cut_after_K_steps_the_LSTM_carries_its_memory_on()
    {
        var c = new BatchCase(seed: 5, n_x: 2, n_h: 5, n_q: 2, T: 7, count: 9);
        var p = c.Lstm;
        var network = new BatchedNetwork<LstmParameters>(p);
        Near.Equal("L", network.Loss(p, c.Dataset), network.Gradient(p, c.Dataset, K: 2).L, Near.Golden);
    }

    [Fact]
    public void Outputs_are_those_of_the_reference()
    {
        var c = new BatchCase(seed: 6, n_x: 2, n_h: 5, n_q: 3, T: 4, count: 40, ℓ: Loss.CategoricalCrossEntropy);
        var p = c.Gru;
        var outputs = new BatchedNetwork<GruParameters>(p, φ_o: Softmax.Instance, ℓ: c.ℓ).Outputs(p, c.Dataset);
        for (var k = 0; k < c.Dataset.Count; k++)
            Near.Equal($"example {k}, o", Gru.Forward(p, c.Dataset.x(k), Softmax.Instance).Output.o, outputs[k], Near.Golden);
    }

    [Fact]
    public void Many_to_one_has_one_output()
    {
        var c = new BatchCase(seed: 7, n_x: 1, n_h: 2, n_q: 1, T: 4, count: 3, "last");
        var p = c.Rnn;
        var o = new BatchedNetwork<RnnParameters>(p).Outputs(p, c.Dataset)[2];
        Assert.Equal((4, 4), (o.First, o.T));
        Near.Equal("o_4", Rnn.Forward(p, c.Dataset.x(2)).o[4], o[4], Near.Golden);
    }

    // 70 and 33 share no divisor with the step 10, so every batch size and every hidden size occurs.
    private static void ForAllSizes(Action<BatchCase> property)
    {
        for (var count = 1; count <= 70; count++)
            property(new BatchCase(seed: count, n_x: 1 + count % 3, n_h: 1 + count * 10 % 33, n_q: 1 + count % 5, T: 1 + count % 4, count));
    }

    private static void Same<T>((double L, T dL_dθ) expected, T p, BatchCase c) where T : IParameters<T>
    {
        foreach (var threads in new[] { 1, 2 })
            Same(expected, new BatchedNetwork<T>(p, threads: threads), p, c);
    }

    private static void Same<T>((double L, T dL_dθ) expected, BatchedNetwork<T> network, T p, BatchCase c) where T : IParameters<T>
    {
        var sizes = $"n_h = {c.n_h}, {c.Dataset.Count} sequences";
        var (L, dL_dθ) = network.Gradient(p, c.Dataset);
        Near.Equal($"{sizes}: L", expected.L, L, Near.Golden);
        Near.Equal($"{sizes}: dL_d", expected.dL_dθ, dL_dθ, Near.Golden);
        Near.Equal($"{sizes}: L alone", expected.L, network.Loss(p, c.Dataset), Near.Golden);
    }
}
