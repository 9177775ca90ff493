namespace Unrolled.Tests.Analysis;

/// <summary>Bad input is refused by a message that holds all the given parts: the operand, what was expected, what came.</summary>
internal static class Refusal
{
    public static void Says(string part, Action call) =>
        Assert.Contains(part, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
