namespace Unrolled.Testing;

/// <summary>Bad input is refused by a message that names the operand, what was expected and what came.</summary>
internal static class Refusal
{
    public static void Says(string part, Action call) =>
        Assert.Contains(part, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);

    /// <summary>The whole message, but for the parameter's name that the class library appends.</summary>
    public static void Is(string message, Action call)
    {
        var e = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Equal(e.ParamName is null ? message : $"{message} (Parameter '{e.ParamName}')", e.Message);
    }
}
