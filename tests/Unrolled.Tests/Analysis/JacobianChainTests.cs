using MathNet.Numerics.LinearAlgebra;
using Unrolled.Tests.Gradients;

namespace Unrolled.Tests.Analysis;

public class JacobianChainTests
{
    // With column vectors the forward map is diag(φ′(a_t)) W_hh, without a transpose, and φ′ stands at a_t, not at h_{t-1}.
    [Fact]
    public void The_product_is_the_central_difference_of_a_later_state_by_an_earlier_one() => RandomCase.ForAll(
        c =>
        {
            var trace = Trajectories.Rnn(c);
            for (var k = 0; k < c.T; k++)
                Near.Equal($"∂h_{c.T}/∂h_{k}",
                    Numeric(h_k => HiddenAfter(trace, k, h_k), trace.h[k]), JacobianChain.Of(trace).Product(c.T, k), Near.Numeric);
        },
        Trajectories.AwayFromKinks);

    [Fact]
    public void For_the_GRU_it_is_the_central_difference_as_well() => RandomCase.ForAll(c =>
    {
        var trace = Trajectories.Gru(c);
        for (var k = 0; k < c.T; k++)
            Near.Equal($"∂h_{c.T}/∂h_{k}",
                Numeric(h_k => Gru.Forward(trace.p, trace.x.Slice(k + 1, c.T), h_0: h_k).h[c.T - k], trace.h[k]),
                JacobianChain.Of(trace).Product(c.T, k), Near.Numeric);
    });

    [Fact]
    public void For_the_LSTM_it_is_the_central_difference_of_the_pair_of_h_and_c() => RandomCase.ForAll(c =>
    {
        var (trace, n) = (Trajectories.Lstm(c), c.n_h);
        for (var k = 0; k < c.T; k++)
            Near.Equal($"∂[h; c]_{c.T}/∂[h; c]_{k}",
                Numeric(s_k => StateAfter(k, s_k), Pair(trace.h[k], trace.c[k])), JacobianChain.Of(trace).Product(c.T, k), Near.Numeric);

        Vector<double> StateAfter(int k, Vector<double> s_k)
        {
            var after = Lstm.Forward(trace.p, trace.x.Slice(k + 1, c.T), h_0: s_k.SubVector(0, n), c_0: s_k.SubVector(n, n));
            return Pair(after.h[c.T - k], after.c[c.T - k]);
        }
    });

    [Fact]
    public void Chains_join_and_a_step_from_k_to_k_is_the_identity() => RandomCase.ForAll(c =>
    {
        var J = JacobianChain.Of(Trajectories.Rnn(c));
        var middle = c.T / 2;
        Near.Equal("∂h_T/∂h_0", J.Product(c.T, middle) * J.Product(middle, 0), J.Product(c.T, 0), Near.Golden);
        Assert.Equal(Matrix<double>.Build.DenseIdentity(c.n_h), J.Product(middle, middle));
    });

    [Fact]
    public void It_is_the_product_inside_the_unrolled_gradient() => RandomCase.ForAll(c =>
    {
        var trace = Trajectories.Rnn(c);
        var (J, unrolled, δz) = (JacobianChain.Of(trace), Rnn.Unrolled(trace, c.L), Rnn.Backward(trace, c.L).δz);
        for (var t = 1; t <= c.T; t++)
            for (var k = 1; k <= t; k++)
            {
                // w_t (∂ℓ_t/∂h_t)(∂h_t/∂h_k)(∂⁺h_k/∂W_hh)
                var row = δz[t] * trace.p.W_qh * J.Product(t, k);
                var expected = row.PointwiseMultiply(c.φ_h.Derivative(trace.a[k], trace.h[k])).OuterProduct(trace.h[k - 1]);
                Near.Equal($"({t}, {k})", expected, unrolled.Contribution(t, k), Near.Golden);
            }
    });

    [Fact]
    public void Norms_by_lag_are_the_largest_singular_values() => RandomCase.ForAll(c =>
    {
        var J = JacobianChain.Of(Trajectories.Rnn(c));
        var norms = J.NormsByLag();
        Assert.Equal(c.T + 1, norms.Count);
        for (var lag = 0; lag <= c.T; lag++)
            Near.Equal($"lag {lag}", J.SingularValues(c.T, c.T - lag)[0], norms[lag], Near.Golden);
    });

