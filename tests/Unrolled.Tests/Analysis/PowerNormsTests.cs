using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Analysis;

public class PowerNormsTests
{
    // Norm 1 does not keep a gradient.
    [Fact]
    public void The_nilpotent_shift_has_norm_1_and_nothing_left_after_5_steps() =>
        Assert.Equal([1, 1, 1, 1, 1, 0, 0], PowerNorms.Of(Matrices.NilpotentShift, 6).Norms);

    [Fact]
    public void A_Jordan_block_with_radius_1_grows_to_about_100_in_100_steps()
    {
        Assert.InRange(PowerNorms.Of(Matrices.JordanBlock, 100).Norms[100], 100, 100.1);
        Near.Equal("ρ", 1, Spectrum.Of(Matrices.JordanBlock).ρ, Near.Numeric);
    }

    // The norm condition and the spectral radius say the same for normal matrices only.
    [Fact]
    public void A_non_normal_matrix_with_radius_below_1_grows_first_and_vanishes_then()
    {
        var transient = PowerNorms.Of(Matrices.Transient, 400);
        Assert.True(transient.Max > 10 && transient.PeakAt is > 1 and < 20);
        Assert.Equal(transient.Max, transient.Norms[transient.PeakAt]);
        Assert.True(transient.Norms[400] < 1e-15);
    }

    [Fact]
    public void A_normal_matrix_has_no_transient() => RandomMatrix.ForAll(m =>
    {
        var norms = PowerNorms.Of(m.Rotation, 5);
        for (var k = 0; k <= 5; k++)
            Near.Equal($"‖W^{k}‖", Math.Pow(m.Scale, k), norms.Norms[k], Near.Golden);
    });

    [Fact]
    public void Gelfands_root_lies_between_radius_and_norm_and_comes_close_to_the_radius() => RandomMatrix.ForAll(m =>
    {
        var (s, norms) = (Spectrum.Of(m.W), PowerNorms.Of(m.W, 60));
        foreach (var k in new[] { 1, 7, 60 })
            Assert.InRange(norms.Gelfand(k), s.ρ * (1 - 1e-9), s.Norm * (1 + 1e-9));
        var κ = Diagonalisation.Of(m.W).P.ConditionNumber().Real; // ‖Wᵏ‖ ≤ κ ρᵏ
        Assert.True(norms.Gelfand(60) <= s.ρ * Math.Pow(κ, 1.0 / 60) * (1 + 1e-9));
    });

    [Fact]
    public void Overflow_is_infinite_not_an_error() =>
        Assert.Equal(double.PositiveInfinity, PowerNorms.Of(Matrices.Diagonal(1e200, 1), 3).Norms[3]);

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Refusal.Says("W must be square", () => PowerNorms.Of(Matrix<double>.Build.Dense(2, 3), 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerNorms.Of(Matrices.JordanBlock, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerNorms.Of(Matrices.JordanBlock, 2).Gelfand(0));
    }
}
