namespace Unrolled.Figures;

/// <summary>The names of quantities at a step, the same under every culture.</summary>
internal static class StepName
{
    /// <summary>The id of the node of a quantity at a step.</summary>
    public static string Id(string name, int step) => Invariant($"{name}@{step}");

    /// <summary>What stands in the node: x_3.</summary>
    public static string Label(string name, int step) => Invariant($"{name}_{step}");
}
