namespace Unrolled.Cli.Tests;

/// <summary>The commands for learners, in a copy of the course that they may write to.</summary>
public sealed class ExercisesTests(CourseCopy course) : IClassFixture<CourseCopy>
{
    // As a learner has it, who runs no tests.
    private static readonly (string, string?) Remembering = ("UNROLLED_PROGRESS", null);

    [Fact]
    public void The_score_is_what_the_progress_file_holds()
    {
        Directory.CreateDirectory(Path.Combine(course.Folder, ".unrolled"));
        File.WriteAllText(Path.Combine(course.Folder, ".unrolled", "progress.json"), """{ "version": 1, "passed": ["2.1", "77.1"] }""");
        var result = Cli.Run(Path.Combine(course.Folder, "notebooks"), "exercises");
        result.AssertPassed();
        Assert.Contains("│ 1 of 9 passed", result.Output, StringComparison.Ordinal);
        Assert.Single(result.Output.Split('\n'), line => line.Contains("✓ passed", StringComparison.Ordinal) && line.StartsWith("│ 2.1 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run", 0)]
    [InlineData("check", 1)]
    [InlineData("grade", 0)]
    public void What_a_command_runs_is_nobodys_progress(string command, int exitCode)
    {
        var solved = Path.Combine(course.Folder, "notebooks", $"{command}.ipynb");
        File.WriteAllText(solved, Handin.WithStep($"return {Handin.RightStep};"));
        try
        {
            Assert.Equal(exitCode, Cli.Start(course.Folder, [command, solved], environment: Remembering).Result().ExitCode);
            Assert.False(Directory.Exists(Path.Combine(course.Folder, "notebooks", ".unrolled")));
            Assert.DoesNotContain("2.4", ProgressText(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(solved);
        }
    }

    [Fact]
    public void A_hint_leads_to_the_next_and_a_solution_holds_its_code()
    {
        var hint = Cli.Run(course.Folder, "hint", "2.1");
        hint.AssertPassed();
        Assert.StartsWith("**Hint 1 of ", hint.Output, StringComparison.Ordinal);
        Assert.StartsWith("**Hint 2 of ", Cli.Run(course.Folder, "hint", "2.1", "2").Output, StringComparison.Ordinal);
        var solution = Cli.Run(course.Folder, "solution", "2.1");
        solution.AssertPassed();
        Assert.Contains("Chapter02.OneStep.Check(OneStep)", solution.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_audit_names_a_stub_that_is_solved_and_a_solution_that_is_missing()
    {
        using var copy = new CourseCopy();
        foreach (var notebook in Directory.GetFiles(Path.Combine(copy.Folder, "notebooks"), "*.ipynb", SearchOption.AllDirectories))
            File.Delete(notebook);
        File.WriteAllText(copy.Notebook("02-forward"), Handin.Notebook([("setup", Handin.SetUp), ("2-1", Handin.Step($"return {Handin.RightStep};"))]));
        Cli.Start(copy.Folder, ["exercises", "--audit"], environment: Remembering).Result().AssertRefused(1,
            "│ 2.1 One step of the network ",
            "2.1: its stub in the chapter must give not-attempted, got passed",
            "2.1: its solution must pass, got no cell",
            "2.2: its stub in the chapter must give not-attempted, got no cell");
        Assert.False(Directory.Exists(Path.Combine(copy.Folder, ".unrolled")));
    }

    private string ProgressText() => Path.Combine(course.Folder, ".unrolled", "progress.json") is var path && File.Exists(path) ? File.ReadAllText(path) : "";
}
