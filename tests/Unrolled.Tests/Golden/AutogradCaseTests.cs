using Unrolled.Data;
using Unrolled.Tests.Data;

namespace Unrolled.Tests.Golden;

/// <summary>The PyTorch values that chapters 03 and 06 show.</summary>
public sealed class AutogradCaseTests
{
    private static readonly string CommittedRnn = DataFolder.File("gradients-pytorch.json");
    private static readonly string CommittedLstm = DataFolder.File("gradients-pytorch-lstm.json");
    private static readonly string CommittedGru = DataFolder.File("gradients-pytorch-gru.json");

    [Fact]
    public void The_RNN_s_gradients_are_those_of_the_reference()
    {
        var expected = AutogradCase.LoadRnn(CommittedRnn);
        var L = SequenceLoss.Mean(Loss.SquaredError, expected.y);
        var actual = Rnn.Backward(Rnn.Forward(expected.p, expected.x, Activation.Tanh, Activation.Sigmoid), L);
        Near.Equal("dL_d", expected.dL_dθ, actual.dL_dθ, Near.Golden);
        Near.Equal("dL_do", expected.dL_do, actual.dL_do, Near.Golden);
        Near.Equal("dL_dh", expected.dL_dh, actual.dL_dh, Near.Golden);
    }

    [Fact]
    public void The_LSTM_s_gradients_are_those_of_the_reference()
    {
        var expected = AutogradCase.LoadLstm(CommittedLstm);
        var actual = Lstm.Backward(Lstm.Forward(expected.p, expected.x), SequenceLoss.Mean(Loss.SquaredError, expected.y));
        Near.Equal("dL_d", expected.dL_dθ, actual.dL_dθ, Near.Golden);
        Near.Equal("dL_dh", expected.dL_dh, actual.dL_dh, Near.Golden);
        Near.Equal("dL_dc", expected.dL_dc, actual.dL_dc, Near.Golden);
        Assert.Empty(expected.torch_h);
    }

    [Fact]
    public void The_GRU_s_gradients_are_those_of_the_reference()
    {
        var expected = AutogradCase.LoadGru(CommittedGru);
        var actual = Gru.Backward(Gru.Forward(expected.p, expected.x), SequenceLoss.Mean(Loss.SquaredError, expected.y));
        Near.Equal("dL_d", expected.dL_dθ, actual.dL_dθ, Near.Golden);
        Near.Equal("dL_dh", expected.dL_dh, actual.dL_dh, Near.Golden);
        Assert.Empty(expected.dL_dc);
    }

    [Fact]
    public void PyTorch_s_GRU_is_another_function_of_the_same_numbers()
    {
        var expected = AutogradCase.LoadGru(CommittedGru);
        var ours = Gru.Forward(expected.p, expected.x).h;
        Assert.All(Enumerable.Range(1, 5), t => Assert.True((ours[t] - expected.torch_h[t]).InfinityNorm() > 0.01));
    }

    [Fact]
    public void The_file_of_the_RNN_holds_the_functions_that_reading_promises()
    {
        var golden = new GoldenFile(CommittedRnn);
        Assert.Equal(
            (Activation.Tanh, Activation.Sigmoid, Loss.SquaredError), (golden.φ_h, golden.φ_o as Activation, golden.ℓ));
        Assert.Equal(0, GoldenFile.Vector(golden.Gradient.GetProperty("h_0")).InfinityNorm());
        Assert.Equal(1.0 / golden.Sequences[0].x.T, golden.Sequences[0].L.w(1));
    }

    [Fact]
    public void The_files_of_LSTM_and_GRU_hold_the_functions_that_reading_promises() => Assert.All(
        new[] { CommittedLstm, CommittedGru },
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
    [InlineData("""{"config": {}, "sequences": [], "gradient": {}}""")]
    [InlineData("""{"config": {"n_x": 1, "n_h": 1, "n_q": 1}, "sequences": [{}], "gradient": {}, "parameters": {"W_hx": 3}}""")]
    [InlineData("""{"config": {"n_x": 1, "n_h": 1, "n_q": 1}, "sequences": [{}], "gradient": {}, "parameters": {"W_hx": [["a"]]}}""")]
    [InlineData("""{"config": {"n_x": 1, "n_h": 1, "n_q": 1}, "sequences": [{"x": [[1]], "y": [[1]]}], "gradient": {}, "parameters": {"W_hx": [[1]]}}""")]
    [InlineData("""{"config": {"n_x": 1, "n_h": 1, "n_q": 1}, "sequences": [{}], "gradient": {}, "parameters": {"W_hx": []}}""")]
    public void A_broken_file_is_refused_with_its_name_and_the_next_step(string text)
    {
        using var file = new TemporaryCsv(text);
        var e = Assert.Throws<InvalidDataException>(() => AutogradCase.LoadRnn(file.FilePath));
        Assert.StartsWith($"Can't read gradients from '{file.FilePath}'", e.Message, StringComparison.Ordinal);
        Assert.Contains("data/README.md", e.Message, StringComparison.Ordinal);
    }
}
