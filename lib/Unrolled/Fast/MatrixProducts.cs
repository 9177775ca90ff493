using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Unrolled;

/// <summary>
/// The two matrix products of the fast path. A matrix of activations is rows × width: one row per unit, one column per sequence of the
/// batch. Both keep eight sums in registers while they walk along the inner dimension. MathNet's managed product reaches 2 GFLOP/s at
/// these sizes where this one reaches 50, and OpenBLAS would have to be installed beside the course.
/// </summary>
/// <remarks>
/// Methods with inner loops are marked AggressiveOptimization: a first epoch in code that the runtime has not optimised yet
/// took four times as long, and in class it is the first epochs that are watched.
/// </remarks>
internal static class MatrixProducts
{
    /// <summary>Rows of one tile. Row counts are rounded up to it.</summary>
    public const int Rows = 4;

    /// <summary>
    /// A sum over the batch is kept in eight sums, column j in sum j mod 8, whatever the width of the machine's vectors. So every machine
    /// adds in the same order.
    /// </summary>
    public const int Lanes = 8;

    /// <summary>Widths are multiples of this.</summary>
    public static int Columns => Math.Max(Lanes, 2 * Vector<double>.Count);

    public static int RoundUp(int n, int multiple) => (n + multiple - 1) / multiple * multiple;

    /// <summary>C = A B, or C += A B: rows × width from rows × K and K × width.</summary>
    /// <param name="A">Packed: four rows together, column after column (<see cref="PackedWeights"/>).</param>
    /// <param name="K">The inner dimension.</param>
    /// <param name="B">K × width, row after row.</param>
    /// <param name="C">rows × width, row after row.</param>
    /// <param name="width">The columns of B and C.</param>
    /// <param name="add">Whether the product is added to what C holds.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<double> A, int K, ReadOnlySpan<double> B, Span<double> C, int width, bool add = false)
    {
        var rows = A.Length / K;
        Require(A.Length == rows * K && rows % Rows == 0 && width % Columns == 0 && B.Length >= K * width && C.Length >= rows * width);
        var V = Vector<double>.Count;
        for (var i = 0; i < rows; i += Rows)
        {
            for (var j = 0; j < width; j += 2 * V)
            {
                ref var c = ref Unsafe.Add(ref MemoryMarshal.GetReference(C), i * width + j);
                ref var c1 = ref Unsafe.Add(ref c, width);
                ref var c2 = ref Unsafe.Add(ref c1, width);
                ref var c3 = ref Unsafe.Add(ref c2, width);
                Vector<double> c00 = default, c01 = default, c10 = default, c11 = default;
                Vector<double> c20 = default, c21 = default, c30 = default, c31 = default;
                if (add)
                {
                    (c00, c01) = (Vector.LoadUnsafe(ref c), Vector.LoadUnsafe(ref c, (nuint)V));
                    (c10, c11) = (Vector.LoadUnsafe(ref c1), Vector.LoadUnsafe(ref c1, (nuint)V));
                    (c20, c21) = (Vector.LoadUnsafe(ref c2), Vector.LoadUnsafe(ref c2, (nuint)V));
                    (c30, c31) = (Vector.LoadUnsafe(ref c3), Vector.LoadUnsafe(ref c3, (nuint)V));
                }

                ref var a = ref Unsafe.Add(ref MemoryMarshal.GetReference(A), i * K);
                ref var b = ref Unsafe.Add(ref MemoryMarshal.GetReference(B), j);
                for (var k = 0; k < K; k++)
                {
                    var (b0, b1) = (Vector.LoadUnsafe(ref b), Vector.LoadUnsafe(ref b, (nuint)V));
                    var a0 = new Vector<double>(a);
                    c00 = Vector.FusedMultiplyAdd(a0, b0, c00);
                    c01 = Vector.FusedMultiplyAdd(a0, b1, c01);
                    var a1 = new Vector<double>(Unsafe.Add(ref a, 1));
                    c10 = Vector.FusedMultiplyAdd(a1, b0, c10);
                    c11 = Vector.FusedMultiplyAdd(a1, b1, c11);
                    var a2 = new Vector<double>(Unsafe.Add(ref a, 2));
                    c20 = Vector.FusedMultiplyAdd(a2, b0, c20);
                    c21 = Vector.FusedMultiplyAdd(a2, b1, c21);
                    var a3 = new Vector<double>(Unsafe.Add(ref a, 3));
                    c30 = Vector.FusedMultiplyAdd(a3, b0, c30);
                    c31 = Vector.FusedMultiplyAdd(a3, b1, c31);
                    a = ref Unsafe.Add(ref a, Rows);
                    b = ref Unsafe.Add(ref b, width);
                }

                c00.StoreUnsafe(ref c);
                c01.StoreUnsafe(ref c, (nuint)V);
                c10.StoreUnsafe(ref c1);
                c11.StoreUnsafe(ref c1, (nuint)V);
                c20.StoreUnsafe(ref c2);
                c21.StoreUnsafe(ref c2, (nuint)V);
                c30.StoreUnsafe(ref c3);
                c31.StoreUnsafe(ref c3, (nuint)V);
            }
        }
    }

