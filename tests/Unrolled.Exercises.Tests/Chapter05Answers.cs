using MathNet.Numerics.LinearAlgebra;
using Unrolled.Data;

namespace Unrolled.Exercises.Tests;

public sealed class Chapter05Answers : Answers
{
    public Chapter05Answers()
    {
        Right(Chapter05.GlobalNorm,
            g => Math.Sqrt(g.Tensors().Sum(tensor => tensor.Value.Enumerate().Sum(entry => entry * entry))),
            g => g.ToVector().L2Norm(),
            g =>
            {
                double squares = 0;
                foreach (var (_, value) in g.Tensors())
                    squares += Math.Pow(value.FrobeniusNorm(), 2);
                return Math.Sqrt(squares);
            });

        Right(Chapter05.ClipByNorm,
            (g, τ) => Clipping.ByNorm(τ).Apply(g).dL_dθ,
            (g, τ) => g.Norm() > τ ? g.Map(entry => entry * τ / g.ToVector().L2Norm()) : g,
            (g, τ) =>
            {
                var c = Math.Min(1, τ / g.Norm());
                return new(c * g.W_hx, c * g.W_hh, c * g.b_h, c * g.W_qh, c * g.b_q);
            });

        Right(Chapter05.MeanGradient,
            (p, windows, y) => new BatchedNetwork<RnnParameters>(p, threads: 1).Gradient(p, SequenceDataset.Last(
                windows, [.. y.Select(y_T => Vector<double>.Build.Dense(1, y_T))])).dL_dθ,
            (p, windows, y) =>
            {
                var g = p.Map(_ => 0);
                for (var k = 0; k < windows.Count; k++)
                {
                    var L = SequenceLoss.Last(Loss.SquaredError, windows[k].T, Vector<double>.Build.Dense(1, y[k]));
                    g = g.Zip(Rnn.Backward(Rnn.Forward(p, windows[k]), L).dL_dθ, (sum, entry) => sum + entry / windows.Count);
                }

                return g;
            });

        Right(Chapter05.Windows,
            (s, length) => (SlidingWindows.Of(s, length).Inputs, SlidingWindows.Of(s, length).Targets),
            (s, length) =>
            {
                var (inputs, targets) = (new List<Vector<double>>(), new List<double>());
                for (var t = length; t < s.Count; t++)
                {
                    inputs.Add(Vector<double>.Build.DenseOfEnumerable(s.Skip(t - length).Take(length)));
                    targets.Add(s[t]);
                }

                return (inputs, Vector<double>.Build.DenseOfEnumerable(targets));
            });

        Right(Chapter05.ForecastErrors,
            (y, ŷ) => (Metrics.Rmse([.. y], [.. ŷ]), Metrics.Mae([.. y], [.. ŷ])),
            (y, ŷ) => ((y - ŷ).L2Norm() / Math.Sqrt(y.Count), (y - ŷ).L1Norm() / y.Count));

        Right(Chapter05.PersistenceForecast,
            (y, from) => y.SubVector(from - 1, y.Count - from),
            (y, from) => Vector<double>.Build.DenseOfEnumerable(y.Skip(from - 1).SkipLast(1)),
            (y, from) => Vector<double>.Build.Dense(y.Count - from, i => y[from + i - 1]));

        Right(Chapter05.MomentumStep,
            (θ, v, g, λ, μ) =>
            {
                var next = v * μ;
                next += g;
                return (θ - next * λ, next);
            },
            (θ, v, g, λ, μ) => (θ - λ * μ * v - λ * g, g + μ * v));

        Right(Chapter05.TameTheRun, () => (0.2, 0.5), () => (0.3, 0.1));
    }
}
