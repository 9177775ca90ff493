using System.Text.Json.Nodes;
using Unrolled.Kernel.Tests.Protocol;

namespace Unrolled.Kernel.Tests.Course;

/// <summary>The course library's own names and documentation, as a learner meets them while typing.</summary>
public sealed class QuestionTests
{
    private const string Setup = "#load \"setup.csx\"\nusing Unrolled;\nusing MathNet.Numerics.LinearAlgebra;\n";

    [Theory]
    [InlineData(Setup, "Rnn.For|", "Forward")]
    [InlineData(Setup, "Matrix<double>.Build.|", "Dense")]
    [InlineData(Setup, "var m = Matrix<double>.Build.Dense(3, 3); m.Ev|", "Evd")]
    [InlineData("", Setup + "Rnn.For|", "Forward")]
    [InlineData(Setup, "var v = ve|", "vec")]
    public void The_librarys_members_complete_after_the_setup_has_run_or_in_its_own_cell(string before, string marked, string expected)
    {
        using var worker = Open();
        Assert.Equal("ok", worker.RunCell(1, before)[^1].Status);
        var items = Ask(worker, "complete", marked).Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("text").GetString());
        Assert.Contains(expected, items);
    }

    [Fact]
    public void A_method_of_the_library_is_explained_at_its_call()
    {
        using var worker = Open();
        worker.RunCell(1, Setup);
        var text = Ask(worker, "inspect", "Rnn.Forward(|").Json.GetProperty("text").GetString();
        Assert.StartsWith("RnnTrace Rnn.Forward(RnnParameters p, Sequence x, ", text, StringComparison.Ordinal);
        Assert.Contains("Inputs x_1..x_T, each n_x.", text, StringComparison.Ordinal);
    }

    private static WorkerProcess Open() => WorkerProcess.Open(Path.Combine(Repository.Root, "notebooks"));

    private static Message Ask(WorkerProcess worker, string type, string marked)
    {
        var position = marked.IndexOf('|', StringComparison.Ordinal);
        worker.Send(new JsonObject { ["type"] = type, ["id"] = 1, ["code"] = marked.Remove(position, 1), ["position"] = position }.ToJsonString());
        return worker.Next();
    }
}
