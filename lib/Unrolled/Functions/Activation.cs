using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>A function h = φ(a) from vectors to vectors, and how a gradient passes back through it.</summary>
public abstract class OutputActivation
{
    /// <summary>The usual name, "tanh".</summary>
    public abstract string Name { get; }

    /// <summary>φ(a).</summary>
    public abstract Vector<double> Apply(Vector<double> a);

    /// <summary>∂L/∂a = Jᵀ ∂L/∂h with J = ∂h/∂a.</summary>
    /// <param name="a">The argument.</param>
    /// <param name="h">Its value φ(a), known from the forward pass.</param>
    /// <param name="dL_dh">The gradient that arrives at h.</param>
    public abstract Vector<double> Backward(Vector<double> a, Vector<double> h, Vector<double> dL_dh);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>An elementwise activation φ with its derivative φ′ and γ = max φ′.</summary>
public sealed class Activation : OutputActivation
{
    private readonly Func<double, double> _value;
    private readonly Func<double, double, double> _derivative;

    private Activation(string name, Func<double, double> value, Func<double, double, double> derivative, double γ) =>
        (Name, _value, _derivative, this.γ) = (name, value, derivative, γ);

    /// <summary>tanh a, with φ′ = 1 − h². It reaches γ = 1 only at a = 0.</summary>
    public static Activation Tanh { get; } = new("tanh", Math.Tanh, (a, h) => 1 - h * h, γ: 1);

    /// <summary>The logistic sigmoid σ(a) = 1 / (1 + e^−a), with φ′ = h (1 − h) and γ = 1/4.</summary>
    public static Activation Sigmoid { get; } = new("sigmoid", a => 1 / (1 + Math.Exp(-a)), (a, h) => h * (1 - h), γ: 0.25);

    /// <summary>max(0, a), with φ′ = 1 for a &gt; 0, else 0. At the kink a = 0 the course takes 0.</summary>
    public static Activation ReLU { get; } = new("ReLU", a => Math.Max(0, a), (a, h) => a > 0 ? 1 : 0, γ: 1);

    /// <summary>φ(a) = a: the linear layer.</summary>
    public static Activation Identity { get; } = new("identity", a => a, (a, h) => 1, γ: 1);

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>max φ′, the most that one step through φ can stretch a gradient.</summary>
    public double γ { get; }

    /// <summary>φ(a) of a number.</summary>
    public double Apply(double a) => _value(a);

    /// <summary>φ′ of a number, given a and h = φ(a).</summary>
    public double Derivative(double a, double h) => _derivative(a, h);

    /// <inheritdoc/>
    public override Vector<double> Apply(Vector<double> a) => a.Map(_value, Zeros.Include);

    /// <summary>φ′(a), entry by entry, given a and h = φ(a).</summary>
    public Vector<double> Derivative(Vector<double> a, Vector<double> h) => a.Map2(_derivative, h, Zeros.Include);

    /// <inheritdoc/>
    /// <remarks>Elementwise: J is diagonal, so ∂L/∂a = φ′(a) ⊙ ∂L/∂h.</remarks>
    public override Vector<double> Backward(Vector<double> a, Vector<double> h, Vector<double> dL_dh) =>
        Derivative(a, h).PointwiseMultiply(dL_dh);
}
