using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers, Schmidhuber and Cummins 2000) on one
/// sequence, as chapter 06 writes it. f, i, o are gates here; the network's output stands apart, in <see cref="LstmTrace.Output"/>.
/// </summary>
public static class Lstm
{
    /// <summary>The forward pass.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="x">Inputs x_1..x_T, each n_x.</param>
    /// <param name="φ_o">Output activation; linear if not given.</param>
    /// <param name="h_0">Initial hidden state, n_h; zero if not given.</param>
    /// <param name="c_0">Initial memory, n_h; zero if not given.</param>
    /// <exception cref="ArgumentException">A shape does not fit, x is empty, or a number is not finite.</exception>
    public static LstmTrace Forward(
        LstmParameters p, Sequence x, OutputActivation? φ_o = null, Vector<double>? h_0 = null, Vector<double>? c_0 = null)
    {
        h_0 ??= Vector<double>.Build.Dense(p.n_h);
        c_0 ??= Vector<double>.Build.Dense(p.n_h);
        p.CheckShapes();
        Check.Finite(p);
        Check.Inputs(nameof(x), x, "n_x", p.n_x);
        Check.State(nameof(h_0), h_0, p.n_h);
        Check.State(nameof(c_0), c_0, p.n_h);

        var (σ, tanh) = (Activation.Sigmoid, Activation.Tanh);
        List<Vector<double>> f = [], i = [], o = [], c̃ = [], c = [c_0], h = [h_0];
        var (h_tm1, c_tm1) = (h_0, c_0);
        foreach (var x_t in x)
        {
            var f_t = σ.Apply(p.W_f * x_t + p.U_f * h_tm1 + p.b_f);
            var i_t = σ.Apply(p.W_i * x_t + p.U_i * h_tm1 + p.b_i);
            var o_t = σ.Apply(p.W_o * x_t + p.U_o * h_tm1 + p.b_o);
            var c̃_t = tanh.Apply(p.W_c * x_t + p.U_c * h_tm1 + p.b_c);
            var c_t = f_t.PointwiseMultiply(c_tm1) + i_t.PointwiseMultiply(c̃_t);
            var h_t = o_t.PointwiseMultiply(tanh.Apply(c_t));

            f.Add(f_t);
            i.Add(i_t);
            o.Add(o_t);
            c̃.Add(c̃_t);
            c.Add(c_t);
            h.Add(h_t);
            (h_tm1, c_tm1) = (h_t, c_t);
        }

        var hidden = new Sequence(h, first: 0);
        var output = OutputLayer.Forward(p.W_qh, p.b_q, φ_o ?? Activation.Identity, hidden);
        return new LstmTrace(p, x, new(f), new(i), new(o), new(c̃), new(c, first: 0), hidden, output);
    }

