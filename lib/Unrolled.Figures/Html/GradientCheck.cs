namespace Unrolled.Figures;

/// <summary>A table that holds gradients against two values made without any derivation: central differences and automatic differentiation.</summary>
/// <remarks>
/// Differences below the bounds are written as such: their digits are rounding, and differ between machines.
/// <code>
/// GradientCheck.Of("∂L/∂b_q")
///     .Compare("∂L/∂b_q", ours, numeric, autograd)
/// </code>
/// </remarks>
public static class GradientCheck
{
    /// <summary>What central differences with ε = 1e-5 leave of the truth.</summary>
    public const double CentralBound = 1e-9;

    /// <summary>What rounding leaves between two exact computations in double precision, for gradients of size 1 or below.</summary>
    public const double ExactBound = 1e-14;

    /// <summary>A check without gradients, to which they are added.</summary>
    /// <param name="title">The caption.</param>
    public static Table Of(string title) =>
        Table.Of(title, "of", "entries", "largest |entry|", "max |difference|: central", "max |difference|: PyTorch", "verdict");

    /// <summary>Adds a gradient.</summary>
    /// <param name="check">The table so far.</param>
    /// <param name="name">What it is the gradient of.</param>
    /// <param name="gradient">The gradient to check, entry by entry.</param>
    /// <param name="numeric">The same by central differences.</param>
    /// <param name="autograd">The same by automatic differentiation.</param>
    /// <exception cref="ArgumentException">The three differ in their number of entries.</exception>
    public static Table Compare(
        this Table check, string name, IEnumerable<double> gradient, IEnumerable<double> numeric, IEnumerable<double> autograd)
    {
        double[] entries = [.. gradient];
        var (toNumeric, toAutograd) = (Gap(name, entries, [.. numeric]), Gap(name, entries, [.. autograd]));
        var agree = toNumeric < CentralBound && toAutograd < ExactBound;
        return check.Row(
            name, entries.Length, entries.Select(Math.Abs).Aggregate(0.0, Math.Max),
            Below(toNumeric, CentralBound), Below(toAutograd, ExactBound), agree ? "agrees" : "DIFFERS");
    }

    private static double Gap(string name, double[] gradient, double[] other) => gradient.Length == other.Length
        ? gradient.Zip(other, (a, b) => Math.Abs(a - b)).Aggregate(0.0, Math.Max) // unlike LINQ's Max, it doesn't lose NaN
        : throw new ArgumentException($"The gradient of {name} must have {other.Length} entries, got {gradient.Length}.", nameof(gradient));

    private static string Below(double gap, double bound) =>
        gap < bound ? $"< {NumberText.Of(bound, 1)}" : NumberText.Of(gap, 2);
}
