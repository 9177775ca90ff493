using System.Text.Json;
using Unrolled.Tests.Golden;

namespace Unrolled.Tests.Training;

/// <summary>The trainer, ten updates beside PyTorch's.</summary>
public class GoldenTrainingTests
{
    public static TheoryData<string> Files => [.. GoldenFile.Names.Where(name => !name.Contains("stacked", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Ten_updates_are_those_of_PyTorch(string file)
    {
        var golden = new GoldenFile(file);
        var (n_x, n_h, n_q) = (golden.n_x, golden.n_h[0], golden.n_q);
        switch (golden.Cell)
        {
            case "rnn":
                Train(golden, RnnParameters.Create(n_x, n_h, n_q, Initialise.Zero, new Random(1)));
                break;
            case "lstm":
                Train(golden, LstmParameters.Create(n_x, n_h, n_q, Initialise.Zero, new Random(1)));
                break;
            default:
                Train(golden, GruParameters.Create(n_x, n_h, n_q, Initialise.Zero, new Random(1)));
                break;
        }
    }

    private static void Train<T>(GoldenFile golden, T shapes) where T : IParameters<T>
    {
        foreach (var expected in golden.Training)
        {
            var run = Trainer.Train(
                golden.Parameters(shapes), golden.Dataset, Options(golden, expected), cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(10, run.Updates.Count);
            for (var i = 0; i < 10; i++)
            {
                Near.Equal($"loss {i}", expected.GetProperty("losses")[i].GetDouble(), run.Updates[i].L, Near.Golden);
                Near.Equal($"norm {i}", expected.GetProperty("norms")[i].GetDouble(), run.Updates[i].Norm.Before, Near.Golden);
            }

            Near.Equal("final", GoldenFile.Tensors(expected.GetProperty("final"), shapes), run.p, Near.Golden);
        }
    }

    private static TrainingOptions Options(GoldenFile golden, JsonElement run)
    {
        var (clipping, optimiser) = GoldenFile.Rule(run);
        return new TrainingOptions
        {
            Epochs = 10,
            φ_h = golden.φ_h,
            φ_o = golden.φ_o,
            ℓ = golden.ℓ,
            Clipping = clipping,
            Optimiser = optimiser,
        };
    }
}
