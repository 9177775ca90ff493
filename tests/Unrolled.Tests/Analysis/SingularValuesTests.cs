using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Analysis;

public class SingularValuesTests
{
    [Fact]
    public void Their_squares_are_the_eigenvalues_of_W_transposed_times_W() => RandomMatrix.ForAll(m =>
    {
        var λ = (m.W.Transpose() * m.W).Evd(Symmetricity.Symmetric).EigenValues.Select(λ => λ.Real).OrderDescending();
        var σ = SingularValues.Of(m.W);
        Near.Equal("σ²", Vector<double>.Build.DenseOfEnumerable(λ), σ.PointwiseMultiply(σ), 1e-12);
    });

    [Theory]
    [InlineData(-1000)]
    [InlineData(-60)]
    [InlineData(60)]
    [InlineData(900)]
    public void A_matrix_times_a_power_of_two_has_its_singular_values_times_that_power(int exponent) => RandomMatrix.ForAll(m =>
    {
        var scaled = SingularValues.Of(m.W.Map(w => Math.ScaleB(w, exponent)));
        Near.Equal("σ", SingularValues.Of(m.W), scaled.Map(σ => Math.ScaleB(σ, -exponent)), Near.Golden);
    });

    [Fact]
    public void Zero_and_rectangular_matrices_have_them_too()
    {
        Assert.All(SingularValues.Of(Matrix<double>.Build.Dense(2, 3)), σ => Assert.True(σ == 0 && !double.IsNegative(σ))); // no "-0" in a table
        Near.Equal("σ", Vector<double>.Build.Dense([5.0]), SingularValues.Of(Matrices.Of(new double[,] { { 3, 4 } })), Near.Golden);
    }

    [Fact]
    public void Diagonal_and_sparse_matrices_have_those_of_the_dense_one()
    {
        var dense = Matrices.Diagonal(0.5, -2, 0);
        foreach (var W in new[] { Matrix<double>.Build.DiagonalOfDiagonalVector(dense.Diagonal()), Matrix<double>.Build.SparseOfMatrix(dense) })
        {
            Near.Equal("σ", Vector<double>.Build.Dense([2, 0.5, 0]), SingularValues.Of(W), Near.Golden);
            Near.Equal("ρ", 2, Spectrum.Of(W).ρ, Near.Golden);
            Near.Equal("‖W³‖", 8, PowerNorms.Of(W, 3).Norms[3], Near.Golden);
            Near.Equal("W³", dense.Power(3), Diagonalisation.Of(W).Power(3), Near.Golden);
        }
    }

    [Fact]
    public void A_number_that_is_not_finite_is_refused_with_its_place() => Refusal.Is(
        "M must be finite, got Infinity at row 1, column 1.", () => SingularValues.Norm(Matrices.Diagonal(1, double.PositiveInfinity)));
}
