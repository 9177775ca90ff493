using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>One block of rows × width numbers per step, for the steps <paramref name="first"/>, first + 1, ….</summary>
internal sealed class StepBuffer(int rows, int first = 1)
{
    private readonly AlignedBuffer _values = new();
    private int _stride;

    /// <summary>The block of step t.</summary>
    public Span<double> this[int t] => _values.Slice((t - first) * _stride, _stride);

    /// <summary>Makes room for some steps, and for one row more behind the last (<see cref="MatrixProducts.AddProductTransposed"/>).</summary>
    public void Reserve(int steps, int width)
    {
        _stride = rows * width;
        _values.Reserve(checked(steps * _stride + width));
    }

    /// <summary>All blocks from step t on.</summary>
    public Span<double> From(int t) => _values.From((t - first) * _stride);

    /// <summary>The rows of the steps t..t + steps − 1 side by side: rows × (steps · width).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SideBySide(int t, int steps, Span<double> wide)
    {
        var width = _stride / rows;
        for (var s = 0; s < steps; s++)
        {
            var block = this[t + s];
            for (var i = 0; i < rows; i++)
                block.Slice(i * width, width).CopyTo(wide[((i * steps + s) * width)..]);
        }
    }
}
