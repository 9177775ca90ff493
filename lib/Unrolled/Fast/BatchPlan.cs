namespace Unrolled;

/// <summary>
/// How a batch is cut: into parts that one worker computes side by side, and the parts into groups whose sums are added up one after
/// the other. It depends on the number of examples alone, so that neither threads nor the machine's vectors change a result.
/// </summary>
internal readonly struct BatchPlan(ReadOnlyMemory<int> which)
{
    /// <summary>Each group has a gradient of its own in memory.</summary>
    public const int MostGroups = 32;

    // 32 columns keep the trace of a small network in the cache; a small batch is still cut in two, for two threads.
    private int PartSize => Math.Clamp(MatrixProducts.RoundUp((Count + 1) / 2, MatrixProducts.Lanes), MatrixProducts.Lanes, 32);

    private int Parts => (Count + PartSize - 1) / PartSize;

    /// <summary>The number of examples.</summary>
    public int Count => which.Length;

    /// <summary>The number of groups.</summary>
    public int Groups => Math.Min(Parts, MostGroups);

    /// <summary>The first part of a group; the last ends where the next group begins.</summary>
    public int FirstPart(int group) => (int)((long)group * Parts / Groups);

    /// <summary>The examples of a part.</summary>
    public ReadOnlySpan<int> Part(int part) =>
        which.Span.Slice(part * PartSize, Math.Min(PartSize, Count - part * PartSize));
}
