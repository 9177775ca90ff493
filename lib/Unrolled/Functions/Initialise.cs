using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Unrolled;

/// <summary>Fills a new weight matrix; every random number comes from <paramref name="rng"/>.</summary>
public delegate Matrix<double> Initialiser(int rows, int columns, Random rng);

/// <summary>The initialisers of chapter 02. A matrix has fan_in = its columns and fan_out = its rows.</summary>
public static class Initialise
{
    /// <summary>Every entry 0: for showing what it does, and for biases.</summary>
    public static Initialiser Zero { get; } = (rows, columns, _) => Matrix<double>.Build.Dense(rows, columns);

    /// <summary>Ones on the diagonal, else 0: the state is copied on (Le, Jaitly and Hinton 2015, with ReLU).</summary>
    public static Initialiser Identity { get; } = (rows, columns, _) => Matrix<double>.Build.DenseIdentity(rows, columns);

    /// <summary>Gaussian with standard deviation √(2 / (fan_in + fan_out)) (Glorot and Bengio 2010, equation 12).</summary>
    public static Initialiser Xavier { get; } = (rows, columns, rng) => Gaussian(Math.Sqrt(2.0 / (rows + columns)))(rows, columns, rng);

    /// <summary>
    /// Orthonormal columns, or rows where there are fewer rows, uniformly distributed: all singular values are 1 (Saxe et al. 2014).
    /// </summary>
    public static Initialiser Orthogonal { get; } = (rows, columns, rng) => rows >= columns
        ? OrthonormalColumns(rows, columns, rng)
        : OrthonormalColumns(columns, rows, rng).Transpose();

    /// <summary>Independent Gaussian entries with mean 0 and standard deviation <paramref name="s"/>.</summary>
    public static Initialiser Gaussian(double s) => (rows, columns, rng) =>
        Matrix<double>.Build.Dense(rows, columns, (_, _) => Normal.Sample(rng, 0, s));

    /// <summary>A square matrix from <paramref name="init"/>, scaled so that its spectral radius is <paramref name="ρ"/>.</summary>
    /// <exception cref="ArgumentException">The matrix is not square, or its spectral radius is 0 and no factor can change it.</exception>
    public static Initialiser WithSpectralRadius(double ρ, Initialiser init) => (rows, columns, rng) =>
    {
        if (rows != columns)
            throw new ArgumentException(Invariant($"A spectral radius needs a square matrix, got {rows} × {columns}."), nameof(init));
        var W = init(rows, columns, rng);
        var now = W.Evd().EigenValues.AbsoluteMaximum().Magnitude;
        return now > 0
            ? W * (ρ / now)
            : throw new ArgumentException(Invariant($"A spectral radius must be above 0 to be scaled to {ρ}, got 0 (a nilpotent matrix)."), nameof(init));
    };

    // QR of a Gaussian matrix. With R's diagonal made positive, Q is uniform over all rotations and reflections (Mezzadri 2007).
    private static Matrix<double> OrthonormalColumns(int rows, int columns, Random rng)
    {
        var qr = Gaussian(1)(rows, columns, rng).QR(QRMethod.Thin);
        return qr.Q * Matrix<double>.Build.DiagonalOfDiagonalVector(qr.R.Diagonal().Map(r => r < 0 ? -1.0 : 1.0));
    }
}
