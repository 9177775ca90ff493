using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;
using Lanes = System.Numerics.Vector<double>;

namespace Unrolled.Tests.Fast;

/// <summary>Each vector kernel beside its scalar twin.</summary>
public class KernelTests
{
    [Theory]
    [InlineData(4, 1, 1)]
    [InlineData(4, 2, 3)]
    [InlineData(12, 7, 2)]
    [InlineData(20, 33, 5)]
    public void Both_products_are_those_of_MathNet(int rows, int K, int blocks)
    {
        int width = blocks * Kernels.Columns;
        var rng = new MersenneTwister(rows);
        Matrix<double> Random(int m, int n) => Matrix<double>.Build.Dense(m, n, (_, _) => rng.NextDouble() - 0.5);
        var (A, B, C) = (Random(rows, K), Random(K, width), Random(rows, width));
        double[] packed = [.. Enumerable.Range(0, rows / 4).SelectMany(panel => A.SubMatrix(4 * panel, 4, 0, K).ToColumnMajorArray())];

        var product = C.ToRowMajorArray();
        Kernels.Multiply(packed, K, B.ToRowMajorArray(), product, width);
        Near.Equal("A B", A * B, Matrix<double>.Build.DenseOfRowMajor(rows, width, product), Near.Golden);

        var sum = C.ToRowMajorArray();
        Kernels.Multiply(packed, K, B.ToRowMajorArray(), sum, width, add: true);
        Near.Equal("C + A B", C + A * B, Matrix<double>.Build.DenseOfRowMajor(rows, width, sum), Near.Golden);

        int even = Kernels.RoundUp(K, 2);
        var transposed = new double[rows * even];
        Kernels.AddProductTransposed(C.ToRowMajorArray(), rows, [.. B.ToRowMajorArray(), .. new double[width]], K, width, transposed);
        Near.Equal(
            "A B transposed", C * B.Transpose(), Matrix<double>.Build.DenseOfRowMajor(rows, even, transposed).SubMatrix(0, rows, 0, K), Near.Golden);
    }

    [Fact]
    public void Buffers_that_are_too_short_are_refused_before_anything_is_read() =>
        Assert.Throws<InvalidOperationException>(() => Kernels.Multiply(new double[8], 2, new double[15], new double[64], Kernels.Columns));

    [Fact]
    public void Tanh_and_sigmoid_agree_with_the_scalar_functions_to_1e13_relative()
    {
        for (double a = 1e-300; a < 1e300; a *= a is > 1e-3 and < 1e3 ? 1.001 : 1.7)
        {
            foreach (double signed in new[] { a, -a })
            {
                Relative(Math.Tanh(signed), VectorTanh.Value(new Lanes(signed))[0], signed);
                if (signed > -700)
                    Relative(Activation.Sigmoid.Apply(signed), VectorSigmoid.Value(new Lanes(signed))[0], signed);
            }
        }

        static void Relative(double expected, double actual, double a) =>
            Assert.True(Math.Abs(expected - actual) <= 1e-13 * Math.Abs(expected), $"at {a:R}: {expected:R}, got {actual:R}");
    }

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(double.PositiveInfinity, 1, 1)]
    [InlineData(double.NegativeInfinity, -1, 0)]
    [InlineData(double.NaN, double.NaN, double.NaN)]
    public void Tanh_and_sigmoid_of_special_numbers(double a, double tanh, double sigmoid)
    {
        Assert.Equal(tanh, VectorTanh.Value(new Lanes(a))[0]);
        Assert.Equal(sigmoid, VectorSigmoid.Value(new Lanes(a))[0], 1e-300);
    }
}
