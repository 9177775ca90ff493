using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Analysis;

public class OneUnitTests
{
    [Fact]
    public void The_error_is_that_of_a_network_of_one_unit_without_input()
    {
        // h = σ(x): x_t = w h_{t-1} + b is a_t of the plain RNN, and the first h is σ(0.5)
        var p = new RnnParameters(
            Matrices.Diagonal(0), Matrices.Diagonal(4.8), Vector<double>.Build.Dense([-2.5]), Matrices.Diagonal(1), Vector<double>.Build.Dense(1));
        var h_0 = Activation.Sigmoid.Apply(Vector<double>.Build.Dense([0.5]));
        var trace = Rnn.Forward(p, Sequence.OfNumbers(new double[50]), Activation.Sigmoid, h_0: h_0);
        Near.Equal("x_50", trace.a[50][0], OneUnit.Trajectory(4.8, -2.5)[50], Near.Golden);
        Near.Equal("E", Math.Pow(trace.o[50][0] - 0.7, 2), OneUnit.Error(4.8, -2.5), Near.Golden);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, -1)]
    [InlineData(-6, 2)]
    [InlineData(4.5, -2.3)]
    [InlineData(5, -2.6)]
    [InlineData(7, -2)]
    public void The_gradient_is_the_central_difference(double w, double b)
    {
        var numeric = CentralDifferences.Of(θ => OneUnit.Error(θ[0], θ[1]), Vector<double>.Build.Dense([w, b]), ε: 1e-6);
        var (dE_dw, dE_db) = OneUnit.Gradient(w, b);
        Near.Equal("∂E/∂w, ∂E/∂b", numeric, Vector<double>.Build.Dense([dE_dw, dE_db]), 1e-5);
    }

    [Fact]
    public void At_w_5_the_wall_is_steepest_near_b_minus_2_6()
    {
        double[] b = [.. Enumerable.Range(0, 8001).Select(i => -4 + i * 0.0005)];
        var steepest = b.MaxBy(b => Math.Abs(OneUnit.Gradient(5, b).dE_db));
        Assert.Equal(-2.6, steepest, 0.02);
        Assert.Equal(OneUnit.Wall(5)!.Value, steepest, 0.0006);
        Assert.True(OneUnit.Error(5, steepest - 0.02) > 0.3);
        Assert.True(OneUnit.Error(5, steepest + 0.02) < 0.02);
    }

    [Fact]
    public void On_the_wall_the_start_is_the_unstable_fixed_point_between_two_stable_ones()
    {
        var points = FixedPoint.All(5, OneUnit.Wall(5)!.Value);
        Assert.Equal([true, false, true], points.Select(p => p.IsStable));
        Near.Equal("unstable point", 0.5, points[1].x, 1e-10);
        Near.Equal("slope", 1.175, points[1].Slope, 1e-3);
    }

    [Theory]
    [InlineData(4.1)]
    [InlineData(4.3)]
    [InlineData(4.5)]
    [InlineData(6)]
    public void The_error_jumps_at_the_wall_whatever_w(double w)
    {
        var wall = OneUnit.Wall(w)!.Value;
        Assert.True(OneUnit.Error(w, wall - 0.05) - OneUnit.Error(w, wall + 0.05) > 0.15);
    }

    [Fact]
    public void The_wall_gets_steeper_with_w_and_is_missing_where_one_state_is_stable()
    {
        Assert.Null(OneUnit.Wall(4));
        Assert.InRange(Steepness(5), 5e3, 1e4);
        Assert.InRange(Steepness(6), 1e7, 4e7);

        static double Steepness(double w) => Enumerable.Range(0, 12_000)
            .Max(i => Math.Abs(OneUnit.Gradient(w, OneUnit.Wall(w)!.Value - Math.Pow(10, -12 + i * 0.001)).dE_db));
    }

    [Fact]
    public void The_surface_has_a_row_for_every_b_and_a_column_for_every_w()
    {
        var surface = OneUnit.Surface(w: [4, 5, 6], b: [-3, -2]);
        Assert.Equal((2, 3), (surface.RowCount, surface.ColumnCount));
        Assert.Equal(OneUnit.Error(6, -3), surface[0, 2]);
    }
}
