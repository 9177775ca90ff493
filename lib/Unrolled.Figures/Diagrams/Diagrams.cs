namespace Unrolled.Figures;

/// <summary>The diagrams of the course.</summary>
public static partial class Diagrams
{
    /// <summary>The unrolled network, and along which arrows the gradient of a quantity comes back from the losses (chapter 03).</summary>
    /// <param name="quantity">The quantity. The gradient of a parameter is the sum over its copies at all steps.</param>
    /// <param name="steps">The number of steps T, from 1 to 6.</param>
    /// <param name="step">For o_t and h_t: which step t; the middle one if left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number of steps or no such step.</exception>
    /// <exception cref="ArgumentException">A step was chosen for a parameter.</exception>
    public static Diagram GradientPath(Quantity quantity, int steps = 4, int? step = null) => GradientPaths.Of(quantity, steps, step);
}
