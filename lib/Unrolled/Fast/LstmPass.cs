using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>The batched form of <see cref="Lstm"/>.</summary>
internal sealed class LstmPass : CellPass
{
    private readonly PackedWeights Θ;
    private readonly StepBuffer gates; // [f_t; i_t; o_t; c̃_t] on the way forward, the gradients at their arguments on the way back
    private readonly StepBuffer c, tanh_c;
    private readonly AlignedBuffer _dL_dc = new();

    public LstmPass(int n_x, int n_h, PackedWeights Θ)
        : base(n_x, n_h) => (this.Θ, gates, c, tanh_c) = (Θ, new StepBuffer(Θ.Rows), new StepBuffer(n_h, first: 0), new StepBuffer(n_h));

    public override int GradientLength => Θ.GradientLength;

    public override void Start(int T, int width)
    {
        base.Start(T, width);
        gates.Reserve(T, width);
        c.Reserve(T + 1, width);
        tanh_c.Reserve(T, width);
        _dL_dc.Reserve(StateSize);
        c[0].Clear();
    }

    public override void Carry(int T)
    {
        base.Carry(T);
        c[T].CopyTo(c[0]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(int t)
    {
        // f_t, i_t, o_t = σ(W x_t + b + U h_{t-1}),  c̃_t = tanh(W x_t + b + U h_{t-1})
        MatrixProducts.Multiply(Θ.Forward, Θ.Columns, u[t], gates[t], Width);
        Span<double> σ = gates[t][..(3 * GateSize)], tanh = gates[t][(3 * GateSize)..];
        VectorSigmoid.Apply(σ, σ);
        VectorTanh.Apply(tanh, tanh);

        // c_t = f_t ⊙ c_{t-1} + i_t ⊙ c̃_t
        ReadOnlySpan<double> f = Gate(t, 0), i = Gate(t, 1), o = Gate(t, 2), c̃ = Gate(t, 3), c_tm1 = c[t - 1];
        var c_t = c[t];
        for (var j = 0; j < c_t.Length; j += Vector<double>.Count)
        {
            Vector<double> f_t = new(f[j..]), i_t = new(i[j..]), c̃_t = new(c̃[j..]);
            (f_t * new Vector<double>(c_tm1[j..]) + i_t * c̃_t).CopyTo(c_t[j..]);
        }

        // h_t = o_t ⊙ tanh(c_t)
        VectorTanh.Apply(c_t, tanh_c[t]);
        TensorPrimitives.Multiply(o, tanh_c[t], h(t));
    }

    public override void StartBackward()
    {
        base.StartBackward();
        _dL_dc.Slice(0, StateSize).Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(int t)
    {
        Span<double> f = Gate(t, 0), i = Gate(t, 1), o = Gate(t, 2), c̃ = Gate(t, 3);
        ReadOnlySpan<double> dL_dh_t = dL_dh, c_tm1 = c[t - 1], tanh_c_t = tanh_c[t];
        var fromNext = _dL_dc.Slice(0, StateSize);
        for (var j = 0; j < fromNext.Length; j += Vector<double>.Count)
        {
            Vector<double> f_t = new(f[j..]), i_t = new(i[j..]), o_t = new(o[j..]), c̃_t = new(c̃[j..]);
            Vector<double> δh = new(dL_dh_t[j..]), tanh = new(tanh_c_t[j..]);

            // h_t = o_t ⊙ tanh(c_t)  and  c_{t+1} = f_{t+1} ⊙ c_t + i_{t+1} ⊙ c̃_{t+1}
            var dL_dc_t = δh * o_t * VectorTanh.Derivative(tanh) + new Vector<double>(fromNext[j..]);
            (dL_dc_t * f_t).CopyTo(fromNext[j..]);

            // c_t = f_t ⊙ c_{t-1} + i_t ⊙ c̃_t, and each gate is φ(W x_t + b + U h_{t-1})
            (dL_dc_t * new Vector<double>(c_tm1[j..]) * VectorSigmoid.Derivative(f_t)).CopyTo(f[j..]);
            (dL_dc_t * c̃_t * VectorSigmoid.Derivative(i_t)).CopyTo(i[j..]);
            (δh * tanh * VectorSigmoid.Derivative(o_t)).CopyTo(o[j..]);
            (dL_dc_t * i_t * VectorTanh.Derivative(c̃_t)).CopyTo(c̃[j..]);
        }

        // h_{t-1} is used by all four
        MatrixProducts.Multiply(Θ.Backward, Θ.Rows, gates[t], dL_dh, Width);
    }

    public override void AddGradient(int t, int steps, Span<double> dΘ) => AddGradient(Θ, gates, u, t, steps, dΘ);

    private Span<double> Gate(int t, int gate) => gates[t].Slice(gate * GateSize, StateSize);
}
