using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Tests.Functions;

public class LayerNormTests
{
    [Fact]
    public void With_gain_1_and_bias_0_the_result_has_mean_0_and_variance_1()
    {
        var y = LayerNorm.Forward(Vector<double>.Build.Dense([1, 2, 6]), Ones(3), 0 * Ones(3), ε: 0).y;
        Assert.Equal(0, y.Sum(), 14);
        Assert.Equal(3, y.DotProduct(y), 14);
    }

    [Fact]
    public void Scale_and_shift_of_the_input_are_lost()
    {
        var x = Vector<double>.Build.Dense([1, 2, 6]);
        var (g, b) = (Vector<double>.Build.Dense([1, 2, 3]), Vector<double>.Build.Dense([0.1, 0.2, 0.3]));
        Near.Equal("y", LayerNorm.Forward(x, g, b, ε: 0).y, LayerNorm.Forward(7 * x + 5, g, b, ε: 0).y, 1e-14);
    }

    [Fact]
    public void A_constant_vector_becomes_the_bias() =>
        Assert.Equal([0.5, -0.5], LayerNorm.Forward(3 * Ones(2), Ones(2), Vector<double>.Build.Dense([0.5, -0.5])).y);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void The_gradients_are_the_central_differences(int n)
    {
        var rng = new MersenneTwister(n);
        Vector<double> Draw() => Initialise.Gaussian(1)(n, 1, rng).Column(0);
        var (x, g, b, dL_dy) = (Draw(), Draw(), Draw(), Draw());
        double L(Vector<double> x, Vector<double> g, Vector<double> b) => LayerNorm.Forward(x, g, b).y.DotProduct(dL_dy);

        var gradients = LayerNorm.Backward(LayerNorm.Forward(x, g, b), dL_dy);
        Near.Equal("x", CentralDifferences.Of(x => L(x, g, b), x), gradients.dL_dx, Near.Numeric);
        Near.Equal("g", CentralDifferences.Of(g => L(x, g, b), g), gradients.dL_dg, Near.Numeric);
        Near.Equal("b", CentralDifferences.Of(b => L(x, g, b), b), gradients.dL_db, Near.Numeric);
    }

    private static Vector<double> Ones(int n) => Vector<double>.Build.Dense(n, 1);
}
