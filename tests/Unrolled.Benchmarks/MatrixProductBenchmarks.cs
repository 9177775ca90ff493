using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Unrolled.Benchmarks;

/// <summary>Why the fast path has its own tanh, and what its matrix product reaches.</summary>
public class MatrixProductBenchmarks
{
    private const int Units = 128, Width = 16;

    private readonly double[] _a = [.. Enumerable.Range(0, Units * Width).Select(i => Math.Sin(i) * 3)];
    private readonly double[] _h = new double[Units * Width];
    private readonly double[] _packed = [.. Enumerable.Range(0, Units * Units).Select(i => Math.Sin(i))];

    [Benchmark(OperationsPerInvoke = Units * Width)]
    public void Tanh() => VectorTanh.Apply(_a, _h);

    [Benchmark(OperationsPerInvoke = Units * Width)]
    public void Tanh_of_TensorPrimitives() => TensorPrimitives.Tanh<double>(_a, _h);

    [Benchmark(OperationsPerInvoke = 2 * Units * Units * Width)]
    public void Floating_point_operation_of_a_product() => MatrixProducts.Multiply(_packed, Units, _a, _h, Width);
}
