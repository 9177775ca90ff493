using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter06
{
    private const int CopySteps = 100;

    /// <summary>6.7: gate biases that make the cell copy its memory.</summary>
    public static PropertyExercise<(double b_f, double b_i, double b_o)> CopyMemory { get; } = new("6.7", "A cell that remembers")
    {
        Matters = "Three numbers turn the cell into a store: a trained LSTM finds such settings for single units by itself.",
        Next = "exercise 6.8 sends a gradient back through one step.",
        Reference = () => (12, -12, 12),
        Conditions =
        [
            new("the forget gate stays open", "Your memory fades: the product of the 100 forget gates is below 0.99.", "6.4",
                b => Remembering(b).f.Aggregate(1.0, (product, f_t) => product * f_t[0]) > 0.99, () => (3, -12, 12)),
            new("the input gate stays closed", "Your memory is kept, but the input gate lets new candidates in; together they may change it by more than 0.01.", "6.4",
                b => Remembering(b).i.Sum(i_t => i_t[0]) < 0.01, () => (12, -3, 12)),
            new("the output gate shows it", "Your memory is kept, but the output gate hides it at the end: o_t must be above 0.99.", "6.4",
                b => Remembering(b).o[CopySteps][0] > 0.99, () => (12, -12, -12)),
        ],
        Hints =
        [
            "Go through the table of section 6.4: which row keeps the memory and shows it?",
            "Each gate is σ of its bias plus at most 1 from input and state. At which bias is the hundredth power of f_t still near 1?",
            "Large biases do it. Take care of the signs: two gates open, one closed.",
        ],
    };

    // One unit whose gates also hear the inputs and the state, so that the biases must outweigh them.
    private static LstmTrace Remembering((double b_f, double b_i, double b_o) biases)
    {
        var random = new MersenneTwister(607);
        var half = (Initialiser)((rows, columns, _) => Matrix<double>.Build.Dense(rows, columns, 0.5));
        var p = LstmParameters.Create(n_x: 1, n_h: 1, n_q: 1, half, random) with
        {
            b_f = Vector<double>.Build.Dense(1, biases.b_f),
            b_i = Vector<double>.Build.Dense(1, biases.b_i),
            b_o = Vector<double>.Build.Dense(1, biases.b_o),
        };
        var x = Sequence.OfNumbers(Enumerable.Range(1, CopySteps).Select(_ => 2 * random.NextDouble() - 1));
        return Lstm.Forward(p, x, c_0: Vector<double>.Build.Dense(1, 0.8));
    }
}
