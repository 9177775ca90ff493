using Unrolled.Data;
using Unrolled.Tests.Data;

namespace Unrolled.Tests.Golden;

/// <summary>The PyTorch values that chapter 06 shows.</summary>
public sealed class GatedAutogradCaseTests
{
    private static readonly string LstmFile = DataFolder.File("gradients-pytorch-lstm.json");
    private static readonly string GruFile = DataFolder.File("gradients-pytorch-gru.json");

    [Fact]
    public void The_LSTM_s_gradients_are_those_of_the_reference()
    {
        var expected = GatedAutogradCase.LoadLstm(LstmFile);
        var actual = Lstm.Backward(Lstm.Forward(expected.p, expected.x), SequenceLoss.Mean(Loss.SquaredError, expected.y));
        Near.Equal("dL_d", expected.dL_dθ, actual.dL_dθ, Near.Golden);
        Near.Equal("dL_dh", expected.dL_dh, actual.dL_dh, Near.Golden);
        Near.Equal("dL_dc", expected.dL_dc, actual.dL_dc, Near.Golden);
        Assert.Empty(expected.torch_h);
    }

    [Fact]
    public void The_GRU_s_gradients_are_those_of_the_reference()
    {
        var expected = GatedAutogradCase.LoadGru(GruFile);
        var actual = Gru.Backward(Gru.Forward(expected.p, expected.x), SequenceLoss.Mean(Loss.SquaredError, expected.y));
        Near.Equal("dL_d", expected.dL_dθ, actual.dL_dθ, Near.Golden);
        Near.Equal("dL_dh", expected.dL_dh, actual.dL_dh, Near.Golden);
        Assert.Empty(expected.dL_dc);
    }

    [Fact]
    public void PyTorch_s_GRU_is_another_function_of_the_same_numbers()
    {
        var expected = GatedAutogradCase.LoadGru(GruFile);
        var ours = Gru.Forward(expected.p, expected.x).h;
        Assert.All(Enumerable.Range(1, 5), t => Assert.True((ours[t] - expected.torch_h[t]).InfinityNorm() > 0.01));
    }

    [Fact]
    public void Both_files_hold_the_functions_the_record_promises() => Assert.All(
        new[] { LstmFile, GruFile },
        file =>
        {
            var golden = new GoldenFile(file);
            Assert.Equal((Activation.Identity, Loss.SquaredError), (golden.φ_o as Activation, golden.ℓ));
            Assert.Equal(0, GoldenFile.Vector(golden.Gradient.GetProperty("h_0")).InfinityNorm());
            Assert.Equal(1.0 / golden.Sequences[0].x.T, golden.Sequences[0].L.w(1));
        });

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"config": {"n_x": 1, "n_h": 1, "n_q": 1}, "sequences": [{"x": [[1]], "y": [[1]]}], "gradient": {}, "parameters": {"W_f": [[1]]}}""")]
    [InlineData("""{"config": {"n_x": 1, "n_h": 1, "n_q": 1}, "sequences": [{}], "gradient": {}, "parameters": {"W_f": []}}""")]
    public void A_broken_file_is_refused_with_its_name_and_the_next_step(string text)
    {
        using var file = new TemporaryCsv(text);
        var e = Assert.Throws<InvalidDataException>(() => GatedAutogradCase.LoadLstm(file.FilePath));
        Assert.StartsWith($"Can't read gradients from '{file.FilePath}'", e.Message, StringComparison.Ordinal);
        Assert.Contains("data/README.md", e.Message, StringComparison.Ordinal);
    }
}
