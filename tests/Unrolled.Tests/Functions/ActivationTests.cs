using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Functions;

public class ActivationTests
{
    public static TheoryData<string> Names => ["tanh", "sigmoid", "ReLU", "identity"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_derivative_is_the_central_difference_and_never_above_γ(string name)
    {
        var φ = Named(name);
        for (var a = -5.05; a <= 5; a += 0.1) // steps over the kink at 0
        {
            var numeric = CentralDifferences.Of(v => φ.Apply(v[0]), Vector<double>.Build.Dense(1, a))[0];
            Near.Equal(name, numeric, φ.Derivative(a, φ.Apply(a)), 1e-9);
            Assert.InRange(φ.Derivative(a, φ.Apply(a)), 0, φ.γ);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void γ_is_reached(string name)
    {
        var φ = Named(name);
        double a = name == "ReLU" ? 1 : 0;
        Assert.Equal(φ.γ, φ.Derivative(a, φ.Apply(a)));
    }

    [Fact]
    public void Values_are_the_textbook_ones()
    {
        Assert.Equal(0.5, Activation.Sigmoid.Apply(0));
        Assert.Equal(0.8807970779778823, Activation.Sigmoid.Apply(2), 15);
        Assert.Equal(0.9640275800758169, Activation.Tanh.Apply(2), 15);
        Assert.Equal([0, 0, 3], Activation.ReLU.Apply(Vector<double>.Build.Dense([-2, 0, 3])));
        Assert.Equal(-2, Activation.Identity.Apply(-2));
    }

    [Fact]
    public void ReLU_has_derivative_0_at_its_kink() => Assert.Equal(0, Activation.ReLU.Derivative(0, 0));

    [Fact]
    public void The_sigmoid_saturates_without_overflow()
    {
        Assert.Equal(0, Activation.Sigmoid.Apply(-1000));
        Assert.Equal(1, Activation.Sigmoid.Apply(1000));
    }

    private static Activation Named(string name) =>
        new[] { Activation.Tanh, Activation.Sigmoid, Activation.ReLU, Activation.Identity }.Single(φ => φ.Name == name);
}
