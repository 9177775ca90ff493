namespace Unrolled.Exercises;

/// <summary>Arguments on which answers are compared.</summary>
/// <param name="Label">What sets the case apart, usually its shape: "n_h = 3, n_x = 2".</param>
/// <param name="Arguments">One for each parameter of the exercise's function, in their order.</param>
public sealed record TestCase(string Label, IReadOnlyList<object?> Arguments)
{
    /// <summary>A case with these arguments.</summary>
    public static TestCase Of(string label, params object?[] arguments) => new(label, arguments);
}
