using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Tests.Analysis;

public class SpectrumTests
{
    [Fact]
    public void The_spectral_radius_never_exceeds_the_norm() => RandomMatrix.ForAll(m =>
    {
        var s = Spectrum.Of(m.W);
        Assert.True(s.ρ <= s.Norm * (1 + 1e-12), $"ρ = {s.ρ}, norm = {s.Norm}");
    });

    [Fact]
    public void For_normal_matrices_radius_and_norm_are_equal() => RandomMatrix.ForAll(m =>
    {
        foreach (var W in new[] { m.Rotation, m.W + m.W.Transpose() })
        {
            var s = Spectrum.Of(W);
            Near.Equal("ρ", s.Norm, s.ρ, Near.Golden);
            Near.Equal("departure", 0, s.NonNormality / s.Norm, 1e-6);
        }
    });

    [Fact]
    public void The_departure_from_normality_is_what_lies_above_the_diagonal_of_a_triangular_matrix() =>
        Near.Equal("departure", 5, Spectrum.Of(Matrices.Transient).NonNormality, Near.Golden);

    [Fact]
    public void Eigenvalues_multiply_to_the_determinant_and_add_to_the_trace() => RandomMatrix.ForAll(m =>
    {
        var λ = Spectrum.Of(m.W).λ;
        Near.Equal("det", m.W.Determinant(), λ.Aggregate((product, λ) => product * λ).Real, 1e-10);
        Near.Equal("trace", m.W.Trace(), λ.Sum().Real, 1e-10);
    });

    [Fact]
    public void Eigenvalues_come_by_modulus_not_by_real_part()
    {
        var s = Spectrum.Of(Matrices.Of(new double[,] { { 0.5, 0, 0 }, { 0, 0, -2 }, { 0, 2, 0 } }));
        Near.Equal("ρ", 2, s.ρ, Near.Golden);
        Near.Equal("Im λ_1", 2, s.λ[0].Imaginary, Near.Golden);
        Near.Equal("Im λ_2", -2, s.λ[1].Imaginary, Near.Golden);
        Near.Equal("λ_3", 0.5, s.λ[2].Real, Near.Golden);
    }

    // Girko's circular law, and the Bai–Yin edge 2g of the singular values, reached slowly as n grows.
    [Theory]
    [InlineData(0.9)]
    [InlineData(1.5)]
    public void Gaussian_entries_fill_a_disc_of_radius_g_while_singular_values_reach_2g(double g)
    {
        const int n = 150;
        var s = Spectrum.Of(Initialise.Gaussian(g / Math.Sqrt(n))(n, n, new MersenneTwister(3)));
        Assert.InRange(s.ρ / g, 0.9, 1.1);
        Assert.InRange(s.Norm / g, 1.85, 2.1);

        // uniform on the disc: half of the eigenvalues lie within g/√2
        Assert.InRange(s.λ.Count(λ => λ.Magnitude < g / Math.Sqrt(2)) / (double)n, 0.42, 0.58);
    }

    [Fact]
    public void A_matrix_without_a_spectrum_is_refused_by_name()
    {
        Refusal.Is("W must be square, n × n with n ≥ 1, got 3 × 4.", () => Spectrum.Of(Matrix<double>.Build.Dense(3, 4)));
        Refusal.Is("W must be finite, got NaN at row 1, column 1.", () => Spectrum.Of(Matrices.Diagonal(1, double.NaN)));
        Assert.Throws<ArgumentNullException>(() => Spectrum.Of(null!));
    }

    // γ‖W‖ > 1 is necessary for exploding, not sufficient, and ρ < 1 is safe for the linear network only.
    [Fact]
    public void What_the_matrix_alone_says_about_long_lags()
    {
        var (tanh, sigmoid, linear) = (Activation.Tanh, Activation.Sigmoid, Activation.Identity);
        (Matrix<double> W, Activation φ, LongLags Expected)[] cases =
        [
            (Matrices.Diagonal(0.9, 0.5), tanh, LongLags.Vanish),
            (Matrices.Diagonal(3.9, 0.5), sigmoid, LongLags.Vanish), // γ = 1/4
            (Matrices.Diagonal(4.1, 0.5), sigmoid, LongLags.CannotTell),
            (Matrices.NilpotentShift, tanh, LongLags.CannotExplode),
            (Matrices.Diagonal(1, 0.5), linear, LongLags.CannotExplode),
            (Matrices.NilpotentShift, linear, LongLags.Vanish),
            (Matrices.Transient, linear, LongLags.Vanish),
            (Matrices.Transient, tanh, LongLags.CannotTell),
            (Matrices.RadiusZero, tanh, LongLags.CannotTell),
            (Matrices.JordanBlock, linear, LongLags.CannotTell),
            (Matrices.Diagonal(1.1, 0.5), linear, LongLags.Explode),
            (Matrices.Diagonal(1.1, 0.5), tanh, LongLags.CannotTell),
            (Matrices.Diagonal(1.1, 0.5), Activation.ReLU, LongLags.CannotTell),
        ];
        Assert.All(cases, c => Assert.Equal(c.Expected, LongLagCriterion.Of(Spectrum.Of(c.W), c.φ)));
    }
}
