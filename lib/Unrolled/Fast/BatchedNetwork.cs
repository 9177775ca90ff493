using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The fast path: the same networks as <see cref="Rnn"/>, <see cref="Lstm"/> and <see cref="Gru"/>, for many sequences at once, all from
/// the zero state. Results are those of the reference up to rounding, and do not depend on the number of threads.
/// An object serves one caller at a time; it keeps its buffers, so that only the first call allocates.
/// </summary>
/// <typeparam name="TParameters">
/// Says which cell: <see cref="RnnParameters"/>, <see cref="LstmParameters"/> or <see cref="GruParameters"/>.
/// </typeparam>
public sealed class BatchedNetwork<TParameters> where TParameters : IParameters<TParameters>
{
    private readonly TParameters _shapes;
    private readonly Layers _layers;
    private readonly Loss _ℓ;
    private readonly BatchWorker[] _workers;
    private readonly WorkerPool _pool;
    private readonly AlignedBuffer _gradients = new();
    private readonly double[] _losses = new double[BatchPlan.MostGroups];

    // The call that is running.
    private SequenceDataset? _examples;
    private BatchPlan _plan;
    private int _K;
    private bool _wantsGradient;
    private double[]? _outputs;

    /// <param name="shapes">Parameters of the shapes to come; their values are not used.</param>
    /// <param name="φ_h">Hidden activation of the RNN; tanh if not given. LSTM and GRU have their own.</param>
    /// <param name="φ_o">Output activation; linear if not given.</param>
    /// <param name="ℓ">The loss of one step; squared error if not given. Another loss must be made for φ_o.</param>
    /// <param name="threads">How many threads may work; all of the machine's if 0.</param>
    /// <exception cref="ArgumentException">The cell, φ_h or the pair of φ_o and ℓ is not one the fast path knows.</exception>
    public BatchedNetwork(TParameters shapes, Activation? φ_h = null, OutputActivation? φ_o = null, Loss? ℓ = null, int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        _shapes = shapes;
        _layers = Layers.Of(shapes);
        _ℓ = ℓ ?? Unrolled.Loss.SquaredError;
        _workers = new BatchWorker[threads > 0 ? threads : Environment.ProcessorCount];
        for (var i = 0; i < _workers.Length; i++)
            _workers[i] = new(_layers.NewCell(φ_h), new OutputPass(_layers.Output, φ_o ?? Activation.Identity, _ℓ));
        _pool = new WorkerPool(_workers.Length, RunGroup);
    }

    /// <summary>The number of parameters.</summary>
    public int Count => _layers.Count;

    /// <summary>The mean loss of all examples.</summary>
    /// <exception cref="ArgumentException">The sizes of parameters or examples do not fit, or a target does not suit ℓ.</exception>
    public double Loss(TParameters p, SequenceDataset examples)
    {
        (_wantsGradient, _outputs) = (false, null);
        return Run(p.ToVector().AsArray(), examples, examples.All, K: 1); // nothing is kept for a way back
    }

    /// <summary>The mean loss of all examples and its gradient.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="examples">The examples.</param>
    /// <param name="K">
    /// Where truncated backpropagation cuts (<see cref="Rnn.BackwardTruncated"/>); T if not given. Memory grows with K, not T.
    /// </param>
    /// <exception cref="ArgumentException">The sizes of parameters or examples do not fit, or a target does not suit ℓ.</exception>
    public (double L, TParameters dL_dθ) Gradient(TParameters p, SequenceDataset examples, int? K = null)
    {
        var dL_dθ = Vector<double>.Build.Dense(Count);
        var L = Gradient(p.ToVector().AsArray(), examples, examples.All, dL_dθ.AsArray(), K);
        return (L, _shapes.WithVector(dL_dθ));
    }

    /// <summary>The outputs o_t of every example, for the steps that have a target.</summary>
    /// <exception cref="ArgumentException">The sizes of parameters or examples do not fit, or a target does not suit ℓ.</exception>
    public IReadOnlyList<Sequence> Outputs(TParameters p, SequenceDataset examples)
    {
        var outputs = new double[examples.Targets.Length];
        (_wantsGradient, _outputs) = (false, outputs);
        Run(p.ToVector().AsArray(), examples, examples.All, K: 1);
        return [.. examples.All.Select(k => examples.Unpack(outputs, k))];
    }

    /// <summary>
    /// The mean loss of some examples and its gradient, on vectors laid out as <see cref="Parameters.ToVector"/> does. Allocates nothing
    /// after the first call.
    /// </summary>
    internal double Gradient(
        ReadOnlySpan<double> θ, SequenceDataset examples, ReadOnlyMemory<int> which, Span<double> dL_dθ, int? K = null)
    {
        (_wantsGradient, _outputs) = (true, null);
        var L = Run(θ, examples, which, K ?? examples.T);
        dL_dθ.Clear();
        for (var group = 0; group < _plan.Groups; group++)
            _layers.AddGradient(GroupGradient(group), dL_dθ);
        return L;
    }

    private double Run(ReadOnlySpan<double> θ, SequenceDataset examples, ReadOnlyMemory<int> which, int K)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(K, 1);
        if (θ.Length != Count)
            throw new ArgumentException(Invariant($"θ must have {Count} entries, got {θ.Length}."), nameof(θ));
        if ((examples.n_x, examples.n_q) != (_layers.n_x, _layers.n_q))
            throw new ArgumentException(Invariant(
                $"The data set must have n_x = {_layers.n_x} and n_q = {_layers.n_q} like the parameters, ") + Invariant(
                $"got n_x = {examples.n_x} and n_q = {examples.n_q}."), nameof(examples));
        if (_ℓ != Unrolled.Loss.SquaredError && examples != _examples)
            examples.CheckTargets(_ℓ);
        (_examples, _plan, _K) = (examples, new BatchPlan(which), K);
        _layers.Load(θ);
        _gradients.Reserve(_plan.Groups * _layers.GradientLength);
        _pool.Run(_plan.Groups);
        double L = 0;
        for (var group = 0; group < _plan.Groups; group++)
            L += _losses[group];
        return L;
    }

    private void RunGroup(int worker, int group)
    {
        var dΘ = _wantsGradient ? GroupGradient(group) : [];
        dΘ.Clear();
        _losses[group] = 0;
        for (var part = _plan.FirstPart(group); part < _plan.FirstPart(group + 1); part++)
        {
            if (_outputs != null)
                _workers[worker].Outputs(_examples!, _plan.Part(part), _outputs);
            else
                _losses[group] += _workers[worker].Run(_examples!, _plan.Part(part), _K, scale: 1.0 / _plan.Count, dΘ);
        }
    }

    private Span<double> GroupGradient(int group) => _gradients.Slice(group * _layers.GradientLength, _layers.GradientLength);
}
