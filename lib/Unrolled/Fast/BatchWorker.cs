using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>What one thread needs to run a few sequences forward and back: the buffers, reused from call to call.</summary>
internal sealed class BatchWorker(CellPass cell, OutputPass output)
{
    /// <summary>
    /// The gradient of the weights is summed over about this many columns (steps × sequences) at once: enough to make the eight sums
    /// cheap, few enough to be still in the cache.
    /// </summary>
    private const int ColumnsPerSum = 256;

    public int GradientLength => cell.GradientLength + output.GradientLength;

    /// <summary>The loss of a few examples, and its gradient added to <paramref name="dΘ"/>.</summary>
    /// <param name="examples">All examples.</param>
    /// <param name="which">The examples to take, one per column.</param>
    /// <param name="K">After how many steps the gradient is cut; T for full backpropagation.</param>
    /// <param name="scale">What every loss is multiplied by.</param>
    /// <param name="dΘ">Where the gradient is added; empty if only the loss is wanted.</param>
    public double Run(SequenceDataset examples, ReadOnlySpan<int> which, int K, double scale, Span<double> dΘ)
    {
        Start(examples, which, K);
        double L = 0;
        for (var done = 0; done < examples.T; done += K)
        {
            var steps = Math.Min(K, examples.T - done);
            Load(examples, which, done, steps);
            for (var t = 1; t <= steps; t++)
            {
                cell.Forward(t);
                if (examples.w(done + t) != 0)
                    L += output.Forward(cell, t, examples, which, done + t, scale * examples.w(done + t));
            }

            if (!dΘ.IsEmpty)
                Backward(examples, done, steps, Math.Max(1, ColumnsPerSum / which.Length), dΘ);
            cell.Carry(steps);
        }

        return L;
    }

    /// <summary>The outputs of a few examples, for every step that has a target.</summary>
    public void Outputs(SequenceDataset examples, ReadOnlySpan<int> which, double[] outputs)
    {
        Start(examples, which, K: 1);
        for (var t = 1; t <= examples.T; t++)
        {
            Load(examples, which, done: t - 1, steps: 1);
            cell.Forward(1);
            if (t >= examples.FirstTarget)
                output.Outputs(cell, 1, examples, which, t, outputs);
            cell.Carry(1);
        }
    }

    private void Start(SequenceDataset examples, ReadOnlySpan<int> which, int K)
    {
        var width = MatrixProducts.RoundUp(which.Length, MatrixProducts.Columns);
        cell.Start(Math.Min(K, examples.T), width);
        output.Start(Math.Min(K, examples.T), width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Load(SequenceDataset examples, ReadOnlySpan<int> which, int done, int steps)
    {
        for (var t = 1; t <= steps; t++)
        {
            // Columns that only fill up the width repeat the last example, so that they overflow only if it does.
            var x_t = cell.x(t);
            for (var j = 0; j < cell.Width; j++)
            {
                var x = examples.Input(which[Math.Min(j, which.Length - 1)], done + t);
                for (var i = 0; i < x.Length; i++)
                    x_t[i * cell.Width + j] = x[i];
            }
        }
    }

    private void Backward(SequenceDataset examples, int done, int steps, int stepsPerSum, Span<double> dΘ)
    {
        cell.StartBackward();
        for (var t = steps; t >= 1; t--)
        {
            if (examples.w(done + t) != 0)
                output.Backward(cell, t, dΘ[cell.GradientLength..]);
            cell.Backward(t);
            if ((t - 1) % stepsPerSum == 0)
                cell.AddGradient(t, Math.Min(stepsPerSum, steps - t + 1), dΘ[..cell.GradientLength]);
        }
    }
}
