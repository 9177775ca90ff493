using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// Numeric gradients, (L(v + ε) − L(v − ε)) / 2ε for every entry: slow, and independent of every derivation. Their error is about ε²
/// from the formula and 1e-16 |L| / ε from rounding, so ε = 1e-5 leaves ten digits. They mean nothing across a kink of ReLU.
/// </summary>
public static class CentralDifferences
{
    /// <summary>∂L/∂v for every entry of v.</summary>
    public static Vector<double> Of(Func<Vector<double>, double> L, Vector<double> v, double ε = 1e-5) =>
        Vector<double>.Build.Dense(v.Count, i =>
        {
            Vector<double> plus = v.Clone(), minus = v.Clone();
            plus[i] += ε;
            minus[i] -= ε;
            return (L(plus) - L(minus)) / (plus[i] - minus[i]); // what was really added, after rounding
        });

    /// <summary>∂L/∂θ for every entry of every parameter.</summary>
    public static T Of<T>(Func<T, double> L, T p, double ε = 1e-5) where T : IParameters<T> =>
        p.WithVector(Of(θ => L(p.WithVector(θ)), p.ToVector(), ε));

    /// <summary>∂L/∂h_0..∂L/∂h_T of the RNN: h_t is changed and everything after it computed again.</summary>
    public static Sequence OfStates(RnnTrace trace, SequenceLoss L, double ε = 1e-5)
    {
        var (p, x, T) = (trace.p, trace.x, trace.T);
        return States(trace.h, trace.Output, L, ε, (t, h_t) =>
        [
            .. Readout(t, p.W_qh, p.b_q, h_t),
            .. t < T ? Rnn.Forward(p, x.Slice(t + 1, T), trace.φ_h, trace.φ_o, h_t).z : [],
        ]);
    }

    /// <summary>∂L/∂h_0..∂L/∂h_T of the LSTM: h_t is changed while c_t stays.</summary>
    public static Sequence OfStates(LstmTrace trace, SequenceLoss L, double ε = 1e-5) =>
        States(trace.h, trace.Output, L, ε, (t, h_t) => Continue(trace, t, h_t, trace.c[t]));

    /// <summary>∂L/∂c_0..∂L/∂c_T of the LSTM: c_t is changed, and h_t = o_t ⊙ tanh(c_t) with it.</summary>
    public static Sequence OfMemory(LstmTrace trace, SequenceLoss L, double ε = 1e-5) =>
        States(trace.c, trace.Output, L, ε, (t, c_t) =>
            Continue(trace, t, t == 0 ? trace.h[0] : trace.o[t].PointwiseMultiply(c_t.PointwiseTanh()), c_t));

    /// <summary>∂L/∂h_0..∂L/∂h_T of the GRU.</summary>
    public static Sequence OfStates(GruTrace trace, SequenceLoss L, double ε = 1e-5)
    {
        var (p, x, T) = (trace.p, trace.x, trace.T);
        return States(trace.h, trace.Output, L, ε, (t, h_t) =>
        [
            .. Readout(t, p.W_qh, p.b_q, h_t),
            .. t < T ? Gru.Forward(p, x.Slice(t + 1, T), trace.Output.φ_o, h_t).Output.z : [],
        ]);
    }

    private static Vector<double>[] Continue(LstmTrace trace, int t, Vector<double> h_t, Vector<double> c_t)
    {
        var (p, x, T) = (trace.p, trace.x, trace.T);
        return
        [
            .. Readout(t, p.W_qh, p.b_q, h_t),
            .. t < T ? Lstm.Forward(p, x.Slice(t + 1, T), trace.Output.φ_o, h_t, c_t).Output.z : [],
        ];
    }

    // The initial state has no output of its own.
    private static Vector<double>[] Readout(int t, Matrix<double> W_qh, Vector<double> b_q, Vector<double> h_t) =>
        t == 0 ? [] : [W_qh * h_t + b_q];

    /// <param name="states">The states v_0..v_T to change one after the other.</param>
    /// <param name="output">The outputs as they are; those before t do not depend on v_t.</param>
    /// <param name="L">The loss.</param>
    /// <param name="ε">The change.</param>
    /// <param name="continueFrom">Given t and another v_t: the output pre-activations z_t..z_T that follow (z_1..z_T for t = 0).</param>
    private static Sequence States(
        Sequence states, OutputTrace output, SequenceLoss L, double ε, Func<int, Vector<double>, Vector<double>[]> continueFrom)
    {
        return new(states.Select((v_t, t) => Of(v => Loss(t, v), v_t, ε)), first: 0);

        double Loss(int t, Vector<double> v)
        {
            Sequence z = [.. output.z.Take(t - 1), .. continueFrom(t, v)];
            return L.Of(new OutputTrace(output.φ_o, z, new(z.Select(output.φ_o.Apply))));
        }
    }
}
