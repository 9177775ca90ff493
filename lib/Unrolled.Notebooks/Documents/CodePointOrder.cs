namespace Unrolled.Notebooks;

/// <summary>Python's order of strings: by Unicode code point, where ordinal order compares UTF-16 units and puts 𝑊 before U+FF37.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    public static readonly CodePointOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var a = x.AsSpan();
        var b = y.AsSpan();
        var same = a.CommonPrefixLength(b);
        if (same == a.Length || same == b.Length)
            return a.Length.CompareTo(b.Length);
        // A surrogate stands for a code point above every character that needs none.
        var (inA, inB) = (char.IsSurrogate(a[same]), char.IsSurrogate(b[same]));
        return inA == inB ? a[same].CompareTo(b[same]) : inA.CompareTo(inB);
    }
}
