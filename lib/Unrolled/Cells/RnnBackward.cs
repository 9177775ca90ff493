using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

public static partial class Rnn
{
    /// <summary>
    /// Backpropagation through time (Werbos 1990): chapter 03, quantity by quantity in its order. Each comment quotes the forward
    /// line that the code below it undoes. A shared weight is used at every step, so its gradient is a sum over t.
    /// </summary>
    /// <exception cref="ArgumentException">The targets have another T or n_q than the outputs.</exception>
    public static RnnGradients Backward(RnnTrace trace, SequenceLoss L)
    {
        L.CheckOutputs(trace.Output);
        var (p, φ_h, φ_o, x, a, h, z, o) = trace;
        var T = trace.T;
        var (dL_dW_hx, dL_dW_hh, dL_db_h, dL_dW_qh, dL_db_q) = (0 * p.W_hx, 0 * p.W_hh, 0 * p.b_h, 0 * p.W_qh, 0 * p.b_q);
        Vector<double>[] dL_do = new Vector<double>[T + 1], δz = new Vector<double>[T + 1];
        Vector<double>[] dL_dh = new Vector<double>[T + 1], δa = new Vector<double>[T + 1];

        var δa_tp1 = Vector<double>.Build.Dense(p.n_h); // ∂L/∂h_{T+1} = 0: no loss comes after T
        for (var t = T; t >= 1; t--)
        {
            // L = Σ_t w_t ℓ(o_t, y_t)
            var dL_do_t = L.Gradient(t, o[t]);

            // o_t = φ_o(z_t)     φ_o′(z_t) ⊙ ∂L/∂o_t if elementwise, Jᵀ ∂L/∂o_t for softmax; with its own cross-entropy: w_t (o_t − y_t)
            var δz_t = L.HasShortcut(φ_o) ? L.Shortcut(t, o[t]) : φ_o.Backward(z[t], o[t], dL_do_t);

            // z_t = W_qh h_t + b_q
            dL_db_q += δz_t;
            dL_dW_qh += δz_t.OuterProduct(h[t]);

            // h_t is used twice: z_t = W_qh h_t + b_q  and  a_{t+1} = W_hx x_{t+1} + W_hh h_t + b_h
            var dL_dh_t = p.W_qh.Transpose() * δz_t + p.W_hh.Transpose() * δa_tp1;

            // h_t = φ_h(a_t)
            var δa_t = dL_dh_t.PointwiseMultiply(φ_h.Derivative(a[t], h[t]));

            // a_t = W_hx x_t + W_hh h_{t-1} + b_h
            dL_dW_hx += δa_t.OuterProduct(x[t]);
            dL_dW_hh += δa_t.OuterProduct(h[t - 1]);
            dL_db_h += δa_t;

            (dL_do[t], δz[t], dL_dh[t], δa[t]) = (dL_do_t, δz_t, dL_dh_t, δa_t);
            δa_tp1 = δa_t;
        }

        // h_0 is used once: a_1 = W_hx x_1 + W_hh h_0 + b_h
        dL_dh[0] = p.W_hh.Transpose() * δa_tp1;

        return new RnnGradients(
            new RnnParameters(dL_dW_hx, dL_dW_hh, dL_db_h, dL_dW_qh, dL_db_q),
            new(dL_do[1..]), new(δz[1..]), new(dL_dh, first: 0), new(δa[1..]));
    }
}
