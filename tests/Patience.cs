namespace Unrolled.Testing;

/// <summary>How long tests wait. Nothing is expected to be quick: what hangs fails its test, instead of holding up all others.</summary>
internal static class Patience
{
    /// <summary>Longer than anything takes on a machine that has much else to do.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until something has happened.</summary>
    public static void Until(Func<bool> happened, string what)
    {
        for (var start = Environment.TickCount64; !happened(); Thread.Sleep(LookEvery))
            Assert.True(Environment.TickCount64 - start < Limit.TotalMilliseconds, $"In vain waited for {what}.");
    }
}
