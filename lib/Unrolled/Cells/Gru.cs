using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The gated recurrent unit (Cho et al. 2014) on one sequence, in the convention of chapter 06: z near 1 replaces the state, and r acts
/// before U. PyTorch's GRU swaps z and applies r after U: another function.
/// </summary>
public static class Gru
{
    /// <summary>The forward pass.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="x">Inputs x_1..x_T, each n_x.</param>
    /// <param name="φ_o">Output activation; linear if not given.</param>
    /// <param name="h_0">Initial state, n_h; zero if not given.</param>
    /// <exception cref="ArgumentException">A shape does not fit, x is empty, or a number is not finite.</exception>
    public static GruTrace Forward(GruParameters p, Sequence x, OutputActivation? φ_o = null, Vector<double>? h_0 = null)
    {
        h_0 ??= Vector<double>.Build.Dense(p.n_h);
        p.CheckShapes();
        Check.Finite(p);
        Check.Inputs(nameof(x), x, "n_x", p.n_x);
        Check.State(nameof(h_0), h_0, p.n_h);

        var (σ, tanh) = (Activation.Sigmoid, Activation.Tanh);
        List<Vector<double>> r = [], z = [], h̃ = [], h = [h_0];
        var h_tm1 = h_0;
        foreach (var x_t in x)
        {
            var r_t = σ.Apply(p.W_r * x_t + p.U_r * h_tm1 + p.b_r);
            var z_t = σ.Apply(p.W_z * x_t + p.U_z * h_tm1 + p.b_z);
            var h̃_t = tanh.Apply(p.W * x_t + p.U * r_t.PointwiseMultiply(h_tm1) + p.b);
            var h_t = (1 - z_t).PointwiseMultiply(h_tm1) + z_t.PointwiseMultiply(h̃_t);

            r.Add(r_t);
            z.Add(z_t);
            h̃.Add(h̃_t);
            h.Add(h_t);
            h_tm1 = h_t;
        }

        var hidden = new Sequence(h, first: 0);
        var output = OutputLayer.Forward(p.W_qh, p.b_q, φ_o ?? Activation.Identity, hidden);
        return new GruTrace(p, x, new(r), new(z), new(h̃), hidden, output);
    }

    /// <summary>The backward pass. Each comment quotes the forward line that the code below it undoes.</summary>
    /// <exception cref="ArgumentException">The targets have another T or n_q than the outputs.</exception>
    public static GruGradients Backward(GruTrace trace, SequenceLoss L)
    {
        var (p, x, r, z, h̃, h, _) = trace;
        var T = trace.T;
        var output = OutputLayer.Backward(trace.Output, h, L);
        var (dL_dW_r, dL_dU_r, dL_db_r) = (0 * p.W_r, 0 * p.U_r, 0 * p.b_r);
        var (dL_dW_z, dL_dU_z, dL_db_z) = (0 * p.W_z, 0 * p.U_z, 0 * p.b_z);
        var (dL_dW, dL_dU, dL_db) = (0 * p.W, 0 * p.U, 0 * p.b);
        var dL_dh = new Vector<double>[T + 1];

        var fromNext = Vector<double>.Build.Dense(p.n_h); // what step t + 1 sends back to h_t; no loss comes after T
        for (var t = T; t >= 1; t--)
        {
            var (x_t, h_tm1) = (x[t], h[t - 1]);

            // h_t is used by z_t = W_qh h_t + b_q (the output's z) and by everything of t + 1
            var dL_dh_t = p.W_qh.Transpose() * output.δz[t] + fromNext;

            // h_t = (1 − z_t) ⊙ h_{t-1} + z_t ⊙ h̃_t
            var dL_dz_t = dL_dh_t.PointwiseMultiply(h̃[t] - h_tm1);
            var dL_dh̃_t = dL_dh_t.PointwiseMultiply(z[t]);
            var direct = dL_dh_t.PointwiseMultiply(1 - z[t]); // the direct path diag(1 − z_t): no U on it

            // h̃_t = tanh(W x_t + U (r_t ⊙ h_{t-1}) + b)
            var δh̃_t = dL_dh̃_t.PointwiseMultiply(1 - h̃[t].PointwisePower(2));
            dL_dW += δh̃_t.OuterProduct(x_t);
            dL_dU += δh̃_t.OuterProduct(r[t].PointwiseMultiply(h_tm1));
            dL_db += δh̃_t;
            var dL_drh_t = p.U.Transpose() * δh̃_t; // at the product r_t ⊙ h_{t-1}
            var dL_dr_t = dL_drh_t.PointwiseMultiply(h_tm1);

            // z_t = σ(W_z x_t + U_z h_{t-1} + b_z)
            var δz_t = dL_dz_t.PointwiseMultiply(z[t]).PointwiseMultiply(1 - z[t]);
            dL_dW_z += δz_t.OuterProduct(x_t);
            dL_dU_z += δz_t.OuterProduct(h_tm1);
            dL_db_z += δz_t;

            // r_t = σ(W_r x_t + U_r h_{t-1} + b_r)
            var δr_t = dL_dr_t.PointwiseMultiply(r[t]).PointwiseMultiply(1 - r[t]);
            dL_dW_r += δr_t.OuterProduct(x_t);
            dL_dU_r += δr_t.OuterProduct(h_tm1);
            dL_db_r += δr_t;

            // h_{t-1} is used by h_t directly, by r_t ⊙ h_{t-1} and by both gates
            fromNext = direct + dL_drh_t.PointwiseMultiply(r[t]) + p.U_z.Transpose() * δz_t + p.U_r.Transpose() * δr_t;

            dL_dh[t] = dL_dh_t;
        }

        dL_dh[0] = fromNext;

        var dL_dθ = new GruParameters(
            dL_dW_r, dL_dU_r, dL_db_r, dL_dW_z, dL_dU_z, dL_db_z, dL_dW, dL_dU, dL_db, output.dL_dW_qh, output.dL_db_q);
        return new GruGradients(dL_dθ, output, new(dL_dh, first: 0));
    }
}
