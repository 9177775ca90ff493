using Unrolled.Data;
using Unrolled.Tests.Data;

namespace Unrolled.Tests.Golden;

/// <summary>The PyTorch values that chapter 03 shows.</summary>
public sealed class AutogradCaseTests
{
    private static readonly string Committed = DataFolder.File("gradients-pytorch.json");

    [Fact]
    public void The_gradients_are_those_of_the_reference()
    {
        var expected = AutogradCase.Load(Committed);
        var L = SequenceLoss.Mean(Loss.SquaredError, expected.y);
        var actual = Rnn.Backward(Rnn.Forward(expected.p, expected.x, Activation.Tanh, Activation.Sigmoid), L);
        Near.Equal("dL_d", expected.dL_dθ, actual.dL_dθ, Near.Golden);
        Near.Equal("dL_do", expected.dL_do, actual.dL_do, Near.Golden);
        Near.Equal("dL_dh", expected.dL_dh, actual.dL_dh, Near.Golden);
    }

    [Fact]
    public void The_file_holds_the_functions_the_record_promises()
    {
        var golden = new GoldenFile(Committed);
        Assert.Equal(
            (Activation.Tanh, Activation.Sigmoid, Loss.SquaredError), (golden.φ_h, golden.φ_o as Activation, golden.ℓ));
        Assert.Equal(0, GoldenFile.Vector(golden.Gradient.GetProperty("h_0")).InfinityNorm());
        Assert.Equal(1.0 / golden.Sequences[0].x.T, golden.Sequences[0].L.w(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"sequences": [], "gradient": {}}""")]
    [InlineData("""{"sequences": [{}], "gradient": {}, "parameters": {"W_hx": 3}}""")]
    [InlineData("""{"sequences": [{}], "gradient": {}, "parameters": {"W_hx": [["a"]]}}""")]
    public void A_broken_file_is_refused_with_its_name_and_the_next_step(string text)
    {
        using var file = new TemporaryCsv(text);
        var e = Assert.Throws<InvalidDataException>(() => AutogradCase.Load(file.FilePath));
        Assert.StartsWith($"Can't read gradients from '{file.FilePath}'", e.Message, StringComparison.Ordinal);
        Assert.Contains("data/README.md", e.Message, StringComparison.Ordinal);
    }
}
