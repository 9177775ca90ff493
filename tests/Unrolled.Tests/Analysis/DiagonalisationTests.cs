using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Analysis;

public class DiagonalisationTests
{
    [Fact]
    public void W_times_P_is_P_times_Λ() => RandomMatrix.ForAll(m =>
    {
        var d = Diagonalisation.Of(m.W);
        Assert.True((m.W.ToComplex() * d.P - d.P * d.Λ).L2Norm() <= 1e-12 * (1 + m.W.L2Norm()));
        Assert.All(d.P.EnumerateColumns(), v => Near.Equal("length", 1, v.L2Norm(), Near.Golden));
    });

    [Fact]
    public void Powers_through_the_eigenvectors_are_the_products() => RandomMatrix.ForAll(m =>
    {
        var d = Diagonalisation.Of(m.W);
        var lost = 1e-14 * d.P.ConditionNumber().Real;
        foreach (var k in new[] { 0, 1, 2, 9 })
        {
            var scale = Math.Pow(m.W.L2Norm(), k);
            Near.Equal($"W^{k}", m.W.Power(k) / scale, d.Power(k) / scale, 100 * lost);
        }
    });

    [Fact]
    public void A_rotation_needs_complex_eigenvectors_and_has_real_powers()
    {
        var quarterTurn = Matrices.Of(new double[,] { { 0, -1 }, { 1, 0 } });
        Near.Equal("W³", -quarterTurn, Diagonalisation.Of(quarterTurn).Power(3), Near.Golden);
        Near.Equal("W⁴", Matrix<double>.Build.DenseIdentity(2), Diagonalisation.Of(quarterTurn).Power(4), Near.Golden);
    }

    [Fact]
    public void Repeated_eigenvalues_alone_do_not_make_a_matrix_defective()
    {
        Near.Equal("I⁵", Matrix<double>.Build.DenseIdentity(4), Diagonalisation.Of(Matrix<double>.Build.DenseIdentity(4)).Power(5), Near.Golden);
        Near.Equal("0⁰", Matrix<double>.Build.DenseIdentity(3), Diagonalisation.Of(Matrix<double>.Build.Dense(3, 3)).Power(0), Near.Golden);
    }

    [Fact]
    public void A_defective_matrix_is_refused_and_the_message_says_what_to_use()
    {
        foreach (var W in new[] { Matrices.JordanBlock, Matrices.NilpotentShift, Matrices.RadiusZero })
        {
            var message = Assert.Throws<ArgumentException>(() => Diagonalisation.Of(W)).Message;
            Assert.StartsWith($"W must have n = {W.RowCount} independent eigenvectors", message, StringComparison.Ordinal);
            Assert.Contains("defective", message, StringComparison.Ordinal);
            Assert.Contains("W.Power(k)", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_Jordan_block_is_recognised_in_every_basis() => RandomMatrix.ForAll(m =>
    {
        var Jordan = m.Scale * Matrix<double>.Build.DenseIdentity(m.n + 1);
        Jordan[0, 1] = m.Scale;
        var S = (m with { n = m.n + 1 }).Basis;
        Assert.Throws<ArgumentException>(() => Diagonalisation.Of(S * Jordan * S.Inverse()));
    });

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Refusal.Says("square", () => Diagonalisation.Of(Matrix<double>.Build.Dense(2, 3)));
        Refusal.Says("finite", () => Diagonalisation.Of(Matrices.Diagonal(double.PositiveInfinity)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Diagonalisation.Of(Matrices.Diagonal(1)).Power(-1));
    }
}
