using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter04
{
    /// <summary>A matrix with a wanted spectral radius.</summary>
    /// <param name="W">The matrix to scale, n × n, with a spectral radius above 0.</param>
    /// <param name="ρ">The wanted spectral radius.</param>
    /// <returns>W times a number, with spectral radius ρ.</returns>
    public delegate Matrix<double> RescaleFunction(Matrix<double> W, double ρ);

    /// <summary>4.7: rescale W_hh to a given spectral radius.</summary>
    public static ValueExercise<RescaleFunction> Rescale { get; } = new("4.7", "Rescale to a given spectral radius")
    {
        Matters = "This is how the running example of the chapter was made, and how many recurrent networks are initialised.",
        Next = "exercise 4.8 builds a matrix whose powers grow before they vanish.",
        Cases = random => [Scaling(1, 1, 0.9, random), Scaling(2, 1, 1.1, random), Scaling(0, 2, 0.5, random)],
        Reference = (W, ρ) => W * (ρ / Spectrum.Of(W).ρ),
        Misconceptions =
        [
            new("scaled by the norm", "You divided by the norm. Then the norm gets the wanted value, and the spectral radius a smaller one.", "4.3",
                (W, ρ) => W * (ρ / SingularValues.Norm(W))),
            new("factor squared", "You scaled by the square of the right factor. Eigenvalues scale like the matrix itself.", "4.2",
                (W, ρ) => W * Math.Pow(ρ / Spectrum.Of(W).ρ, 2)),
            new("own radius left in", "You multiplied by the wanted ρ without dividing by the one that W has.", "4.2",
                (W, ρ) => W * ρ),
            new("scaled to radius 1", "You divided by the radius of W, which makes it 1. It has still to be multiplied by the wanted one.", "4.2",
                (W, _) => W / Spectrum.Of(W).ρ),
            new("factor upside down", "Your factor stands upside down: it is the wanted radius over the one that W has.", "4.2",
                (W, ρ) => W * (Spectrum.Of(W).ρ / ρ)),
        ],
        Hints =
        [
            "What happens to the eigenvalues of W if every entry is multiplied by 3?",
            "c W has the eigenvalues c λ_j, so its spectral radius is c ρ(W) for c > 0. Solve for c.",
        ],
    };

    private static TestCase Scaling(int real, int pairs, double ρ, MersenneTwister random)
    {
        var n = real + 2 * pairs;
        return TestCase.Of(Invariant($"{n} × {n}"), WithKnownEigenvalues(real, pairs, random), ρ + 0.05 * random.NextDouble());
    }
}
