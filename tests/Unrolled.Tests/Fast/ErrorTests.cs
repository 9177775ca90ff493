using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Fast;

public class ErrorTests
{
    private static readonly BatchCase Case = new(seed: 1, n_x: 2, n_h: 3, n_q: 1, T: 3, count: 4);

    [Fact]
    public void A_cell_without_fast_path_is_named() => Refusal.Is(
        "The fast path takes RnnParameters, LstmParameters or GruParameters, got StackedRnnParameters (use its reference passes).",
        () => _ = new BatchedNetwork<StackedRnnParameters>(StackedRnnParameters.Create(1, [2], 1, Initialise.Zero, Random.Shared)));

    [Fact]
    public void A_loss_that_does_not_fit_the_output_is_named() => Refusal.Is(
        "ℓ must be squared error or the loss made for φ_o on the fast path, " +
        "got binary cross-entropy with softmax (the reference takes any pair).",
        () => _ = new BatchedNetwork<RnnParameters>(Case.Rnn, φ_o: Softmax.Instance, ℓ: Loss.BinaryCrossEntropy));

    [Fact]
    public void A_gated_cell_takes_no_other_hidden_activation() => Refusal.Is(
        "φ_h can be chosen for the RNN only; LSTM and GRU have their own activations, got ReLU.",
        () => _ = new BatchedNetwork<LstmParameters>(Case.Lstm, φ_h: Activation.ReLU));

    [Fact]
    public void Examples_of_other_sizes_are_refused() => Refusal.Is(
        "The data set must have n_x = 2 and n_q = 1 like the parameters, got n_x = 3 and n_q = 1.",
        () => new BatchedNetwork<RnnParameters>(Case.Rnn).Loss(Case.Rnn, new BatchCase(1, n_x: 3, 3, 1, T: 3, count: 4).Dataset));

    [Fact]
    public void Parameters_of_other_sizes_are_refused() => Refusal.Is(
        "θ must have 22 entries, got 19.",
        () => new BatchedNetwork<RnnParameters>(Case.Rnn).Loss(new BatchCase(1, n_x: 1, 3, 1, T: 3, count: 4).Rnn, Case.Dataset));

    [Fact]
    public void Examples_hold_at_least_one_sequence() =>
        Refusal.Is("x must hold at least one sequence with T ≥ 1, got none.", () => SequenceDataset.Mean([], []));

    [Fact]
    public void Examples_have_one_length() => Refusal.Is(
        "Example 1 must have x_1..x_2 and y_1..y_2, got x up to 3 and y_1..y_3.",
        () => SequenceDataset.Mean([Numbers(1, 2), Numbers(1, 2, 3)], [Numbers(1, 2), Numbers(1, 2, 3)]));

    [Fact]
    public void Examples_are_finite() => Refusal.Is(
        "y_2 of example 0 must be finite, got NaN at entry 0.", () => SequenceDataset.Mean([Numbers(1, 2)], [Numbers(1, double.NaN)]));

    [Fact]
    public void A_step_that_counts_has_a_target() => Refusal.Is(
        "y must have a target for every step with w_t ≠ 0, got targets from step 2 on.",
        () => _ = new SequenceDataset(
            [Numbers(1, 2)], [new Sequence([Vector<double>.Build.Dense(1)], first: 2)], Vector<double>.Build.Dense(2, 1.0)));

    [Fact]
    public void A_target_that_does_not_suit_the_loss_is_refused()
    {
        var network = new BatchedNetwork<RnnParameters>(Case.Rnn, φ_o: Activation.Sigmoid, ℓ: Loss.BinaryCrossEntropy);
        Refusal.Is(
            "y_1 must lie in [0, 1] for binary cross-entropy, got entries from 2 to 2.",
            () => network.Loss(Case.Rnn, SequenceDataset.Mean([new([Vector<double>.Build.Dense(2)])], [Numbers(2)])));
    }

    private static Sequence Numbers(params double[] x) => Sequence.OfNumbers(x);
}
