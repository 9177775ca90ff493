namespace Unrolled.Cli.Tests;

/// <summary>The commands on the course itself, in a copy of it.</summary>
public sealed class CourseTests(CourseCopy course) : IClassFixture<CourseCopy>
{
    private const string Chapter = "02-forward";

    [Fact]
    public void Without_a_command_every_chapter_runs_and_nothing_is_written()
    {
        using var small = new CourseCopy();
        // Those that train or analyse long are run by the tests of the chapters.
        foreach (var slow in new[] { "03-gradients", "04-eigenvalues", "05-training", "06-lstm-gru" })
            File.Delete(small.Notebook(slow));
        var before = Directory.GetFiles(Path.Combine(small.Folder, "notebooks")).ToDictionary(path => path, File.ReadAllBytes);
        var result = Cli.Run(small.Folder);
        result.AssertPassed();
        Assert.All(before.Keys.Where(path => path.EndsWith(".ipynb", StringComparison.Ordinal)),
            path => Assert.Contains($"│ {Path.GetFileNameWithoutExtension(path)} ", result.Output, StringComparison.Ordinal));
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
    }

    [Fact]
    public void A_chapter_written_under_another_culture_is_the_committed_one_byte_for_byte()
    {
        var committed = File.ReadAllBytes(course.Notebook(Chapter));
        Cli.Start(course.Folder, ["run", "02", "--write"], "vi_VN.UTF-8").Result().AssertPassed();
        Assert.Equal(committed, File.ReadAllBytes(course.Notebook(Chapter)));
    }

    [Fact]
    public void A_committed_number_altered_by_hand_is_found_and_its_cell_is_named()
    {
        var committed = File.ReadAllText(course.Notebook(Chapter));
        var altered = committed.Replace("training prices: 93.26", "training prices: 93.36", StringComparison.Ordinal);
        Assert.NotEqual(committed, altered);
        try
        {
            File.WriteAllText(course.Notebook(Chapter), altered);
            Cli.Run(course.Folder, "check", "02").AssertRefused(1, "scale", "93.36", "93.26", "run --write");
            Assert.Equal(altered, File.ReadAllText(course.Notebook(Chapter)));
        }
        finally
        {
            File.WriteAllText(course.Notebook(Chapter), committed);
        }

        Cli.Run(course.Folder, "check", "02").AssertPassed();
    }

    [Fact]
    public void The_doctor_finds_a_built_course_well()
    {
        var result = Cli.Run(course.Folder, "doctor");
        result.AssertPassed();
        Assert.Contains("first cell", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_doctor_names_what_is_missing_and_the_command_that_mends_it()
    {
        using var empty = new Workspace();
        empty.Write("Unrolled.slnx", "");
        Cli.Run(empty.Folder, "doctor").AssertRefused(1, "not built", "dotnet build", "0 found");
        Assert.Equal([empty.PathOf("Unrolled.slnx")], Directory.GetFileSystemEntries(empty.Folder));
    }

    [Fact]
    public void The_simulated_prices_are_the_committed_ones_and_a_second_time_unchanged()
    {
        using var folder = new Workspace();
        Cli.Start(folder.Folder, ["data", "simulate", "--out", "."], "vi_VN.UTF-8").Result().AssertPassed();
        var files = Directory.GetFiles(folder.Folder);
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(course.Folder, "data", Path.GetFileName(file))), File.ReadAllBytes(file)));

        var again = Cli.Run(folder.Folder, "data", "simulate", "--out", ".");
        again.AssertPassed();
        Assert.Equal(2, again.Output.Split("unchanged").Length - 1);
    }
}
