namespace Unrolled.Cli.Tests;

public class SlidesTests
{
    private static SlideCourse Written()
    {
        var course = new SlideCourse();
        course.Run("write").AssertPassed();
        return course;
    }

    private static void AssertCheckFails(SlideCourse course, params IEnumerable<string> told) => course.Run("check", "--no-overflow").AssertRefused(1, told);

    [Fact]
    public void Write_takes_figures_and_numbers_out_of_the_notebooks()
    {
        using var course = Written();
        Assert.Contains("It is 1.43 <!-- =wave.rmse --> in the end.", course.Read("slides/01-waves.md"), StringComparison.Ordinal);
        Assert.Contains("data-name=\"wave.error\"", course.Read("slides/figures/wave.error.svg"), StringComparison.Ordinal);
        Assert.Contains("\"text\": \"1.43\"", course.Read("slides/results.json"), StringComparison.Ordinal);
        course.Run("check", "--no-overflow").AssertPassed();
    }

    [Fact]
    public void A_second_write_changes_nothing()
    {
        using var course = Written();
        var before = course.Read("slides/01-waves.md");
        var again = course.Run("write");
        Assert.DoesNotContain("written", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, course.Read("slides/01-waves.md"));
    }

    [Fact]
    public void A_share_keeps_its_percent_sign_through_a_second_write()
    {
        using var course = new SlideCourse();
        course.WriteNotebook(rmse: "94 %");
        course.Run("write").AssertPassed();
        course.Run("write").AssertPassed();
        Assert.Contains("It is 94 % <!-- =wave.rmse --> in the end.", course.Read("slides/01-waves.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_frame_of_a_stepper_becomes_a_slide_with_picture_table_and_note()
    {
        using var course = Written();
        var deck = course.Read("slides/01-waves.md");
        Assert.Contains("## Steps: t = 1\n\n![A line in inner](figures/wave.steps-1.svg)\n\n| W<sub>hh</sub><sup>T</sup> |\n| --- |\n| 0.1 |\n\nNote 1.\n\n---\n\n## Steps: t = 2", deck, StringComparison.Ordinal);
        Assert.True(course.Has("slides/figures/wave.steps-2.svg"));
    }

    [Fact]
    public void A_number_changed_by_hand_is_stale()
    {
        using var course = Written();
        course.WriteDeck("01-waves", course.Read("slides/01-waves.md").Replace("1.43 <!--", "1.34 <!--", StringComparison.Ordinal));
        AssertCheckFails(course, "01-waves.md is not what the notebooks say");
    }

    [Fact]
    public void A_number_that_the_notebook_changed_is_stale()
    {
        using var course = Written();
        course.WriteNotebook(rmse: "1.44");
        AssertCheckFails(course, "01-waves.md is not what", "results.json is not what");
    }

    [Theory]
    [InlineData("(figures/wave.error.svg)", "(figures/wave.eror.svg)", "the figure figures/wave.eror.svg does not exist")]
    [InlineData("(figures/wave.error.svg)", "(figures/wave.eror.svg)", "figures/wave.error.svg is on no slide")]
    [InlineData("w:800 A falling line", "w:800", "01-waves, slide 2: the figure figures/wave.error.svg has no alt text")]
    [InlineData("=wave.rmse", "=wave.mae", "no notebook records a result wave.mae")]
    [InlineData("It is ? <!--", "<!--", "before the marker of wave.rmse stands no number")]
    [InlineData("stepper: wave.steps", "stepper: wave.stairs", "nothing is named wave.stairs")]
    [InlineData("<!-- /stepper -->", "", "is not closed")]
    [InlineData("<!-- 2 min.", "<!--", "slide 2: the speaker notes name no time")]
    [InlineData("cell `error`", "cell `terror`", "a cell terror, which 01-waves.ipynb does not have")]
    [InlineData("<!-- 3 min.", "<!--", "slide 5: the speaker notes name no time")]
    [InlineData("cell `steps`", "cell `stops`", "slide 5: the notes name a cell stops, which 01-waves.ipynb does not have")]
    [InlineData("## The end", "## The end\n\n$$ a = b + c $$", "slide 5: no notebook has the equation a = b+c")]
    public void What_is_wrong_in_a_deck_is_named(string right, string wrong, string told)
    {
        using var course = new SlideCourse();
        course.WriteDeck("01-waves", SlideCourse.Deck.Replace(right, wrong, StringComparison.Ordinal));
        course.Run("write").AssertRefused(1, told);
        AssertCheckFails(course, told);
    }

    [Fact]
    public void A_combined_deck_includes_the_fresh_slides_of_a_section()
    {
        using var course = new SlideCourse();
        course.WriteDeck("part-1", "---\nmarp: true\n---\n\n# Part 1\n\n---\n\n<!-- include: 01-waves, error -->\n<!-- /include -->\n");
        course.Run("write").AssertPassed();
        var part = course.Read("slides/part-1.md");
        Assert.Contains("It is 1.43 <!-- =wave.rmse --> in the end.", part, StringComparison.Ordinal);
        Assert.Contains("## Steps: t = 2", part, StringComparison.Ordinal);
        Assert.DoesNotContain("# Waves", part, StringComparison.Ordinal);
        course.Run("check", "--no-overflow").AssertPassed();
    }

    [Fact]
    public void A_figure_that_no_notebook_draws_any_more_is_removed()
    {
        using var course = Written();
        course.WriteDeck("figures/wave.old", "");
        AssertCheckFails(course, "figures/wave.old.md is not what the notebooks say");
        course.Run("write").AssertPassed();
        Assert.False(course.Has("slides/figures/wave.old.md"));
    }

    [Fact]
    public void A_folder_without_decks_is_refused()
    {
        using var course = new Workspace();
        Directory.CreateDirectory(course.PathOf("notebooks"));
        course.Write("Unrolled.slnx", "");
        course.WriteNotebook("notebooks/01-waves.ipynb", "1");
        Cli.Run(course.Folder, "slides", "check").AssertRefused(2, "No decks");
    }

    [Fact]
    public void The_decks_of_the_course_are_fresh_and_keep_the_rules() =>
        Cli.Run(AppContext.BaseDirectory, "slides", "check", "--no-overflow").AssertPassed();
}
