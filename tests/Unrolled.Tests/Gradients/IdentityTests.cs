using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Gradients;

/// <summary>What chapter 03 says of the gradients, beyond their values.</summary>
public class IdentityTests
{
    [Fact]
    public void With_one_step_and_no_state_the_RNN_is_a_feed_forward_layer() => RandomCase.ForAll(
        c =>
        {
            var p = RnnGradientTests.Parameters(c);
            var trace = Rnn.Forward(p, c.x, c.φ_h, c.φ_o);
            var g = Rnn.Backward(trace, c.L);

            var h = c.φ_h.Apply(p.W_hx * c.x[1] + p.b_h);
            Near.Equal("o", c.φ_o.Apply(p.W_qh * h + p.b_q), trace.o[1], Near.Golden);
            var δa = c.φ_h.Backward(trace.a[1], h, p.W_qh.Transpose() * g.δz[1]);
            Near.Equal("W_hx", δa.ToColumnMatrix() * c.x[1].ToRowMatrix(), g.dL_dθ.W_hx, Near.Golden);
            Assert.Equal(0, g.dL_dθ.W_hh.FrobeniusNorm());
        },
        c => c.T == 1);

    [Fact]
    public void The_unrolled_sum_over_t_and_k_is_the_recursion() => RandomCase.ForAll(c =>
    {
        var trace = RnnGradientTests.Forward(c);
        Near.Equal("dL_dW_hh", Rnn.Backward(trace, c.L).dL_dθ.W_hh, Rnn.Unrolled(trace, c.L).Sum(), Near.Golden);
    });

    [Fact]
    public void A_contribution_is_the_loss_at_t_seen_by_a_change_of_W_hh_at_k_alone() => RandomCase.ForAll(
        c =>
        {
            var trace = RnnGradientTests.Forward(c);
            var (p, T) = (trace.p, trace.T);
            var unrolled = Rnn.Unrolled(trace, c.L);
            for (var k = 1; k <= T; k++)
            {
                // W_hh is changed at step k only; everything after k follows with the old W_hh.
                double L_T(Vector<double> W)
                {
                    var W_hh = Matrix<double>.Build.Dense(c.n_h, c.n_h, W.ToArray());
                    var h_k = c.φ_h.Apply(p.W_hx * c.x[k] + W_hh * trace.h[k - 1] + p.b_h);
                    var h_T = k < T ? Rnn.Forward(p, c.x.Slice(k + 1, T), c.φ_h, c.φ_o, h_k).h[T - k] : h_k;
                    var z_T = p.W_qh * h_T + p.b_q;
                    return c.L.Slice(T, T).Of(new OutputTrace(c.φ_o, [z_T], [c.φ_o.Apply(z_T)]));
                }

                var numeric = CentralDifferences.Of(L_T, Vector<double>.Build.Dense(p.W_hh.ToColumnMajorArray()));
                var expected = Matrix<double>.Build.Dense(c.n_h, c.n_h, numeric.ToArray());
                Near.Equal($"({T}, {k})", expected, unrolled.Contribution(T, k), Near.Numeric);
            }
        },
        RnnGradientTests.AwayFromKinks);

    [Fact]
    public void Contributions_sorted_by_lag_and_by_norm_are_the_same_contributions()
    {
        var c = new RandomCase(5, 2, 3, 2, 4, Activation.Tanh, Activation.Identity, Loss.SquaredError, "mean");
        var unrolled = Rnn.Unrolled(RnnGradientTests.Forward(c), c.L);
        Near.Equal("lag 2", unrolled.Contribution(3, 1) + unrolled.Contribution(4, 2), unrolled.AtLag(2), Near.Golden);
        foreach (var (t, k, norm) in unrolled.Norms().EnumerateIndexed())
            Assert.Equal(k <= t ? unrolled.Contribution(t + 1, k + 1).FrobeniusNorm() : 0, norm);
    }

