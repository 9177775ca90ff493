using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter04
{
    /// <summary>How long a linear network remembers along its slowest direction.</summary>
    /// <param name="W">W_hh with ρ below 1, n_h × n_h.</param>
    /// <returns>The smallest k with ρᵏ ≤ 0.01.</returns>
    public delegate int StepsLeftFunction(Matrix<double> W);

    /// <summary>4.6: steps until one per cent is left.</summary>
    public static ValueExercise<StepsLeftFunction> StepsLeft { get; } = new("4.6", "Steps until one per cent is left")
    {
        Matters = "A spectral radius that looks close to 1 may still mean a memory of a few dozen steps.",
        Next = "exercise 4.7 sets the spectral radius.",
        Cases = random => [Forgetting(2, random), Forgetting(3, random), Forgetting(4, random), Forgetting(3, random)],
        Reference = W => (int)Math.Ceiling(Math.Log(0.01) / Math.Log(Spectrum.Of(W).ρ)),
        Misconceptions =
        [
            new("rounded down", "You rounded down: after that many steps there is still a little more left than asked.", "4.2",
                W => (int)(Math.Log(0.01) / Math.Log(Spectrum.Of(W).ρ))),
            new("two kinds of logarithm", "You mixed logarithms of two bases. Either kind will do, above and below the line alike.", "4.2",
                W => (int)Math.Ceiling(Math.Log10(0.01) / Math.Log(Spectrum.Of(W).ρ))),
            new("norm for ρ", "You counted with the norm σ_1. It bounds one step; the coordinate of the largest eigenvalue shrinks by ρ.", "4.3",
                W => (int)Math.Ceiling(Math.Log(0.01) / Math.Log(SingularValues.Norm(W)))),
            new("one tenth", "You counted until one tenth is left. One per cent is 0.01.", "4.2",
                W => (int)Math.Ceiling(Math.Log(0.1) / Math.Log(Spectrum.Of(W).ρ))),
        ],
        Hints =
        [
            "After k steps the coordinate of the largest eigenvalue has the factor ρᵏ. Solve for k.",
            "ρᵏ ≤ 0.01 means k log ρ ≤ log 0.01. log ρ is negative, so dividing by it turns the inequality round.",
            "`Math.Ceiling(Math.Log(0.01) / Math.Log(ρ))`, as an `int`.",
        ],
    };

    // ρ < σ_1 < 1, and no count so close to a whole number that rounding could decide.
    private static TestCase Forgetting(int n, MersenneTwister random)
    {
        while (true)
        {
            var W = Initialise.Gaussian(1)(n, n, random);
            W *= 0.98 / SingularValues.Norm(W);
            double ρ = Spectrum.Of(W).ρ, k = Math.Log(0.01) / Math.Log(ρ);
            if (ρ > 0.6 && ρ < 0.92 && Math.Abs(k - Math.Round(k)) > 0.05)
                return TestCase.Of(Invariant($"{n} × {n}"), W);
        }
    }
}
