using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>The loss ℓ(o, y) of one output against one target, with its derivative ∂ℓ/∂o.</summary>
public abstract class Loss
{
    /// <summary>Σ_j (o_j − y_j)²: summed over the outputs, without ½. Derivative 2 (o − y).</summary>
    public static Loss SquaredError { get; } = new SquaredErrorLoss();

    /// <summary>−Σ_j [y_j log o_j + (1 − y_j) log(1 − o_j)] for outputs in (0, 1) and targets in [0, 1]. Made for the sigmoid.</summary>
    public static Loss BinaryCrossEntropy { get; } = new BinaryCrossEntropyLoss();

    /// <summary>−Σ_j y_j log o_j (natural logarithm) for outputs and targets that are probabilities. Made for softmax.</summary>
    public static Loss CategoricalCrossEntropy { get; } = new CategoricalCrossEntropyLoss();

    /// <summary>The usual name, "squared error".</summary>
    public abstract string Name { get; }

    /// <summary>ℓ(o, y).</summary>
    public abstract double Value(Vector<double> o, Vector<double> y);

    /// <summary>∂ℓ/∂o, the size of o.</summary>
    public abstract Vector<double> Gradient(Vector<double> o, Vector<double> y);

    /// <summary>
    /// True where o = φ_o(z) and ℓ fit together (softmax or sigmoid with its cross-entropy), so that ∂ℓ/∂z = o − y without
    /// a Jacobian and without a division by o.
    /// </summary>
    public virtual bool IsMadeFor(OutputActivation φ_o) => false;

    /// <summary>ℓ(φ_o(z), y) computed from z. Where <see cref="IsMadeFor"/> holds it stays finite even if o rounds to 0 or 1.</summary>
    public virtual double Value(OutputActivation φ_o, Vector<double> z, Vector<double> y) => Value(φ_o.Apply(z), y);

    /// <summary>Refuses targets this loss has no meaning for.</summary>
    internal virtual void CheckTarget(string name, Vector<double> y) => Check.Finite(name, y);

    /// <summary>√Σ_j (o_j − y_j)². To measure with, not to train with: its derivative jumps at o = y.</summary>
    public static double EuclideanDistance(Vector<double> o, Vector<double> y) => Distance.Euclidean(o, y);

    /// <summary>The number of entries in which o and y differ. To measure with: its derivative is 0 wherever it exists.</summary>
    public static double HammingDistance(Vector<double> o, Vector<double> y) => Distance.Hamming(o.ToArray(), y.ToArray());

    /// <inheritdoc/>
    public override string ToString() => Name;

    private sealed class SquaredErrorLoss : Loss
    {
        public override string Name => "squared error";

        public override double Value(Vector<double> o, Vector<double> y) => (o - y).PointwisePower(2).Sum();

        public override Vector<double> Gradient(Vector<double> o, Vector<double> y) => 2 * (o - y);
    }

    private sealed class BinaryCrossEntropyLoss : Loss
    {
        public override string Name => "binary cross-entropy";

        public override double Value(Vector<double> o, Vector<double> y) =>
            -(Dot(y, o.PointwiseLog()) + Dot(1 - y, (1 - o).PointwiseLog()));

        public override Vector<double> Gradient(Vector<double> o, Vector<double> y) => Quotient(1 - y, 1 - o) - Quotient(y, o);

        public override bool IsMadeFor(OutputActivation φ_o) => φ_o == Activation.Sigmoid;

        // With o = σ(z): −log o = log(1 + e^−z) and −log(1 − o) = z + log(1 + e^−z); |z| keeps the exponential below 1.
        public override double Value(OutputActivation φ_o, Vector<double> z, Vector<double> y) => IsMadeFor(φ_o)
            ? z.Map2((z, y) => Math.Max(z, 0) - z * y + Math.Log(1 + Math.Exp(-Math.Abs(z))), y).Sum()
            : base.Value(φ_o, z, y);

        internal override void CheckTarget(string name, Vector<double> y)
        {
            if (!y.ForAll(y => y is >= 0 and <= 1))
                throw new ArgumentException(Invariant(
                    $"{name} must lie in [0, 1] for {Name}, got entries from {y.Minimum()} to {y.Maximum()}."), name);
        }
    }

    private sealed class CategoricalCrossEntropyLoss : Loss
    {
        public override string Name => "categorical cross-entropy";

        public override double Value(Vector<double> o, Vector<double> y) => -Dot(y, o.PointwiseLog());

        public override Vector<double> Gradient(Vector<double> o, Vector<double> y) => -Quotient(y, o);

        public override bool IsMadeFor(OutputActivation φ_o) => φ_o is Softmax;

        public override double Value(OutputActivation φ_o, Vector<double> z, Vector<double> y) =>
            IsMadeFor(φ_o) ? -y.DotProduct(Softmax.Log(z)) : base.Value(φ_o, z, y);

        internal override void CheckTarget(string name, Vector<double> y)
        {
            if (!(y.Minimum() >= 0 && Math.Abs(y.Sum() - 1) <= 1e-9))
                throw new ArgumentException(Invariant(
                    $"{name} must be probabilities that sum to 1 for {Name}, got entries from {y.Minimum()} that sum to {y.Sum()}."), name);
        }
    }

    // 0 log 0 and 0 / 0 count as 0: a class that is not the target adds nothing, however unlikely the output holds it.
    private static double Dot(Vector<double> y, Vector<double> log) => y.Map2((y, log) => y == 0 ? 0 : y * log, log, Zeros.Include).Sum();

    private static Vector<double> Quotient(Vector<double> y, Vector<double> o) => y.Map2((y, o) => y == 0 ? 0 : y / o, o, Zeros.Include);
}
