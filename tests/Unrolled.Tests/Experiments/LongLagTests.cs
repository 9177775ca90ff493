using Unrolled.Experiments;
using Unrolled.Tests.Data;

namespace Unrolled.Tests.Experiments;

public sealed class LongLagTests
{
    private static readonly IReadOnlyList<LongLagResult> Committed = LongLagCsv.Load(DataFolder.File(LongLagCsv.FileName));

    [Fact]
    public void The_committed_file_holds_every_run_once_and_in_order() =>
        Assert.Equal(LongLagStudy.All, Committed.Select(result => result.Run));

    [Fact]
    public void A_point_has_at_least_five_seeds() =>
        Assert.All(Committed.GroupBy(r => r.Run with { Seed = 0 }), point => Assert.True(point.Count() >= 5));

    // Rounding may shift a solution by a look on another machine; it doesn't turn a solved run of 20 steps into a failure.
    [Theory]
    [InlineData(LongLagCell.Rnn)]
    [InlineData(LongLagCell.GruOpen)]
    [InlineData(LongLagCell.LstmOpen)]
    public void A_committed_run_is_made_again(LongLagCell cell)
    {
        var run = new LongLagRun(LongLagTask.TemporalOrder, cell, T: 10, Seed: 1);
        var solvedAfter = Assert.NotNull(LongLagStudy.Train(run).SolvedAfter);
        var committed = Assert.NotNull(Committed.Single(r => r.Run == run).SolvedAfter);
        Assert.InRange(solvedAfter, committed - LongLagStudy.TestEvery, committed + LongLagStudy.TestEvery);
    }

    [Fact]
    public void A_run_out_of_patience_is_not_solved_and_the_same_run_gives_the_same_result()
    {
        var run = new LongLagRun(LongLagTask.AddingProblem, LongLagCell.Lstm, T: 10, Seed: 1);
        Assert.Null(LongLagStudy.Train(run, mostUpdates: 50).SolvedAfter);
        Assert.Equal(LongLagStudy.Train(run), LongLagStudy.Train(run));
    }

    // The whole point of the cell names: the only difference is the bias, and it decides.
    [Fact]
    public void In_the_committed_results_open_gates_solve_what_half_closed_ones_do_not()
    {
        Assert.Equal(0, Solved(LongLagCell.Gru));
        Assert.Equal(5, Solved(LongLagCell.GruOpen));

        static int Solved(LongLagCell cell) => Committed.Count(r =>
            r.Run.Task == LongLagTask.TemporalOrder && r.Run.Cell == cell && r.Run.T == 80 && r.SolvedAfter != null);
    }

    [Fact]
    public void What_is_written_is_read()
    {
        LongLagResult[] results =
        [
            new(new(LongLagTask.AddingProblem, LongLagCell.Gru, 40, 3), 700),
            new(new(LongLagTask.TemporalOrder, LongLagCell.Rnn, 160, 1), null),
        ];
        using var file = new TemporaryCsv(LongLagCsv.Write(results));
        Assert.Equal(results, LongLagCsv.Load(file.FilePath));
    }

    [Theory]
    [InlineData("", "must begin with")]
    [InlineData("task,cell,T\n", "must begin with")]
    [InlineData("task,cell,T,seed,solved_after\nAddingProblem,Gru,40\n", "line 2")]
    [InlineData("task,cell,T,seed,solved_after\nAddingProblem,Gru,40,1,100\nAddingProblem,Gru,ten,1,\n", "line 3")]
    [InlineData("task,cell,T,seed,solved_after\nAddingProblem,Transformer,40,1,\n", "line 2")]
    [InlineData("task,cell,T,seed,solved_after\nAddingProblem,Gru,40,1,never\n", "line 2")]
    public void A_broken_file_is_refused_with_the_line_and_the_next_step(string text, string told)
    {
        using var file = new TemporaryCsv(text);
        var e = Assert.Throws<FormatException>(() => LongLagCsv.Load(file.FilePath));
        Assert.StartsWith(file.FilePath, e.Message, StringComparison.Ordinal);
        Assert.Contains(told, e.Message, StringComparison.Ordinal);
        Assert.Contains("data long-lags", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_says_how_the_runs_were_made()
    {
        var readme = File.ReadAllText(DataFolder.File("README.md"));
        Assert.All(
            new[]
            {
                FormattableString.Invariant($"{LongLagStudy.n_h} hidden units"),
                FormattableString.Invariant($"{LongLagStudy.BatchSize} new sequences at every update"),
                FormattableString.Invariant($"λ = {LongLagStudy.λ}, clipping by norm with τ = {LongLagStudy.τ}"),
                FormattableString.Invariant($"looked at every {LongLagStudy.TestEvery}; empty if not solved after {LongLagStudy.MostUpdates:N0}"),
                FormattableString.Invariant($"b_z = −{LongLagStudy.OpenBias}, `LstmOpen` with b_f = {LongLagStudy.OpenBias}"),
            },
            said => Assert.Contains(said, readme.ReplaceLineEndings(" "), StringComparison.Ordinal));
    }
}
