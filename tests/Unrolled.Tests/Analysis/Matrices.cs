using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Analysis;

/// <summary>The matrices chapter 04 names.</summary>
internal static class Matrices
{
    /// <summary>Moves every component one place down and drops the last: norm 1, and nothing is left after 5 steps.</summary>
    public static Matrix<double> NilpotentShift { get; } = Matrix<double>.Build.Dense(5, 5, (i, j) => i == j + 1 ? 1 : 0);

    /// <summary>A Jordan block with λ = 1.</summary>
    public static Matrix<double> JordanBlock { get; } = Of(new double[,] { { 1, 1 }, { 0, 1 } });

    /// <summary>ρ = 0: W² = 0.</summary>
    public static Matrix<double> RadiusZero { get; } = Of(new double[,] { { 2, -2 }, { 2, -2 } });

    /// <summary>ρ = 0.9, norm above 5.</summary>
    public static Matrix<double> Transient { get; } = Of(new double[,] { { 0.9, 5 }, { 0, 0.8 } });

    public static Matrix<double> Of(double[,] entries) => Matrix<double>.Build.DenseOfArray(entries);

    public static Matrix<double> Diagonal(params double[] entries) => Matrix<double>.Build.DenseOfDiagonalArray(entries);
}
