using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Tests.Cells;

public sealed class MlpTests
{
    private static readonly Vector<double> X = Vector<double>.Build.Dense([0.3, -0.8]);

    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(false, true, 2)]
    [InlineData(true, false, 3)]
    [InlineData(true, true, 2)]
    public void The_gradients_are_the_central_differences(bool normalised, bool biases, int layers)
    {
        var y = Vector<double>.Build.Dense([0.2, 0.7, -0.1]);
        var net = new Mlp(Activation.Tanh, Activation.Sigmoid, normalised, biases);
        var p = Drawn(layers);
        var gradient = net.Gradient(p, X, y, Loss.SquaredError);

        Near.Equal("dℓ_dθ", CentralDifferences.Of(p => net.Gradient(p, X, y, Loss.SquaredError).ℓ, p), gradient.dℓ_dθ, Near.Numeric);
        Near.Equal("ℓ", Loss.SquaredError.Value(net.Output(p, X), y), gradient.ℓ, Near.Golden);
    }

    [Fact]
    public void Softmax_with_its_cross_entropy_takes_the_shortcut()
    {
        var y = Vector<double>.Build.Dense([0, 1, 0]);
        var net = new Mlp(Activation.Tanh, Softmax.Instance, Normalised: true, Biases: true);
        double L(MlpParameters p) => net.Gradient(p, X, y, Loss.CategoricalCrossEntropy).ℓ;
        var p = Drawn(layers: 2);
        Near.Equal("dℓ_dθ", CentralDifferences.Of(L, p), net.Gradient(p, X, y, Loss.CategoricalCrossEntropy).dℓ_dθ, Near.Numeric);
    }

    [Fact]
    public void One_layer_without_normalisation_is_the_first_step_of_the_RNN()
    {
        var rng = new MersenneTwister(1);
        var rnn = RnnParameters.Gaussian(2, 4, 3, 0.7, rng) with { b_h = Noise(4, rng) };
        var zeros = Vector<double>.Build.Dense(4);
        var p = new MlpParameters([new(rnn.W_hx, rnn.b_h, zeros, zeros)], rnn.W_qh, rnn.b_q);
        var net = new Mlp(Activation.Tanh, Activation.Identity, Normalised: false, Biases: true);
        Near.Equal("o", Rnn.Forward(rnn, [X]).o[1], net.Output(p, X), Near.Golden);
    }

    [Fact]
    public void Normalised_without_biases_the_network_sees_the_direction_of_its_input_only()
    {
        var p = Drawn(layers: 2);
        Vector<double> Output(bool biases, double scale) =>
            new Mlp(Activation.Tanh, Activation.Identity, Normalised: true, biases).Output(p, scale * X);

        Near.Equal("o", Output(biases: false, 1), Output(biases: false, 1000), 1e-4);
        Assert.True((Output(biases: true, 1) - Output(biases: true, 1000)).L2Norm() > 0.1);
    }

    [Fact]
    public void Training_is_one_update_after_every_example()
    {
        var task = PlaneTasks.Coordinates(3, new MersenneTwister(1));
        var net = new Mlp(Activation.Tanh, task.φ_o, Normalised: true, Biases: true);
        var start = MlpParameters.Create(2, 4, 2, 2, Initialise.Xavier, new MersenneTwister(2));

        var p = start;
        for (var k = 0; k < 6; k++)
        {
            var g = net.Gradient(p, task.x[k % 3][1], task.y[k % 3][1], task.ℓ).dℓ_dθ;
            p = p.Zip(g, (θ, g) => θ - 0.1 * g);
        }

        Near.Equal("p", p, net.Train(start, task, new GradientDescent(0.1), epochs: 2), Near.Golden);
    }

    [Fact]
    public void A_network_that_says_zero_has_the_trivial_scores()
    {
        var zero = MlpParameters.Create(2, 4, 1, 2, Initialise.Zero, new MersenneTwister(1));
        var net = new Mlp(Activation.Tanh, Activation.Identity, Normalised: false, Biases: true);
        var task = PlaneTasks.Coordinates(1000, new MersenneTwister(1));
        Near.Equal("RMSE", Math.Sqrt(task.x.Average(x => x[1].PointwisePower(2).Average())), net.Rmse(zero, task), Near.Golden);

        var quadrants = PlaneTasks.Quadrant(1000, new MersenneTwister(1));
        var first = MlpParameters.Create(2, 4, 1, 4, Initialise.Zero, new MersenneTwister(1));
        Near.Equal("accuracy", quadrants.y.Average(y => y[1][0]), net.Accuracy(first, quadrants), Near.Golden);
    }

    [Fact]
    public void Layers_that_do_not_fit_are_refused_by_name()
    {
        var p = Drawn(layers: 2);
        var error = Assert.Throws<ArgumentException>(() => new MlpParameters(p.Hidden, p.W_qh.Transpose(), p.b_q));
        Assert.Contains("W_qh must be n_q × n_h = 3 × 4, got 4 × 3", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => new MlpParameters([p.Hidden[0], p.Hidden[0]], p.W_qh, p.b_q));
        Assert.Contains("W must be n × inputs = 4 × 4, got 4 × 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MlpParameters([], p.W_qh, p.b_q));
    }

    // Gains away from 1 and biases away from 0, so that forgetting one shows.
    private static MlpParameters Drawn(int layers)
    {
        var rng = new MersenneTwister(2);
        var p = MlpParameters.Create(2, 4, layers, 3, Initialise.Xavier, rng);
        return p.WithVector(p.ToVector() + Noise(p.ToVector().Count, rng));
    }

    private static Vector<double> Noise(int n, MersenneTwister rng) => Initialise.Gaussian(0.5)(n, 1, rng).Column(0);
}
