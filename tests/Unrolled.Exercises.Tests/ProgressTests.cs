namespace Unrolled.Exercises.Tests;

[Collection(nameof(OneAtATime))]
public sealed class ProgressTests : IDisposable
{
    private readonly DirectoryInfo _course = Directory.CreateTempSubdirectory("tests-of-unrolled-");

    private Progress Progress => new(_course.FullName);

    private string FilePath => PathOf(".unrolled", "progress.json");

    public void Dispose() => _course.Delete(recursive: true);

    [Fact]
    public void What_is_added_is_remembered_once_and_in_order()
    {
        Assert.Empty(Progress.Passed());
        Assert.False(Directory.Exists(PathOf(".unrolled")));
        foreach (var id in new[] { "3.7", "2.1", "3.7" })
            Progress.Add(id);
        Assert.Equal(["2.1", "3.7"], Progress.Passed());
        Assert.Equal("{\n  \"version\": 1,\n  \"passed\": [\n    \"2.1\",\n    \"3.7\"\n  ]\n}", File.ReadAllText(FilePath));
    }

    [Fact]
    public void Notebooks_that_pass_at_the_same_time_lose_nothing()
    {
        string[] ids = [.. Enumerable.Range(1, 60).Select(i => $"1.{i}")];
        Parallel.ForEach(ids, new ParallelOptions { MaxDegreeOfParallelism = 8 }, id => new Progress(_course.FullName, Patience.Limit).Add(id));
        Assert.Equal(ids.ToHashSet(), Progress.Passed().ToHashSet());
        Assert.Equal([".unrolled/progress.json", ".unrolled/progress.lock"], Files());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"version\": 1, \"passed\": [\"2.")]
    [InlineData("{ \"version\": 1, \"passed\": [null] }")]
    [InlineData("{ \"version\": 1 }")]
    [InlineData("[]")]
    [InlineData("{ \"version\": 2, \"passed\": [\"2.1\"] }")]
    public void A_damaged_or_newer_file_is_set_aside_and_never_lost(string content)
    {
        for (var i = 1; i <= 2; i++)
        {
            Directory.CreateDirectory(PathOf(".unrolled"));
            File.WriteAllText(FilePath, content);
            Assert.Empty(Progress.Passed());
            Progress.Add("3.7");
            Assert.Equal(["3.7"], Progress.Passed());
            Assert.Equal(content, File.ReadAllText(PathOf(".unrolled", $"progress-set-aside-{i}.json")));
        }
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_neither_lost_nor_replaced()
    {
        Directory.CreateDirectory(FilePath);
        Assert.ThrowsAny<Exception>(() => Progress.Add("3.7"));
        Assert.True(Directory.Exists(FilePath));
    }

    [Fact]
    public void A_lock_that_is_never_given_up_is_not_waited_for_for_ever()
    {
        Progress.Add("2.1");
        using var other = new FileStream(PathOf(".unrolled", "progress.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Throws<IOException>(() => new Progress(_course.FullName, TimeSpan.FromMilliseconds(50)).Add("3.7"));
        Assert.Equal(["2.1"], Progress.Passed());
    }

    [Fact]
    public void A_check_passes_even_where_nothing_can_be_written()
    {
        File.WriteAllText(PathOf(".unrolled"), "a file where the folder should be");
        var feedback = InFolder(() => Samples.Sum.Check(numbers => numbers.Sum()));
        Assert.Equal(Outcome.Passed, feedback.Outcome);
        Assert.StartsWith("This could not be remembered", feedback.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_remembers_what_passed_in_the_course_above_the_notebook()
    {
        Directory.CreateDirectory(PathOf("notebooks", "solutions"));
        InFolder(() => Samples.Sum.Check(numbers => numbers.Average()), "notebooks");
        Assert.Empty(Progress.Passed());
        InFolder(() => Samples.Sum.Check(numbers => numbers.Sum()), "notebooks");
        InFolder(() => Samples.InWords.Check(() => "It shifts."), "notebooks");
        InFolder(() => Samples.Nilpotent.Check((Func<MathNet.Numerics.LinearAlgebra.Matrix<double>>)Samples.Nilpotent.OwnAnswer), "notebooks/solutions");
        Assert.Equal(["90.1", "90.3"], Progress.Passed());
    }

    [Fact]
    public void Nothing_is_remembered_where_it_is_turned_off_or_where_no_course_is()
    {
        Directory.CreateDirectory(PathOf("notebooks"));
        Assert.Null(Progress.Of(PathOf("notebooks")));
        InFolder(() => Samples.Sum.Check(numbers => numbers.Sum()), "notebooks", remember: "off");
        Assert.Empty(Progress.Passed());
    }

    private string PathOf(params string[] parts) => Path.Combine([_course.FullName, .. parts]);

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_course.FullName, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(_course.FullName, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private Feedback InFolder(Func<Feedback> check, string folder = "", string? remember = null)
    {
        File.WriteAllText(PathOf("Unrolled.slnx"), "");
        var before = Directory.GetCurrentDirectory();
        try
        {
            Directory.SetCurrentDirectory(PathOf(folder));
            Environment.SetEnvironmentVariable(Progress.Variable, remember);
            return check();
        }
        finally
        {
            Environment.SetEnvironmentVariable(Progress.Variable, "off");
            Directory.SetCurrentDirectory(before);
        }
    }
}

/// <summary>Tests that change the current folder and the environment, which belong to the whole process.</summary>
[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
