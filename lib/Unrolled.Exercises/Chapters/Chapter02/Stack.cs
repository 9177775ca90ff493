using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter02
{
    /// <summary>A stack of two layers, with tanh, from zero states.</summary>
    /// <param name="layer1">The layer that reads the input.</param>
    /// <param name="layer2">The layer on top of it.</param>
    /// <param name="x">The inputs x_1..x_T, each n_x.</param>
    /// <returns>The last state of layer 2, n_h.</returns>
    public delegate Vector<double> StackFunction(RnnLayer layer1, RnnLayer layer2, Sequence x);

    /// <summary>2.6: two layers of equal sizes.</summary>
    public static ValueExercise<StackFunction> Stack { get; } = new("2.6", "Two layers")
    {
        Matters = "Where all sizes are equal no shape error protects you: only the wiring says which layer reads what.",
        Next = "exercise 2.7 prepares the data.",
        Cases = random => [StackCase(2, 3, random), StackCase(3, 4, random)],
        Reference = (layer1, layer2, x) => Through(x, layer1, layer2, (h1_t, h1_tm1, h2_tm1, x_t) => (h1_t, h2_tm1)),
        Misconceptions =
        [
            new("layer 2 fed with x_t", "Your layer 2 reads x_t. Its input is h_t of layer 1.", "2.10",
                (layer1, layer2, x) => Through(x, layer1, layer2, (h1_t, h1_tm1, h2_tm1, x_t) => (x_t, h2_tm1))),
            new("layers swapped", "You sent the input through layer 2 first. Layer 1 reads the input, layer 2 gives the result.", "2.10",
                (layer1, layer2, x) => Through(x, layer2, layer1, (h1_t, h1_tm1, h2_tm1, x_t) => (h1_t, h2_tm1))),
            new("state shared", "Both of your layers use one state. Each layer has a state of its own.", "2.10", Shared),
            new("layer 2 one step late", "Your layer 2 reads the old state of layer 1. Within a step layer 1 comes first, and layer 2 reads its new state.", "2.10",
                (layer1, layer2, x) => Through(x, layer1, layer2, (h1_t, h1_tm1, h2_tm1, x_t) => (h1_tm1, h2_tm1))),
            new("layer 2 without memory", "Your layer 2 reads the state of layer 1 as its own last state. W_hh of layer 2 multiplies h_{t-1} of layer 2.", "2.10",
                (layer1, layer2, x) => Through(x, layer1, layer2, (h1_t, h1_tm1, h2_tm1, x_t) => (h1_t, h1_tm1))),
            new("layer 2 starts anew", "Your layer 2 starts from zero at every step, or takes one step only, after the last of layer 1. It takes a step whenever layer 1 does, and carries its own state on.", "2.10",
                (layer1, layer2, x) => Through(x, layer1, layer2, (h1_t, h1_tm1, h2_tm1, x_t) => (h1_t, 0 * h2_tm1))),
            new("state of layer 1", "You returned the last state of layer 1. Asked is that of layer 2, the upper one.", "2.10",
                (layer1, layer2, x) => x.Aggregate(0 * layer1.b_h, (h1, x_t) => Step(layer1, x_t, h1))),
        ],
        Hints =
        [
            "Draw two rows of states, one above the other. What enters a state of the upper row from below, and what from the left?",
            "Keep two vectors, `h1` and `h2`, both zero before step 1, each with the size of its layer's `b_h`.",
            "In each step compute `h1` from `x_t` and the old `h1` with the tensors of `layer1`, then `h2` from the new `h1` and the old `h2` with those of `layer2`.",
        ],
    };

    // All answers but two are this loop; they differ in what layer 2 takes for its input and for its last state.
    private static Vector<double> Through(
        Sequence x, RnnLayer layer1, RnnLayer layer2,
        Func<Vector<double>, Vector<double>, Vector<double>, Vector<double>, (Vector<double> Input, Vector<double> Last)> wiring)
    {
        var (h1_tm1, h2_tm1) = (0 * layer1.b_h, 0 * layer2.b_h);
        foreach (var x_t in x)
        {
            var h1_t = Step(layer1, x_t, h1_tm1);
            var (input, last) = wiring(h1_t, h1_tm1, h2_tm1, x_t);
            (h1_tm1, h2_tm1) = (h1_t, Step(layer2, input, last));
        }

        return h2_tm1;
    }

    private static Vector<double> Shared(RnnLayer layer1, RnnLayer layer2, Sequence x)
    {
        var h = 0 * layer1.b_h;
        foreach (var x_t in x)
        {
            h = Step(layer1, x_t, h);
            h = Step(layer2, h, h);
        }

        return h;
    }

    private static Vector<double> Step(RnnLayer layer, Vector<double> x_t, Vector<double> h_tm1) =>
        (layer.W_hx * x_t + layer.W_hh * h_tm1 + layer.b_h).PointwiseTanh();

    private static TestCase StackCase(int n, int T, MersenneTwister random) =>
        TestCase.Of(Invariant($"n_x = n_h = {n}, T = {T}"), DrawLayer(n, random), DrawLayer(n, random), DrawSequence(T, n, random));

    private static RnnLayer DrawLayer(int n, MersenneTwister random)
    {
        var init = Initialise.Gaussian(0.7);
        return new(init(n, n, random), init(n, n, random), Draw(n, random));
    }
}
