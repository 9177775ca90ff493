using System.Runtime.InteropServices;

namespace Unrolled;

/// <summary>
/// Memory that is used again and again: it grows when asked for more and never shrinks. It starts at a multiple of 64 bytes, because a
/// vector that crosses a cache line costs two loads; only a pinned array keeps such an address.
/// </summary>
internal sealed class AlignedBuffer
{
    private const int Alignment = 64 / sizeof(double);

    private double[] _values = [];
    private int _start;

    /// <summary>The first <paramref name="length"/> numbers. They hold what they held, or zeros if the memory had to grow.</summary>
    public Span<double> Reserve(int length)
    {
        if (_values.Length < length + Alignment)
        {
            _values = GC.AllocateArray<double>(length + Alignment, pinned: true);
            _start = FirstAligned(_values);
        }

        return _values.AsSpan(_start, length);
    }

    /// <summary>Everything from <paramref name="from"/> on.</summary>
    public Span<double> From(int from) => _values.AsSpan(_start + from);

    /// <summary>The part of <paramref name="length"/> numbers from <paramref name="from"/> on.</summary>
    public Span<double> Slice(int from, int length) => _values.AsSpan(_start + from, length);

    private static int FirstAligned(double[] pinned)
    {
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
        return (int)((64 - address % 64) % 64 / sizeof(double));
    }
}
