using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// Layer normalisation (Ba, Kiros and Hinton 2016, equation 4) of one vector of size n:
/// x̂ = (x − μ) / s with the vector's own mean μ and standard deviation s = √(var + ε), then y = g ⊙ x̂ + b.
/// </summary>
public static class LayerNorm
{
    /// <summary>What the forward pass computed.</summary>
    /// <param name="g">The gain, n.</param>
    /// <param name="x̂">The normalised vector, n: mean 0, variance 1.</param>
    /// <param name="s">√(var + ε).</param>
    /// <param name="y">The result, n.</param>
    public sealed record Trace(Vector<double> g, Vector<double> x̂, double s, Vector<double> y);

    /// <summary>The gradients of gain, bias and input, each of size n.</summary>
    public sealed record Gradients(Vector<double> dL_dg, Vector<double> dL_db, Vector<double> dL_dx);

    /// <summary>The forward pass.</summary>
    /// <param name="x">The vector to normalise, n.</param>
    /// <param name="g">The gain, n; ones change nothing.</param>
    /// <param name="b">The bias, n; zeros change nothing.</param>
    /// <param name="ε">Added to the variance, so that a constant vector does not divide by 0.</param>
    /// <exception cref="ArgumentException">Sizes differ, or a number is not finite.</exception>
    public static Trace Forward(Vector<double> x, Vector<double> g, Vector<double> b, double ε = 1e-5)
    {
        Check.Finite(nameof(x), x);
        Check.Size(nameof(g), g, "n", x.Count);
        Check.Size(nameof(b), b, "n", x.Count);
        var μ = x.Sum() / x.Count;
        var s = Math.Sqrt((x - μ).PointwisePower(2).Sum() / x.Count + ε);
        var x̂ = (x - μ) / s;
        return new Trace(g, x̂, s, g.PointwiseMultiply(x̂) + b);
    }

    /// <summary>The backward pass.</summary>
    /// <exception cref="ArgumentException">dL_dy has another size than y.</exception>
    public static Gradients Backward(Trace trace, Vector<double> dL_dy)
    {
        var (g, x̂, s, y) = trace;
        Check.Size(nameof(dL_dy), dL_dy, "n", y.Count);

        // y = g ⊙ x̂ + b
        var dL_dg = dL_dy.PointwiseMultiply(x̂);
        var dL_dx̂ = dL_dy.PointwiseMultiply(g);

        // x̂ = (x − μ) / s, where μ and s depend on every x_j: the parts of ∂L/∂x̂ along 1 and along x̂ are lost
        var n = y.Count;
        var dL_dx = (dL_dx̂ - dL_dx̂.Sum() / n - x̂ * (dL_dx̂.DotProduct(x̂) / n)) / s;

        return new Gradients(dL_dg, dL_dy, dL_dx);
    }
}
