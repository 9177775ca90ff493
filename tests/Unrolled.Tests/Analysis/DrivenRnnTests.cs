using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Tests.Analysis;

public class DrivenRnnTests
{
    [Fact]
    public void The_Jacobians_are_the_wanted_slopes_times_W_whatever_W() => RandomMatrix.ForAll(m =>
    {
        var rng = m.Rng;
        Sequence slopes = new(Enumerable.Range(1, 6).Select(_ => Vector<double>.Build.Dense(m.n, _ => 1 - rng.NextDouble())));
        var trace = DrivenRnn.BySlopes(m.W, slopes);
        Assert.Equal(6, trace.T);
        for (var t = 1; t <= 6; t++)
            Near.Equal($"J_{t}", Matrix<double>.Build.DenseOfDiagonalVector(slopes[t]) * m.W, trace.Jacobian(t), 1e-9);
    });

    [Fact]
    public void A_matrix_of_spectral_radius_0_explodes_under_inputs_that_hold_one_slope_low()
    {
        var slopes = new Sequence(Enumerable.Repeat(Vector<double>.Build.DenseOfArray([1, 0.1]), 50));
        var norms = JacobianChain.Of(DrivenRnn.BySlopes(Matrices.RadiusZero, slopes)).NormsByLag();
        Assert.InRange(norms[50], 9e12, 9.5e12);
    }

    [Fact]
    public void Noise_has_the_wanted_deviation_and_every_unit_its_own()
    {
        var W = Matrices.Diagonal(0.5, 0.5);
        var trace = DrivenRnn.ByNoise(W, s: 0.3, T: 4000, new MersenneTwister(1), Activation.Identity);
        Near.Equal("a_7", trace.x[7] + W * trace.h[6], trace.a[7], Near.Golden);
        Assert.Equal(0.3, Math.Sqrt(trace.x.Average(x_t => x_t.DotProduct(x_t)) / 2), 0.01);
        Assert.Equal(0, trace.x.Average(x_t => x_t[0] * x_t[1]), 0.01);
        Assert.All(DrivenRnn.ByNoise(W, s: 0, T: 3, new MersenneTwister(1)).h, h_t => Assert.Equal(0, h_t.L2Norm()));
    }

    [Fact]
    public void Slopes_that_tanh_does_not_have_are_refused()
    {
        Refusal.Says("φ′(a_2) must be in (0, 1], the slopes of tanh, got 0 at entry 0", () => DrivenRnn.BySlopes(Matrices.Diagonal(1), Sequence.OfNumbers([1, 0])));
        Refusal.Says("got 1.5", () => DrivenRnn.BySlopes(Matrices.Diagonal(1), Sequence.OfNumbers([1.5])));
        Refusal.Says("got NaN", () => DrivenRnn.BySlopes(Matrices.Diagonal(1), Sequence.OfNumbers([double.NaN])));
        Refusal.Says("n_h = 2", () => DrivenRnn.BySlopes(Matrices.JordanBlock, Sequence.OfNumbers([1])));
        Refusal.Says("square", () => DrivenRnn.BySlopes(Matrix<double>.Build.Dense(1, 2), Sequence.OfNumbers([1])));
    }
}