    /// <summary>C += A Bᵀ: rows × K from rows × width and K × width. So the gradient of a shared weight is summed over the batch.</summary>
    /// <param name="A">rows × width, row after row.</param>
    /// <param name="rows">The rows of A and of C.</param>
    /// <param name="B">K × width, row after row. Where K is odd, one row more is read, and its result lands in C's spare column.</param>
    /// <param name="K">The rows of B.</param>
    /// <param name="width">The columns of A and B.</param>
    /// <param name="C">rows × (K rounded up to even), row after row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProductTransposed(
        ReadOnlySpan<double> A, int rows, ReadOnlySpan<double> B, int K, int width, Span<double> C)
    {
        var even = RoundUp(K, 2);
        Require(rows % Rows == 0 && width % Columns == 0
            && A.Length >= rows * width && B.Length >= even * width && C.Length >= rows * even);
        Span<double> sums = stackalloc double[Rows * 2 * Lanes];
        for (var i = 0; i < rows; i += Rows)
        {
            ref var a0 = ref Unsafe.Add(ref MemoryMarshal.GetReference(A), i * width);
            ref var a1 = ref Unsafe.Add(ref a0, width);
            ref var a2 = ref Unsafe.Add(ref a1, width);
            ref var a3 = ref Unsafe.Add(ref a2, width);
            for (var k = 0; k < K; k += 2)
            {
                ref var b0 = ref Unsafe.Add(ref MemoryMarshal.GetReference(B), k * width);
                ref var b1 = ref Unsafe.Add(ref b0, width);
                for (var lane = 0; lane < Lanes; lane += Vector<double>.Count)
                {
                    Vector<double> c00 = default, c01 = default, c10 = default, c11 = default;
                    Vector<double> c20 = default, c21 = default, c30 = default, c31 = default;
                    for (var j = (nuint)lane; j < (nuint)width; j += Lanes)
                    {
                        var (p, q) = (Vector.LoadUnsafe(ref b0, j), Vector.LoadUnsafe(ref b1, j));
                        var v0 = Vector.LoadUnsafe(ref a0, j);
                        c00 = Vector.FusedMultiplyAdd(v0, p, c00);
                        c01 = Vector.FusedMultiplyAdd(v0, q, c01);
                        var v1 = Vector.LoadUnsafe(ref a1, j);
                        c10 = Vector.FusedMultiplyAdd(v1, p, c10);
                        c11 = Vector.FusedMultiplyAdd(v1, q, c11);
                        var v2 = Vector.LoadUnsafe(ref a2, j);
                        c20 = Vector.FusedMultiplyAdd(v2, p, c20);
                        c21 = Vector.FusedMultiplyAdd(v2, q, c21);
                        var v3 = Vector.LoadUnsafe(ref a3, j);
                        c30 = Vector.FusedMultiplyAdd(v3, p, c30);
                        c31 = Vector.FusedMultiplyAdd(v3, q, c31);
                    }

                    ref var s = ref sums[lane];
                    c00.StoreUnsafe(ref s);
                    c01.StoreUnsafe(ref s, Lanes);
                    c10.StoreUnsafe(ref s, 2 * Lanes);
                    c11.StoreUnsafe(ref s, 3 * Lanes);
                    c20.StoreUnsafe(ref s, 4 * Lanes);
                    c21.StoreUnsafe(ref s, 5 * Lanes);
                    c30.StoreUnsafe(ref s, 6 * Lanes);
                    c31.StoreUnsafe(ref s, 7 * Lanes);
                }

                for (var r = 0; r < 2 * Rows; r++)
                    C[(i + r / 2) * even + k + r % 2] += Sum(sums.Slice(r * Lanes, Lanes));
            }
        }
    }

    private static double Sum(ReadOnlySpan<double> s) => ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));

    // The loops above read and write without bounds checks, so the bounds are checked once, here.
    private static void Require(bool shapesFit, [CallerArgumentExpression(nameof(shapesFit))] string? condition = null)
    {
        if (!shapesFit)
            throw new InvalidOperationException($"Buffers of the fast path must satisfy {condition}; this is a fault of the library.");
    }
}
