using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter03
{
    /// <summary>The truncated gradient of a network with tanh and a linear output, from h_0 = 0.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="x">Inputs x_1..x_T.</param>
    /// <param name="L">The loss of the whole sequence; L.Slice(from, to) is the part of some steps.</param>
    /// <param name="K">The length of a chunk; the last chunk may be shorter.</param>
    /// <returns>The truncated gradient of every parameter.</returns>
    public delegate RnnParameters TruncatedFunction(RnnParameters p, Sequence x, SequenceLoss L, int K);

    /// <summary>3.9: truncated BPTT with the library's two passes.</summary>
    public static ValueExercise<TruncatedFunction> Truncated { get; } = new("3.9", "Truncated backpropagation through time")
    {
        Matters = "This is how long sequences are trained: memory of K steps, whatever T is.",
        Next = "exercise 3.10 builds the tool that checked all of this.",
        Cases = random =>
        [
            ChunkCase(T: 7, K: 3, manyToOne: false, random),
            ChunkCase(T: 6, K: 2, manyToOne: false, random),
            ChunkCase(T: 5, K: 1, manyToOne: false, random),
            ChunkCase(T: 7, K: 3, manyToOne: true, random),
        ],
        Reference = (p, x, L, K) => Add(Chunks(p, x, L, K, carry: true)),
        Misconceptions =
        [
            new("state not carried", "Every chunk of yours starts from zero. The state is carried on; only the gradient is cut.", "3.15",
                (p, x, L, K) => Add(Chunks(p, x, L, K, carry: false))),
            new("not truncated", "This is the full gradient: it crosses the borders between chunks.", "3.15",
                (p, x, L, K) => Rnn.Backward(Rnn.Forward(p, x), L).dL_dθ),
            new("last chunk only", "Only the last chunk is left: did you write = where += belongs?", "3.15",
                (p, x, L, K) => Chunks(p, x, L, K, carry: true)[^1]),
            new("first chunk only", "Only the first chunk is there: go on until step T.", "3.15",
                (p, x, L, K) => Chunks(p, x, L, K, carry: true)[0]),
            new("short chunk lost", "You left out the steps after the last whole chunk: the last chunk may be shorter than K.", "3.15",
                (p, x, L, K) => Add(Chunks(p, x, L, K, carry: true).Take(x.T / K))),
            new("averaged over chunks", "You divided by the number of chunks. The weights w_t are in each part of L already.", "3.9",
                (p, x, L, K) => Add(Chunks(p, x, L, K, carry: true)).Map(g => g / Math.Ceiling((double)x.T / K))),
        ],
        Hints =
        [
            "A chunk is a short sequence: x.Slice(from, to) has its inputs and L.Slice(from, to) its part of the loss.",
            "Pass the last state of one chunk as h_0 of the next: `Rnn.Forward(p, x.Slice(t, end), h_0: state)`.",
            "Loop `for (var t = 1; t <= x.T; t += K)` with `end = Math.Min(t + K - 1, x.T)`; add the gradients with "
                + "`g.Zip(Rnn.Backward(chunk, L.Slice(t, end)).dL_dθ, (sum, term) => sum + term)`, starting from `p.Map(_ => 0)`.",
        ],
    };

    private static List<RnnParameters> Chunks(RnnParameters p, Sequence x, SequenceLoss L, int K, bool carry)
    {
        var (gradients, state) = (new List<RnnParameters>(), 0 * p.b_h);
        for (var t = 1; t <= x.T; t += K)
        {
            var end = Math.Min(t + K - 1, x.T);
            var chunk = Rnn.Forward(p, x.Slice(t, end), h_0: carry ? state : 0 * state);
            gradients.Add(Rnn.Backward(chunk, L.Slice(t, end)).dL_dθ);
            state = chunk.h[chunk.T];
        }

        return gradients;
    }

    private static RnnParameters Add(IEnumerable<RnnParameters> gradients) =>
        gradients.Aggregate((sum, g) => sum.Zip(g, (a, b) => a + b));

    private static TestCase ChunkCase(int T, int K, bool manyToOne, MersenneTwister random)
    {
        var d = Draw(n_x: 2, n_h: 3, n_q: 2, T, manyToOne, random);
        return TestCase.Of(Invariant($"{(manyToOne ? "many-to-one" : "mean loss")}, T = {T}, K = {K}"), d.p, d.x, d.L, K);
    }
}
