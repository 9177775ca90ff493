using MathNet.Numerics.LinearAlgebra;
using static System.Math;

namespace Unrolled.Tests.Functions;

public class LossTests
{
    private static readonly Vector<double> o = V(0.2, 0.5, 0.3), y = V(0.1, 0.6, 0.3);

    public static TheoryData<string> Names => ["squared error", "binary cross-entropy", "categorical cross-entropy"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_is_the_central_difference(string name) =>
        Near.Equal(name, CentralDifferences.Of(o => Named(name).Value(o, y), o), Named(name).Gradient(o, y), 1e-8);

    [Fact]
    public void Values_are_those_of_the_formulas()
    {
        Assert.Equal(0.01 + 0.01, Loss.SquaredError.Value(o, y), 15);
        Assert.Equal(-Log(0.2) - Log(1 - 0.5), Loss.BinaryCrossEntropy.Value(V(0.2, 0.5), V(1, 0)), 15);
        Assert.Equal(-Log(0.5), Loss.CategoricalCrossEntropy.Value(o, V(0, 1, 0)), 15);
        Assert.Equal(5, Loss.EuclideanDistance(V(0, 1), V(3, 5)));
        Assert.Equal(2, Loss.HammingDistance(V(1, 0, 1, 1), V(1, 1, 0, 1)));
    }

    [Fact]
    public void Every_place_counts_in_a_Hamming_distance_and_in_a_Euclidean_one()
    {
        foreach (var i in Enumerable.Range(0, 4))
        {
            var other = V(1, 0, 1, 1);
            other[i] = 1 - other[i];
            Assert.Equal(1, Loss.HammingDistance(V(1, 0, 1, 1), other));
            Assert.Equal(1, Loss.EuclideanDistance(V(1, 0, 1, 1), other));
        }
    }

    [Theory]
    [InlineData(1e-12, false)]
    [InlineData(1e-6, true)]
    public void Probabilities_sum_to_1_but_for_rounding(double off, bool refused)
    {
        var error = Record.Exception(() => SequenceLoss.Mean(Loss.CategoricalCrossEntropy, [V(0.25, 0.75 + off)]));
        Assert.Equal(refused, error is ArgumentException);
    }

    [Fact]
    public void Cross_entropies_from_scores_are_those_of_the_outputs()
    {
        var z = V(-1, 0.5, 2);
        foreach (var (ℓ, φ_o) in new (Loss, OutputActivation)[] { (Loss.CategoricalCrossEntropy, Softmax.Instance), (Loss.BinaryCrossEntropy, Activation.Sigmoid) })
            Near.Equal(ℓ.Name, ℓ.Value(φ_o.Apply(z), y), ℓ.Value(φ_o, z, y), 1e-14);
    }

    [Fact]
    public void Cross_entropies_from_scores_near_1000_are_finite()
    {
        Assert.Equal(2000, Loss.CategoricalCrossEntropy.Value(Softmax.Instance, V(1000, -1000), V(0, 1)));
        Assert.Equal(1000, Loss.BinaryCrossEntropy.Value(Activation.Sigmoid, V(1000), V(0)));
    }

    [Fact]
    public void A_class_that_is_not_the_target_may_have_probability_0()
    {
        Assert.Equal(0, Loss.CategoricalCrossEntropy.Value(V(1, 0), V(1, 0)));
        Assert.Equal([-1, 0], Loss.CategoricalCrossEntropy.Gradient(V(1, 0), V(1, 0)));
        Assert.Equal(0, Loss.BinaryCrossEntropy.Value(V(1, 0), V(1, 0)));
        Assert.Equal([-1, 1], Loss.BinaryCrossEntropy.Gradient(V(1, 0), V(1, 0)));
    }

    private static Vector<double> V(params double[] values) => Vector<double>.Build.Dense(values);

    private static Loss Named(string name) =>
        new[] { Loss.SquaredError, Loss.BinaryCrossEntropy, Loss.CategoricalCrossEntropy }.Single(ℓ => ℓ.Name == name);
}