    [Fact]
    public void Truncation_with_K_at_least_T_is_full_BPTT() => RandomCase.ForAll(c =>
    {
        var trace = RnnGradientTests.Forward(c);
        foreach (var K in new[] { c.T, c.T + 3 })
        {
            var (dL_dθ, h_T) = Rnn.BackwardTruncated(trace.p, c.x, c.L, K, c.φ_h, c.φ_o, c.State(c.n_h));
            Near.Equal("dL_d", Rnn.Backward(trace, c.L).dL_dθ, dL_dθ, Near.Golden);
            Assert.Equal(trace.h[c.T], h_T);
        }
    });

    [Fact]
    public void Truncation_keeps_exactly_the_contributions_inside_a_chunk() => RandomCase.ForAll(c =>
    {
        const int K = 2;
        var unrolled = Rnn.Unrolled(RnnGradientTests.Forward(c), c.L);
        var expected = Matrix<double>.Build.Dense(c.n_h, c.n_h);
        for (var t = 1; t <= c.T; t++)
            for (var k = 1; k <= t; k++)
                if ((t - 1) / K == (k - 1) / K)
                    expected += unrolled.Contribution(t, k);

        var (dL_dθ, _) = Rnn.BackwardTruncated(RnnGradientTests.Parameters(c), c.x, c.L, K, c.φ_h, c.φ_o, c.State(c.n_h));
        Near.Equal("dL_dW_hh", expected, dL_dθ.W_hh, Near.Golden);
    });

    [Fact]
    public void The_gradient_of_the_mean_is_the_gradient_of_the_sum_divided_by_T_once() => RandomCase.ForAll(c =>
    {
        var trace = RnnGradientTests.Forward(c);
        Sequence y = new(c.x.Select(_ => Softmax.Instance.Apply(c.State(c.n_q))));
        var mean = Rnn.Backward(trace, SequenceLoss.Mean(c.ℓ, y)).dL_dθ;
        var sum = Rnn.Backward(trace, SequenceLoss.Sum(c.ℓ, y)).dL_dθ;
        Near.Equal("dL_d", sum.Map(g => g / c.T), mean, Near.Golden);
    });

    [Fact]
    public void Many_to_one_needs_a_target_for_the_last_step_only()
    {
        var c = new RandomCase(6, 2, 3, 2, 4, Activation.Tanh, Activation.Identity, Loss.SquaredError, "mean");
        var (trace, y_T) = (RnnGradientTests.Forward(c), c.State(2));
        var last = SequenceLoss.Last(c.ℓ, 4, y_T);
        Near.Equal("L", (trace.o[4] - y_T).DotProduct(trace.o[4] - y_T), last.Of(trace.Output), Near.Golden);
        Assert.Equal([0, 0, 0, 1], Enumerable.Range(1, 4).Select(last.w));
        Assert.All(Rnn.Backward(trace, last).dL_do.Take(3), dL_do_t => Assert.Equal(0, dL_do_t.L2Norm()));
    }

    [Fact]
    public void The_gates_and_the_candidate_are_blocks_of_one_matrix_on_state_and_input() => RandomCase.ForAll(c =>
    {
        var trace = LstmGradientTests.Forward(c);
        var (W, b) = trace.p.Concatenated();
        var hx = Vector<double>.Build.DenseOfEnumerable(trace.h[0].Concat(trace.x[1]));
        var a = W * hx + b;
        Sequence blocks = [.. Enumerable.Range(0, 4).Select(block => a.SubVector(block * c.n_h, c.n_h))];
        Near.Equal("f", Activation.Sigmoid.Apply(blocks[1]), trace.f[1], Near.Golden);
        Near.Equal("i", Activation.Sigmoid.Apply(blocks[2]), trace.i[1], Near.Golden);
        Near.Equal("o", Activation.Sigmoid.Apply(blocks[3]), trace.o[1], Near.Golden);
        Near.Equal("c̃", Activation.Tanh.Apply(blocks[4]), trace.c̃[1], Near.Golden);
    });
}