    // A per-step norm above 1 is not explosion.
    [Fact]
    public void Two_matrices_of_norm_3_shrink_everything_to_6e_6_in_20_steps()
    {
        Matrix<double>[] turn = [Matrices.Diagonal(3, 0.1), Matrices.Diagonal(0.1, 3)];
        var J = new JacobianChain(Enumerable.Range(0, 20).Select(t => turn[t % 2]), n: 2);
        Near.Equal("norm of a step", 3, SingularValues.Norm(J[1]), Near.Golden);
        Assert.Equal(6e-6, J.NormsByLag()[20], 1e-7);
    }

    // ρ(W_hh) = 0 is not safe where the inputs hold φ′ at (1, 0.1).
    [Fact]
    public void A_matrix_of_radius_0_explodes_when_inputs_hold_the_slopes_at_1_and_a_tenth()
    {
        var p = new RnnParameters(
            Matrix<double>.Build.DenseIdentity(2), Matrices.RadiusZero, Vector<double>.Build.Dense(2),
            Matrix<double>.Build.Dense(1, 2), Vector<double>.Build.Dense(1));

        // a_t = x_t + W_hh h_{t-1}; φ′ = 1 − tanh²(a_t) is 1 at a = 0 and 0.1 at a = atanh √0.9
        var a = Vector<double>.Build.Dense([0, Math.Atanh(Math.Sqrt(0.9))]);
        Sequence x = [a, .. Enumerable.Repeat(a - p.W_hh * a.PointwiseTanh(), 49)];
        var J = JacobianChain.Of(Rnn.Forward(p, x));
        Near.Equal("J_50", Matrices.Of(new double[,] { { 2, -2 }, { 0.2, -0.2 } }), J[50], 1e-10);
        Near.Equal("ρ of W_hh", 0, Spectrum.Of(p.W_hh).ρ, Near.Numeric);
        Near.Equal("ρ of a step", 1.8, Spectrum.Of(J[50]).ρ, 1e-10);
        Assert.Equal(9e12, J.NormsByLag()[50], 0.2e12);
    }

    [Fact]
    public void Norms_stay_exact_far_below_and_are_infinite_far_above()
    {
        var falling = new JacobianChain(Enumerable.Repeat(Matrices.Diagonal(0.5, 0.25), 100), n: 2);
        Assert.Equal(Enumerable.Range(0, 101).Select(lag => Math.Pow(0.5, lag)), falling.NormsByLag());
        var rising = new JacobianChain(Enumerable.Repeat(Matrices.Diagonal(1e200, 0), 2), n: 2);
        Assert.Equal([1, 1e200, double.PositiveInfinity], rising.NormsByLag());
    }

    [Fact]
    public void Wrong_arguments_are_refused_by_name()
    {
        var J = new JacobianChain([Matrices.JordanBlock, Matrices.JordanBlock], n: 2);
        Refusal.Says("Step t must be in 1..2, got 3.", () => _ = J[3]);
        Refusal.Says("got t = 1, k = 2.", () => J.Product(1, 2));
        Refusal.Says("J_2 must be n × n = 2 × 2, got 3 × 3", () => _ = new JacobianChain([Matrices.JordanBlock, Matrices.Diagonal(1, 1, 1)], n: 2));
        Refusal.Says("J_1 must be finite, got NaN", () => _ = new JacobianChain([Matrices.Diagonal(double.NaN)], n: 1));
    }

    /// <summary>The Jacobian of f at v, a column of central differences for every entry of v.</summary>
    internal static Matrix<double> Numeric(Func<Vector<double>, Vector<double>> f, Vector<double> v, double ε = 1e-5) =>
        Matrix<double>.Build.DenseOfColumnVectors(Enumerable.Range(0, v.Count).Select(j =>
        {
            var step = Vector<double>.Build.Dense(v.Count, i => i == j ? ε : 0);
            return (f(v + step) - f(v - step)) / (2 * ε);
        }));

    private static Vector<double> HiddenAfter(RnnTrace trace, int k, Vector<double> h_k) =>
        Rnn.Forward(trace.p, trace.x.Slice(k + 1, trace.T), trace.φ_h, trace.φ_o, h_k).h[trace.T - k];

    private static Vector<double> Pair(Vector<double> h, Vector<double> c) => Vector<double>.Build.DenseOfEnumerable(h.Concat(c));
}
