using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>Fills a new weight matrix; every random number comes from <paramref name="rng"/>.</summary>
public delegate Matrix<double> Initialiser(int rows, int columns, Random rng);

/// <summary>The initialisers of chapter 02.</summary>
public static class Initialise
{
    /// <summary>Independent Gaussian entries with mean 0 and standard deviation <paramref name="s"/>.</summary>
    public static Initialiser Gaussian(double s) => (rows, columns, rng) =>
        Matrix<double>.Build.Dense(rows, columns, (_, _) => Normal.Sample(rng, 0, s));
}
