using System.Numerics;
using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>The batched form of <see cref="Rnn"/>.</summary>
internal sealed class RnnPass<φ> : CellPass where φ : IVectorActivation
{
    private readonly PackedWeights Θ;
    private readonly StepBuffer a; // a_t on the way forward, δa_t on the way back

    public RnnPass(int n_x, int n_h, PackedWeights Θ)
        : base(n_x, n_h) => (this.Θ, a) = (Θ, new StepBuffer(Θ.Rows));

    public override int GradientLength => Θ.GradientLength;

    public override void Start(int T, int width)
    {
        base.Start(T, width);
        a.Reserve(T, width);
    }

    public override void Forward(int t)
    {
        // a_t = W_hx x_t + b_h + W_hh h_{t-1}
        MatrixProducts.Multiply(Θ.Forward, Θ.Columns, u[t], a[t], Width);

        // h_t = φ_h(a_t)
        φ.Apply(a[t][..StateSize], h(t));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(int t)
    {
        // h_t = φ_h(a_t)
        ReadOnlySpan<double> dL_dh_t = dL_dh, h_t = h(t);
        var δa_t = a[t][..StateSize];
        for (var j = 0; j < δa_t.Length; j += Vector<double>.Count)
            (new Vector<double>(dL_dh_t[j..]) * φ.Derivative(new Vector<double>(h_t[j..]))).CopyTo(δa_t[j..]);

        // a_t = W_hx x_t + b_h + W_hh h_{t-1}
        MatrixProducts.Multiply(Θ.Backward, Θ.Rows, a[t], dL_dh, Width);
    }

    public override void AddGradient(int t, int steps, Span<double> dΘ) => AddGradient(Θ, a, u, t, steps, dΘ);
}
