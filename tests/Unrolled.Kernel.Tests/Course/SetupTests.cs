using Unrolled.Kernel.Tests.Protocol;

namespace Unrolled.Kernel.Tests.Course;

/// <summary>What the script that every chapter loads gives the cells after it.</summary>
public sealed class SetupTests
{
    [Fact]
    public void Vec_and_mat_serve_the_cells_after_the_setup()
    {
        using var worker = Loaded();
        var messages = worker.RunCell(2, "Console.Write(string.Join(' ', mat([[1, 2], [3, 4], [5, 6]]) * vec(10, 1)));");
        Assert.Equal("12 34 56", messages.Shown("stdout"));
    }

    [Fact]
    public void A_matrix_with_rows_of_different_lengths_is_refused_with_their_lengths()
    {
        using var worker = Loaded();
        var messages = worker.RunCell(2, "mat([[1, 2], [3]])");
        Assert.Equal("failed", messages[^1].Status);
        Assert.Contains(messages, message => message.Type == "output" && message.Text.Contains(
            "The rows of a matrix are equally long, got rows of 2, 1 entries.", StringComparison.Ordinal));
    }

    private static WorkerProcess Loaded()
    {
        var worker = WorkerProcess.Open(Path.Combine(Repository.Root, "notebooks"));
        Assert.Equal("ok", worker.RunCell(1, "#load \"setup.csx\"")[^1].Status);
        return worker;
    }
}
