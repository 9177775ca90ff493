using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// A network of one unit without input, x_t = w σ(x_{t-1}) + b with x_0 = 0.5 and E = (σ(x_50) − 0.7)² (after Pascanu, Mikolov, Bengio
/// 2013, figure 6; x is the pre-activation). Its error surface over (w, b) has a wall: see <see cref="Wall"/>.
/// </summary>
public static class OneUnit
{
    private const int T = 50;
    private const double x_0 = 0.5, Target = 0.7;
    private static readonly Activation σ = Activation.Sigmoid;

    /// <summary>x_0..x_50.</summary>
    /// <exception cref="ArgumentException">w or b is not finite.</exception>
    public static Vector<double> Trajectory(double w, double b)
    {
        CheckFinite(w, b);
        var x = new double[T + 1];
        x[0] = x_0;
        for (var t = 1; t <= T; t++)
            x[t] = w * σ.Apply(x[t - 1]) + b;
        return Vector<double>.Build.Dense(x);
    }

    /// <summary>E(w, b), at most 0.49.</summary>
    public static double Error(double w, double b)
    {
        var o = σ.Apply(Trajectory(w, b)[T]);
        return (o - Target) * (o - Target);
    }

    /// <summary>(∂E/∂w, ∂E/∂b), exactly: the derivatives of x_t are carried along with x_t.</summary>
    public static (double dE_dw, double dE_db) Gradient(double w, double b)
    {
        double dx_dw = 0, dx_db = 0;
        var x = Trajectory(w, b);
        for (var t = 1; t <= T; t++)
        {
            // x_t = w σ(x_{t-1}) + b
            var h_tm1 = σ.Apply(x[t - 1]);
            var slope = w * σ.Derivative(x[t - 1], h_tm1);
            (dx_dw, dx_db) = (h_tm1 + slope * dx_dw, 1 + slope * dx_db);
        }

        // E = (σ(x_50) − 0.7)²
        var o = σ.Apply(x[T]);
        var dE_dx = 2 * (o - Target) * σ.Derivative(x[T], o);
        return (dE_dx * dx_dw, dE_dx * dx_db);
    }

    /// <summary>
    /// The b at which the wall stands for this w: below it x_t falls to the low fixed point, above it rises to the high one. Two stable
    /// states need w &gt; 4. From w = 4.2553 on the wall is the edge between their basins, where x_0 itself is the unstable fixed point:
    /// b = x_0 − w σ(x_0). Near a fold (<see cref="FixedPoint.Folds"/>) for w closer to 4: there the high state vanishes.
    /// On the edge ∂E/∂b grows like (w σ′(x_0))^50, so the wall gets steeper with w: 7e3 at w = 5, 2e7 at w = 6.
    /// </summary>
    /// <returns>null for w ≤ 4: no wall.</returns>
    public static double? Wall(double w) => w switch
    {
        <= 4 => null,
        _ when w * σ.Derivative(x_0, σ.Apply(x_0)) > 1 => x_0 - w * σ.Apply(x_0),
        _ => FixedPoint.Folds(w)[0],
    };

    /// <summary>E over a grid: row i belongs to b[i], column j to w[j], as a picture with w to the right and b upwards wants it.</summary>
    public static Matrix<double> Surface(IReadOnlyList<double> w, IReadOnlyList<double> b) =>
        Matrix<double>.Build.Dense(b.Count, w.Count, (i, j) => Error(w[j], b[i]));

    internal static void CheckFinite(double w, double b)
    {
        if (!double.IsFinite(w) || !double.IsFinite(b))
            throw new ArgumentException(Invariant($"w and b must be finite, got w = {w}, b = {b}."), nameof(w));
    }
}
