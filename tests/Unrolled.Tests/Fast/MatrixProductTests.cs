using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;
using Lanes = System.Numerics.Vector<double>;

namespace Unrolled.Tests.Fast;

/// <summary>Each vector kernel beside its scalar twin.</summary>
public class MatrixProductTests
{
    [Theory]
    [InlineData(4, 1, 1)]
    [InlineData(4, 2, 3)]
    [InlineData(12, 7, 2)]
    [InlineData(20, 33, 5)]
    public void Both_products_are_those_of_MathNet(int rows, int K, int blocks)
    {
        var width = blocks * MatrixProducts.Columns;
        var rng = new MersenneTwister(rows);
        Matrix<double> Random(int m, int n) => Matrix<double>.Build.Dense(m, n, (_, _) => rng.NextDouble() - 0.5);
        var (A, B, C) = (Random(rows, K), Random(K, width), Random(rows, width));
        double[] packed = [.. Enumerable.Range(0, rows / 4).SelectMany(panel => A.SubMatrix(4 * panel, 4, 0, K).ToColumnMajorArray())];

        var product = C.ToRowMajorArray();
        MatrixProducts.Multiply(packed, K, B.ToRowMajorArray(), product, width);
        Near.Equal("A B", A * B, Matrix<double>.Build.DenseOfRowMajor(rows, width, product), Near.Golden);

        var sum = C.ToRowMajorArray();
        MatrixProducts.Multiply(packed, K, B.ToRowMajorArray(), sum, width, add: true);
        Near.Equal("C + A B", C + A * B, Matrix<double>.Build.DenseOfRowMajor(rows, width, sum), Near.Golden);

        var even = MatrixProducts.RoundUp(K, 2);
        var transposed = new double[rows * even];
        MatrixProducts.AddProductTransposed(C.ToRowMajorArray(), rows, [.. B.ToRowMajorArray(), .. new double[width]], K, width, transposed);
        Near.Equal(
            "A B transposed", C * B.Transpose(),
            Matrix<double>.Build.DenseOfRowMajor(rows, even, transposed).SubMatrix(0, rows, 0, K), Near.Golden);
    }

    [Fact]
    public void Buffers_that_are_too_short_are_refused_before_anything_is_read() =>
        Assert.Throws<InvalidOperationException>(() => MatrixProducts.Multiply(new double[8], 2, new double[15], new double[64], MatrixProducts.Columns));

    [Fact]
    public void Activations_agree_with_the_scalar_functions_to_1e13_relative()
    {
        List<double> a = [];
        for (var size = 1e-300; size < 1e300; size *= size is > 1e-3 and < 1e3 ? 1.001 : 1.7)
            a.AddRange([size, -size]);
        Agrees<VectorTanh>(Activation.Tanh, a);
        Agrees<VectorSigmoid>(Activation.Sigmoid, a.Where(a => a > -700));
        Agrees<VectorReLU>(Activation.ReLU, a);
        Agrees<VectorIdentity>(Activation.Identity, a);
    }

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(double.PositiveInfinity, 1, 1)]
    [InlineData(double.NegativeInfinity, -1, 0)]
    [InlineData(double.NaN, double.NaN, double.NaN)]
    public void Tanh_and_sigmoid_of_special_numbers(double a, double tanh, double sigmoid)
    {
        Assert.Equal(tanh, Value<VectorTanh>(a));
        Assert.Equal(sigmoid, Value<VectorSigmoid>(a), 1e-300);
    }

    private static void Agrees<φ>(Activation scalar, IEnumerable<double> values) where φ : IVectorActivation
    {
        foreach (var a in values)
        {
            var (expected, actual) = (scalar.Apply(a), Value<φ>(a));
            Assert.True(Math.Abs(expected - actual) <= 1e-13 * Math.Abs(expected), $"{scalar} at {a:R}: {expected:R}, got {actual:R}");
            Assert.Equal(scalar.Derivative(a, actual), φ.Derivative(new Lanes(actual))[0]);
        }
    }

    private static double Value<φ>(double a) where φ : IVectorActivation
    {
        var h = new double[Lanes.Count];
        φ.Apply([.. Enumerable.Repeat(a, h.Length)], h);
        return h[^1];
    }
}
