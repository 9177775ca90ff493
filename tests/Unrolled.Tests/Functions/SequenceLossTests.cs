using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Functions;

public sealed class SequenceLossTests
{
    private static readonly SequenceLoss L = SequenceLoss.Mean(Loss.SquaredError, Sequence.OfNumbers([1, 2, 3]));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_step_that_is_not_there_is_refused_as_a_sequence_does(int t)
    {
        var expected = $"Step t must be in 1..3, got {t}.";
        var o_t = Vector<double>.Build.Dense(1);
        Refusal.Says(expected, () => _ = L.w(t));
        Refusal.Says(expected, () => L.Gradient(t, o_t));
        Refusal.Says(expected, () => L.Shortcut(t, o_t));
        Refusal.Says(expected, () => L.Slice(t, 3));
    }

    [Fact]
    public void A_slice_must_end_after_it_begins() => Refusal.Says("Step t must be in 2..3, got 1.", () => L.Slice(2, 1));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void An_example_that_is_not_there_is_refused(int k)
    {
        var expected = $"Example k must be in 0..1, got {k}.";
        var x = Sequence.OfNumbers([1, 2]);
        var data = SequenceDataset.Mean([x, x], [x, x]);
        var task = new SequenceTask("two", [x, x], [x, x], Activation.Identity, Loss.SquaredError, TrivialLoss: 1);
        Refusal.Says(expected, () => data.x(k));
        Refusal.Says(expected, () => data.Loss(k, Loss.SquaredError));
        Refusal.Says(expected, () => task.Loss(k));
        Refusal.Says("Step t must be in 1..2, got 3.", () => _ = data.w(3));
    }

    [Fact]
    public void A_negative_weight_counts()
    {
        var L = new SequenceLoss(Loss.SquaredError, Sequence.OfNumbers([1, 1]), Vector<double>.Build.Dense([1, -0.5]));
        var zero = Rnn.Forward(RnnParameters.Create(1, 1, 1, Initialise.Zero, new Random(1)), Sequence.OfNumbers([0, 0]));
        Assert.Equal(0.5, L.Of(zero.Output));
        Assert.Equal(1, L.Gradient(2, zero.o[2])[0]);
    }
}
