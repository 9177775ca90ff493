using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>What the output layer computed at every step.</summary>
/// <param name="φ_o">The output activation.</param>
/// <param name="z">Pre-activations z_1..z_T, each n_q.</param>
/// <param name="o">Outputs o_1..o_T, each n_q.</param>
public sealed record OutputTrace(OutputActivation φ_o, Sequence z, Sequence o);

/// <summary>The gradients at the output layer.</summary>
/// <param name="dL_dW_qh">∂L/∂W_qh, n_q × n_h.</param>
/// <param name="dL_db_q">∂L/∂b_q, n_q.</param>
/// <param name="dL_do">∂L/∂o_1..∂L/∂o_T.</param>
/// <param name="δz">δz_t = ∂L/∂z_t for t = 1..T.</param>
public sealed record OutputGradients(Matrix<double> dL_dW_qh, Vector<double> dL_db_q, Sequence dL_do, Sequence δz);

/// <summary>
/// z_t = W_qh h_t + b_q, o_t = φ_o(z_t): the output layer that the LSTM, the GRU and the stacked RNN share.
/// The plain RNN spells the same lines out among its own, as chapter 03 does.
/// </summary>
internal static class OutputLayer
{
    public static OutputTrace Forward(Matrix<double> W_qh, Vector<double> b_q, OutputActivation φ_o, Sequence h)
    {
        List<Vector<double>> z = [], o = [];
        for (var t = 1; t <= h.T; t++)
        {
            var z_t = W_qh * h[t] + b_q;
            var o_t = φ_o.Apply(z_t);
            z.Add(z_t);
            o.Add(o_t);
        }

        return new OutputTrace(φ_o, new(z), new(o));
    }

    public static OutputGradients Backward(OutputTrace output, Sequence h, SequenceLoss L)
    {
        L.CheckOutputs(output);
        var (φ_o, z, o) = output;
        var dL_dW_qh = Matrix<double>.Build.Dense(o[1].Count, h[1].Count);
        var dL_db_q = Vector<double>.Build.Dense(o[1].Count);
        List<Vector<double>> dL_do = [], δz = [];
        for (var t = 1; t <= o.T; t++)
        {
            // L = Σ_t w_t ℓ(o_t, y_t)
            var dL_do_t = L.Gradient(t, o[t]);

            // o_t = φ_o(z_t)
            var δz_t = L.HasShortcut(φ_o) ? L.Shortcut(t, o[t]) : φ_o.Backward(z[t], o[t], dL_do_t);

            // z_t = W_qh h_t + b_q
            dL_db_q += δz_t;
            dL_dW_qh += δz_t.OuterProduct(h[t]);

            dL_do.Add(dL_do_t);
            δz.Add(δz_t);
        }

        return new OutputGradients(dL_dW_qh, dL_db_q, new(dL_do), new(δz));
    }
}
