using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>The plain recurrent network (Elman 1990) on one sequence, as chapters 02 and 03 write it.</summary>
public static partial class Rnn
{
    /// <summary>The forward pass.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="x">Inputs x_1..x_T, each n_x.</param>
    /// <param name="φ_h">Hidden activation; tanh if not given.</param>
    /// <param name="φ_o">Output activation; linear if not given.</param>
    /// <param name="h_0">Initial state, n_h; zero if not given.</param>
    /// <exception cref="ArgumentException">A shape does not fit, x is empty, or a number is not finite.</exception>
    public static RnnTrace Forward(
        RnnParameters p, Sequence x, Activation? φ_h = null, OutputActivation? φ_o = null, Vector<double>? h_0 = null)
    {
        φ_h ??= Activation.Tanh;
        φ_o ??= Activation.Identity;
        h_0 ??= Vector<double>.Build.Dense(p.n_h);
        p.CheckShapes();
        Check.Finite(p);
        Check.Inputs(nameof(x), x, "n_x", p.n_x);
        Check.State(nameof(h_0), h_0, p.n_h);

        List<Vector<double>> a = [], h = [h_0], z = [], o = [];
        var h_tm1 = h_0;
        foreach (var x_t in x)
        {
            var a_t = p.W_hx * x_t + p.W_hh * h_tm1 + p.b_h;
            var h_t = φ_h.Apply(a_t);
            var z_t = p.W_qh * h_t + p.b_q;
            var o_t = φ_o.Apply(z_t);

            a.Add(a_t);
            h.Add(h_t);
            z.Add(z_t);
            o.Add(o_t);
            h_tm1 = h_t;
        }

        return new RnnTrace(p, φ_h, φ_o, x, new(a), new(h, first: 0), new(z), new(o));
    }
}
