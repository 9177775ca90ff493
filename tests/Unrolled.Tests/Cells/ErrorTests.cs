using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Tests.Cells;

/// <summary>Bad input is refused with a message that names the operand, what was expected and what came.</summary>
public class ErrorTests
{
    private static readonly RnnParameters p = RnnParameters.Gaussian(3, 4, 2, 1, new MersenneTwister(1));
    private static readonly LstmParameters lstm = LstmParameters.Gaussian(3, 4, 2, 1, new MersenneTwister(1));
    private static readonly Sequence x = [V(1, 2, 3), V(4, 5, 6)];
    private static readonly RnnTrace Trace = Rnn.Forward(p, x);

    public static TheoryData<string, Action> Cases => new()
    {
        { "W_hx must be n_h × n_x = 4 × 3, got 3 × 4 (the course multiplies W_hx x_t).",
            () => _ = new RnnParameters(M(3, 4), M(4, 4), Z(4), M(2, 4), Z(2)) },
        { "W_hx must be n_h × n_x = 4 × 3, got 3 × 4 (the course multiplies W_hx x_t).", () => Rnn.Forward(p with { W_hx = M(3, 4) }, x) },
        { "W_hh must be n_h × n_h = 4 × 4, got 4 × 3 (the course multiplies W_hh h_{t-1}).",
            () => Rnn.Forward(p with { W_hh = M(4, 3) }, x) },
        { "W_qh must be n_q × n_h = 2 × 4, got 4 × 2 (the course multiplies W_qh h_t).", () => Rnn.Forward(p with { W_qh = M(4, 2) }, x) },
        { "W_hh must be finite, got NaN at entry (1, 2) (if training diverged: lower the learning rate or clip).",
            () => Rnn.Forward(p with { W_hh = M(4, 4, (1, 2)) }, x) },
        { "x must hold at least one step (T ≥ 1), got an empty sequence.", () => Rnn.Forward(p, []) },
        { "x must start at step 1, got one that starts at step 0 (to feed hidden states on, pass h.Slice(1, T)).",
            () => Rnn.Forward(p, new Sequence(x, first: 0)) },
        { "x_2 must have n_x = 3 entries, got 2.", () => Rnn.Forward(p, [V(1, 2, 3), V(4, 5)]) },
        { "x_2 must be finite, got NaN at entry 1.", () => Rnn.Forward(p, [V(1, 2, 3), V(4, double.NaN, 6)]) },
        { "x_1 must be finite, got -Infinity at entry 0.", () => Rnn.Forward(p, [V(double.NegativeInfinity, 2, 3)]) },
        { "h_0 must have n_h = 4 entries, got 3.", () => Rnn.Forward(p, x, h_0: Z(3)) },
        { "h_0 must be finite, got NaN at entry 0.", () => Rnn.Forward(p, x, h_0: V(double.NaN, 0, 0, 0)) },
        { "y must hold targets for steps 1..T with T ≥ 1, got an empty sequence.", () => SequenceLoss.Mean(Loss.SquaredError, []) },
        { "y must have as many steps as x, T = 2, got T = 1.", () => Rnn.Backward(Trace, SequenceLoss.Mean(Loss.SquaredError, [V(1, 2)])) },
        { "y_1 must have n_q = 2 entries, got 1.", () => Rnn.Backward(Trace, SequenceLoss.Mean(Loss.SquaredError, [V(1), V(1)])) },
        { "y_2 must be finite, got NaN at entry 0.", () => SequenceLoss.Mean(Loss.SquaredError, [V(1), V(double.NaN)]) },
        { "y must have a target for every step with w_t ≠ 0, got none for t = 1 (targets for 2..2).",
            () => _ = new SequenceLoss(Loss.SquaredError, new Sequence([V(1)], first: 2), V(0.5, 0.5)) },
        { "y must end at step T = 1 or before, got targets up to step 2.",
            () => _ = new SequenceLoss(Loss.SquaredError, [V(1), V(1)], V(1)) },
        { "y_1 must lie in [0, 1] for binary cross-entropy, got entries from 0.5 to 1.5.",
            () => SequenceLoss.Mean(Loss.BinaryCrossEntropy, [V(0.5, 1.5)]) },
        { "y_1 must be probabilities that sum to 1 for categorical cross-entropy, got entries from 0.5 that sum to 1.25.",
            () => SequenceLoss.Mean(Loss.CategoricalCrossEntropy, [V(0.5, 0.75)]) },
        { "U_o must be n_h × n_h = 4 × 4, got 4 × 5 (the course multiplies U_o h_{t-1}).",
            () => Lstm.Forward(lstm with { U_o = M(4, 5) }, x) },
        { "b_i must have n_h = 4 entries, got 5.",
            () => Lstm.Forward(lstm with { b_i = Z(5) }, x) },
        { "c_0 must have n_h = 4 entries, got 1.", () => Lstm.Forward(lstm, x, c_0: Z(1)) },
        { "U must be n_h × n_h = 4 × 4, got 3 × 4 (the course multiplies U (r_t ⊙ h_{t-1})).",
            () => Gru.Forward(GruParameters.Gaussian(3, 4, 2, 1, new MersenneTwister(1)) with { U = M(3, 4) }, x) },
        { "layers must hold at least one layer, got none.", () => _ = new StackedRnnParameters([], M(2, 4), Z(2)) },
        { "W_hx[2] must be n_h × n_x = 5 × 4, got 5 × 3 (the course multiplies W_hx with h_t of the layer below).",
            () => _ = new StackedRnnParameters([new(M(4, 3), M(4, 4), Z(4)), new(M(5, 3), M(5, 5), Z(5))], M(2, 5), Z(2)) },
        { "h_0 must hold one state per layer = 2, got 1.",
            () => StackedRnn.Forward(StackedRnnParameters.Create(3, [4, 4], 2, Initialise.Zero, new MersenneTwister(1)), x, h_0: [Z(4)]) },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Cases))]
    public void Bad_input_is_named(string message, Action call) => Refusal.Is(message, call);

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("de-DE")]
    public void Numbers_in_messages_do_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            var error = Assert.Throws<ArgumentException>(() => SequenceLoss.Mean(Loss.BinaryCrossEntropy, [V(0.5, 1.5)]));
            Assert.Contains("from 0.5 to 1.5", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_chunk_of_no_steps_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Rnn.BackwardTruncated(p, x, SequenceLoss.Mean(Loss.SquaredError, [V(1, 2), V(1, 2)]), K: 0));

    [Fact]
    public void An_exploded_gradient_is_a_result_not_an_error()
    {
        var huge = new RnnParameters(M(1, 1) + 1, M(1, 1) + 1e200, Z(1), M(1, 1) + 1, Z(1));
        var trace = Rnn.Forward(huge, Sequence.OfNumbers([1, 0, 0]), Activation.Identity);
        var g = Rnn.Backward(trace, SequenceLoss.Last(Loss.SquaredError, 3, V(0)));
        Assert.False(double.IsFinite(g.dL_dθ.Norm()));
    }

    private static Vector<double> V(params double[] values) => Vector<double>.Build.Dense(values);

    private static Vector<double> Z(int size) => Vector<double>.Build.Dense(size);

    private static Matrix<double> M(int rows, int columns, (int i, int j)? nan = null) =>
        Matrix<double>.Build.Dense(rows, columns, (i, j) => (i, j) == nan ? double.NaN : 0);
}
