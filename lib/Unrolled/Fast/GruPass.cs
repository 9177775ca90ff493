using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>The batched form of <see cref="Gru"/>.</summary>
internal sealed class GruPass : CellPass
{
    private readonly PackedWeights Θ_rz, Θ;
    private readonly StepBuffer gates; // [r_t; z_t] on the way forward, the gradients at their arguments on the way back
    private readonly StepBuffer h̃;     // and the candidate likewise
    private readonly StepBuffer v;     // v_t = [x_t; 1; r_t ⊙ h_{t-1}], what the candidate reads
    private readonly AlignedBuffer _dL_drh = new();

    public GruPass(int n_x, int n_h, PackedWeights Θ_rz, PackedWeights Θ)
        : base(n_x, n_h)
    {
        (this.Θ_rz, this.Θ) = (Θ_rz, Θ);
        (gates, h̃, v) = (new StepBuffer(Θ_rz.Rows), new StepBuffer(Θ.Rows), new StepBuffer(Θ.Columns));
    }

    public override int GradientLength => Θ_rz.GradientLength + Θ.GradientLength;

    public override void Start(int T, int width)
    {
        base.Start(T, width);
        gates.Reserve(T, width);
        h̃.Reserve(T, width);
        v.Reserve(T, width);
        _dL_drh.Reserve(GateSize);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(int t)
    {
        // r_t, z_t = σ(W x_t + b + U h_{t-1})
        MatrixProducts.Multiply(Θ_rz.Forward, Θ_rz.Columns, u[t], gates[t], Width);
        VectorSigmoid.Apply(gates[t], gates[t]);

        // h̃_t = tanh(W x_t + b + U (r_t ⊙ h_{t-1}))
        var inputs = (n_x + 1) * Width;
        u[t][..inputs].CopyTo(v[t]);
        TensorPrimitives.Multiply(Gate(t, 0), h(t - 1), v[t][inputs..]);
        MatrixProducts.Multiply(Θ.Forward, Θ.Columns, v[t], h̃[t], Width);
        VectorTanh.Apply(h̃[t], h̃[t]);

        // h_t = (1 − z_t) ⊙ h_{t-1} + z_t ⊙ h̃_t
        ReadOnlySpan<double> z = Gate(t, 1), candidate = h̃[t], h_tm1 = h(t - 1);
        var h_t = h(t);
        for (var j = 0; j < h_t.Length; j += Vector<double>.Count)
        {
            Vector<double> z_t = new(z[j..]), h̃_t = new(candidate[j..]);
            ((Vector<double>.One - z_t) * new Vector<double>(h_tm1[j..]) + z_t * h̃_t).CopyTo(h_t[j..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(int t)
    {
        Span<double> r = Gate(t, 0), z = Gate(t, 1), candidate = h̃[t][..StateSize];
        ReadOnlySpan<double> h_tm1 = h(t - 1);
        Span<double> δh = dL_dh, drh = _dL_drh.Slice(0, GateSize);
        for (var j = 0; j < candidate.Length; j += Vector<double>.Count)
        {
            Vector<double> dL_dh_t = new(δh[j..]), z_t = new(z[j..]), h̃_t = new(candidate[j..]);

            // h_t = (1 − z_t) ⊙ h_{t-1} + z_t ⊙ h̃_t,  h̃_t = tanh(…),  z_t = σ(…)
            (dL_dh_t * z_t * VectorTanh.Derivative(h̃_t)).CopyTo(candidate[j..]);
            (dL_dh_t * (h̃_t - new Vector<double>(h_tm1[j..])) * VectorSigmoid.Derivative(z_t)).CopyTo(z[j..]);
            (dL_dh_t * (Vector<double>.One - z_t)).CopyTo(δh[j..]);
        }

        // h̃_t = tanh(W x_t + b + U (r_t ⊙ h_{t-1}))
        MatrixProducts.Multiply(Θ.Backward, Θ.Rows, h̃[t], drh, Width);
        for (var j = 0; j < candidate.Length; j += Vector<double>.Count)
        {
            Vector<double> r_t = new(r[j..]), dL_drh_t = new(drh[j..]);
            (dL_drh_t * new Vector<double>(h_tm1[j..]) * VectorSigmoid.Derivative(r_t)).CopyTo(r[j..]);
            (new Vector<double>(δh[j..]) + dL_drh_t * r_t).CopyTo(δh[j..]);
        }

        // r_t and z_t = σ(W x_t + b + U h_{t-1})
        MatrixProducts.Multiply(Θ_rz.Backward, Θ_rz.Rows, gates[t], δh, Width, add: true);
    }

    public override void AddGradient(int t, int steps, Span<double> dΘ)
    {
        AddGradient(Θ_rz, gates, u, t, steps, dΘ[..Θ_rz.GradientLength]);
        AddGradient(Θ, h̃, v, t, steps, dΘ[Θ_rz.GradientLength..]);
    }

    private Span<double> Gate(int t, int gate) => gates[t].Slice(gate * GateSize, StateSize);
}
