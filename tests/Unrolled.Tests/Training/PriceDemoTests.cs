using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;
using Unrolled.Data;
using Unrolled.Tests.Data;

namespace Unrolled.Tests.Training;

/// <summary>The demo of chapter 05 once more, by the loop that the chapter shows: window by window, with the readable reference.</summary>
public sealed class PriceDemoTests
{
    private const double λ = 0.01, τ = 5;

    [Theory]
    [InlineData("prices-structured.csv", "structured")]
    [InlineData("prices-random-walk.csv", "walk")]
    public void The_chapter_s_numbers_are_those_of_the_readable_loop(string file, string name)
    {
        var task = new PriceTask(PriceCsv.Load(DataFolder.File(file)), PriceSimulation.TrainDays, length: 20);
        var p_0 = RnnParameters.Create(1, 16, 1, Initialise.Xavier, new MersenneTwister(2));

        var p = TrainByWindow(p_0, task.Train, epochs: 300);
        var (rmse, mae) = task.Errors(task.Scaler.Inverse(Outputs(p, task.Test)));

        Near.Equal("RMSE", rmse, Shown($"demo.rmse_{name}"), 1e-9);
        Near.Equal("MAE", mae, Shown($"demo.mae_{name}"), 1e-9);
    }

    private static RnnParameters TrainByWindow(RnnParameters p, SequenceDataset data, int epochs)
    {
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var g = Windows(data, k => Rnn.Backward(Rnn.Forward(p, data.x(k)), data.Loss(k, Loss.SquaredError)).dL_dθ)
                .Aggregate(p.Map(_ => 0), (sum, g_k) => sum.Zip(g_k, (total, entry) => total + entry))
                .Map(sum => sum / data.Count);
            var norm = g.Norm();
            g = g.Map(entry => entry / Math.Max(1, norm / τ));
            p = p.Zip(g, (θ, entry) => θ - λ * entry);
        }

        return p;
    }

    private static Vector<double> Outputs(RnnParameters p, SequenceDataset data) =>
        Vector<double>.Build.DenseOfEnumerable(Windows(data, k => Rnn.Forward(p, data.x(k)).o[data.T][0]));

    // On all cores, in the order of the windows: the sum is the same as one after the other.
    private static IEnumerable<T> Windows<T>(SequenceDataset data, Func<int, T> of) =>
        ParallelEnumerable.Range(0, data.Count).AsOrdered().Select(of).AsSequential();

    /// <summary>A number as the committed chapter shows it to the slides, with all its digits.</summary>
    private static double Shown(string result)
    {
        var notebook = Path.Combine(Path.GetDirectoryName(DataFolder.File("."))!, "..", "notebooks", "05-training.ipynb");
        using var json = JsonDocument.Parse(File.ReadAllText(notebook));
        return json.RootElement.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.TryGetProperty("outputs", out _))
            .SelectMany(cell => cell.GetProperty("outputs").EnumerateArray())
            .Where(output => output.TryGetProperty("data", out var data) && data.TryGetProperty("application/vnd.unrolled.result+json", out _))
            .Select(output => output.GetProperty("data").GetProperty("application/vnd.unrolled.result+json"))
            .Single(shown => shown.GetProperty("name").GetString() == result)
            .GetProperty("value").GetDouble();
    }
}