    /// <summary>The backward pass. Each comment quotes the forward line that the code below it undoes.</summary>
    /// <exception cref="ArgumentException">The targets have another T or n_q than the outputs.</exception>
    public static LstmGradients Backward(LstmTrace trace, SequenceLoss L)
    {
        var (p, x, f, i, o, c̃, c, h, _) = trace;
        var T = trace.T;
        var output = OutputLayer.Backward(trace.Output, h, L);
        var (dL_dW_f, dL_dU_f, dL_db_f) = (0 * p.W_f, 0 * p.U_f, 0 * p.b_f);
        var (dL_dW_i, dL_dU_i, dL_db_i) = (0 * p.W_i, 0 * p.U_i, 0 * p.b_i);
        var (dL_dW_o, dL_dU_o, dL_db_o) = (0 * p.W_o, 0 * p.U_o, 0 * p.b_o);
        var (dL_dW_c, dL_dU_c, dL_db_c) = (0 * p.W_c, 0 * p.U_c, 0 * p.b_c);
        Vector<double>[] dL_dh = new Vector<double>[T + 1], dL_dc = new Vector<double>[T + 1];

        // What step t + 1 sends back to h_t and c_t; no loss comes after T.
        Vector<double> fromNext_h = Vector<double>.Build.Dense(p.n_h), fromNext_c = Vector<double>.Build.Dense(p.n_h);
        for (var t = T; t >= 1; t--)
        {
            var (x_t, h_tm1, c_tm1, tanh_c_t) = (x[t], h[t - 1], c[t - 1], c[t].PointwiseTanh());

            // h_t is used by z_t = W_qh h_t + b_q and by the gates and the candidate of t + 1
            var dL_dh_t = p.W_qh.Transpose() * output.δz[t] + fromNext_h;

            // h_t = o_t ⊙ tanh(c_t)  and  c_{t+1} = f_{t+1} ⊙ c_t + i_{t+1} ⊙ c̃_{t+1}
            var dL_do_t = dL_dh_t.PointwiseMultiply(tanh_c_t);
            var dL_dc_t = dL_dh_t.PointwiseMultiply(o[t]).PointwiseMultiply(1 - tanh_c_t.PointwisePower(2)) + fromNext_c;

            // c_t = f_t ⊙ c_{t-1} + i_t ⊙ c̃_t
            var dL_df_t = dL_dc_t.PointwiseMultiply(c_tm1);
            var dL_di_t = dL_dc_t.PointwiseMultiply(c̃[t]);
            var dL_dc̃_t = dL_dc_t.PointwiseMultiply(i[t]);
            fromNext_c = dL_dc_t.PointwiseMultiply(f[t]); // the direct path ∂c_t/∂c_{t-1} = diag(f_t): no W on it

            // c̃_t = tanh(W_c x_t + U_c h_{t-1} + b_c)
            var δc̃_t = dL_dc̃_t.PointwiseMultiply(1 - c̃[t].PointwisePower(2));
            dL_dW_c += δc̃_t.OuterProduct(x_t);
            dL_dU_c += δc̃_t.OuterProduct(h_tm1);
            dL_db_c += δc̃_t;

            // o_t = σ(W_o x_t + U_o h_{t-1} + b_o)
            var δo_t = dL_do_t.PointwiseMultiply(o[t]).PointwiseMultiply(1 - o[t]);
            dL_dW_o += δo_t.OuterProduct(x_t);
            dL_dU_o += δo_t.OuterProduct(h_tm1);
            dL_db_o += δo_t;

            // i_t = σ(W_i x_t + U_i h_{t-1} + b_i)
            var δi_t = dL_di_t.PointwiseMultiply(i[t]).PointwiseMultiply(1 - i[t]);
            dL_dW_i += δi_t.OuterProduct(x_t);
            dL_dU_i += δi_t.OuterProduct(h_tm1);
            dL_db_i += δi_t;

            // f_t = σ(W_f x_t + U_f h_{t-1} + b_f)
            var δf_t = dL_df_t.PointwiseMultiply(f[t]).PointwiseMultiply(1 - f[t]);
            dL_dW_f += δf_t.OuterProduct(x_t);
            dL_dU_f += δf_t.OuterProduct(h_tm1);
            dL_db_f += δf_t;

            // h_{t-1} is used by all four
            fromNext_h = p.U_f.Transpose() * δf_t + p.U_i.Transpose() * δi_t + p.U_o.Transpose() * δo_t + p.U_c.Transpose() * δc̃_t;

            (dL_dh[t], dL_dc[t]) = (dL_dh_t, dL_dc_t);
        }

        (dL_dh[0], dL_dc[0]) = (fromNext_h, fromNext_c);

        var dL_dθ = new LstmParameters(
            dL_dW_f, dL_dU_f, dL_db_f, dL_dW_i, dL_dU_i, dL_db_i, dL_dW_o, dL_dU_o, dL_db_o, dL_dW_c, dL_dU_c, dL_db_c,
            output.dL_dW_qh, output.dL_db_q);
        return new LstmGradients(dL_dθ, output, new(dL_dh, first: 0), new(dL_dc, first: 0));
    }
}
