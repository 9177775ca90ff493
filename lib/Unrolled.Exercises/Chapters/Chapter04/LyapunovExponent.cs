using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter04
{
    /// <summary>The growth per step of a product of Jacobians.</summary>
    /// <param name="J">J_1, J_2, …, J_T, each n_h × n_h: J[0] is J_1.</param>
    /// <returns>λ = (1/T) log ‖J_T ⋯ J_1‖ with the spectral norm and the natural logarithm.</returns>
    public delegate double LyapunovExponentFunction(IReadOnlyList<Matrix<double>> J);

    /// <summary>4.9: the Lyapunov exponent of a list of Jacobians.</summary>
    public static ValueExercise<LyapunovExponentFunction> LyapunovExponent { get; } = new("4.9", "The Lyapunov exponent")
    {
        Matters = "Its sign says whether the gradient vanishes or explodes along this trajectory, which W_hh alone does not.",
        Next = "exercise 4.10 asks for your own words.",
        Cases = random => [Jacobians(2, 12, random), Jacobians(3, 20, random), Jacobians(4, 8, random)],
        Reference = J => Math.Log(SingularValues.Norm(Latest(J))) / J.Count,
        Misconceptions =
        [
            new("norms multiplied", "You multiplied the norms of the single factors. That is an upper bound: the norm of the product is smaller.", "4.7",
                J => J.Average(J_t => Math.Log(SingularValues.Norm(J_t)))),
            new("not per step", "You did not divide by the number of steps.", "4.8",
                J => Math.Log(SingularValues.Norm(Latest(J)))),
            new("order reversed", "You multiplied in the wrong order: the latest Jacobian stands on the left.", "4.5",
                J => Math.Log(SingularValues.Norm(J.Aggregate((product, J_t) => product * J_t))) / J.Count),
            new("spectral radius of the product", "You took the spectral radius of the product. The product is no power; its norm says how far it can stretch a vector.", "4.8",
                J => Math.Log(Spectrum.Of(Latest(J)).ρ) / J.Count),
            new("one vector followed", "You followed one vector, as the cell of section 4.8 does over many steps. Over few it depends on the start: take the norm of the product.", "4.8",
                Followed),
            new("Frobenius norm", "You took the Frobenius norm. The spectral norm is the largest singular value.", "4.3",
                J => Math.Log(Latest(J).FrobeniusNorm()) / J.Count),
            new("logarithm of base 10", "You took the logarithm of base 10. The exponent of e needs the natural one.", "4.8",
                J => Math.Log10(SingularValues.Norm(Latest(J))) / J.Count),
        ],
        Hints =
        [
            "First the product of all Jacobians, then one norm, then one logarithm.",
            "`J.Aggregate((product, J_t) => J_t * product)` puts the latest on the left.",
            "`SingularValues.Norm(product)` is the spectral norm; divide its `Math.Log` by `J.Count`.",
        ],
    };

    // The loop of section 4.8, with its start.
    private static double Followed(IReadOnlyList<Matrix<double>> J)
    {
        var (v, sum) = (Vector<double>.Build.Dense(J[0].ColumnCount, 1), 0.0);
        foreach (var J_t in J)
        {
            v = J_t * v;
            sum += Math.Log(v.L2Norm());
            v /= v.L2Norm();
        }

        return sum / J.Count;
    }

    private static Matrix<double> Latest(IReadOnlyList<Matrix<double>> J) => J.Aggregate((product, J_t) => J_t * product);

    private static TestCase Jacobians(int n, int T, MersenneTwister random) => TestCase.Of(
        Invariant($"n_h = {n}, T = {T}"), Enumerable.Range(0, T).Select(_ => Initialise.Gaussian(0.9)(n, n, random)).ToList());
}
