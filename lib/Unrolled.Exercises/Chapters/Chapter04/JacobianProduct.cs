using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter04
{
    /// <summary>∂h_t/∂h_k from the Jacobians of the single steps.</summary>
    /// <param name="J">J(i) is J_i = ∂h_i/∂h_{i-1}, n_h × n_h.</param>
    /// <param name="t">The later step.</param>
    /// <param name="k">The earlier step, 1 ≤ k ≤ t.</param>
    /// <returns>∂h_t/∂h_k, n_h × n_h; the identity for k = t.</returns>
    public delegate Matrix<double> JacobianProductFunction(Func<int, Matrix<double>> J, int t, int k);

    /// <summary>4.5: the product of Jacobians.</summary>
    public static ValueExercise<JacobianProductFunction> JacobianProduct { get; } = new("4.5", "The product of Jacobians")
    {
        Matters = "This matrix is what vanishes or explodes; all else in the chapter are ways to say something about its norm.",
        Next = "exercise 4.6 counts the steps until little is left.",
        Cases = random => [Chain(2, 5, 2, random), Chain(3, 6, 1, random), Chain(4, 4, 3, random), Chain(3, 2, 2, random)],
        Reference = (J, t, k) => Between(J, k + 1, t),
        Misconceptions =
        [
            new("order reversed", "You multiplied in the wrong order: with column vectors the latest Jacobian stands on the left.", "4.5",
                (J, t, k) => Steps(k + 1, t).Aggregate(Identity(J, t), (product, i) => product * J(i))),
            new("transposed", "You returned the transpose: that is the map of the gradient backwards. ∂h_t/∂h_k itself maps a change of h_k forward.", "4.5",
                (J, t, k) => Between(J, k + 1, t).Transpose()),
            new("one factor too few", "A factor is missing: the step from k to k + 1 has the Jacobian J_{k+1}, and it belongs to the product.", "4.5",
                (J, t, k) => Between(J, k + 2, t)),
            new("one factor too many", "You included J_k. It leads from h_{k-1} to h_k, before the part that is asked.", "4.5",
                (J, t, k) => Between(J, k, t)),
            new("one step early", "You took J_k to J_{t-1}. J_i leads from h_{i-1} to h_i, so the factors are J_{k+1} to J_t.", "4.5",
                (J, t, k) => Between(J, k, t - 1)),
            new("one factor only", "You returned a single Jacobian. Between h_k and h_t lie t − k steps, and each brings a factor.", "4.5",
                (J, t, k) => k == t ? Identity(J, t) : J(k + 1)),
            new("empty product", "For k = t no step lies between, so the product is empty: return the identity.", "4.5",
                (J, t, k) => k == t ? J(t) : Between(J, k + 1, t)),
            new("last factor missing", "J_t is missing: the last step leads to h_t, so its Jacobian belongs to the product.", "4.5",
                (J, t, k) => Between(J, k + 1, t - 1)),
        ],
        Hints =
        [
            "Apply the chain rule once: how does h_t depend on h_{t-1}, and that on h_{t-2}?",
            "There are t − k factors, J_t first and J_{k+1} last. Start with the identity of the size of J(t).",
            "`for (var i = k + 1; i <= t; i++) product = J(i) * product;`",
        ],
    };

    private static Matrix<double> Between(Func<int, Matrix<double>> J, int from, int to) =>
        Steps(from, to).Aggregate(Identity(J, to), (product, i) => J(i) * product);

    private static Matrix<double> Identity(Func<int, Matrix<double>> J, int t) => Matrix<double>.Build.DenseIdentity(J(t).RowCount);

    private static IEnumerable<int> Steps(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from + 1));

    // The steps before and after are there too, so that one factor too many is a wrong value and not an exception.
    private static TestCase Chain(int n, int t, int k, MersenneTwister random)
    {
        var all = Enumerable.Range(0, t + 2).Select(_ => Initialise.Gaussian(0.8)(n, n, random)).ToArray();
        return TestCase.Of(Invariant($"n_h = {n}, t = {t}, k = {k}"), (Func<int, Matrix<double>>)(i => all[i].Clone()), t, k);
    }
}
