namespace Unrolled.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("--help", "doctor")]
    [InlineData("run --help", "--measured")]
    [InlineData("check --help", "--timeout <SECONDS>")]
    [InlineData("doctor --help", "how to mend it")]
    [InlineData("data --help", "simulate")]
    [InlineData("data --help", "long-lags")]
    [InlineData("exercises --help", "--audit")]
    [InlineData("hint --help", "<exercise>")]
    [InlineData("solution --help", "<exercise>")]
    [InlineData("grade --help", "--junit <FILE>")]
    [InlineData("grade --help", "Elsewhere it runs with your")]
    [InlineData("grade merge --help", "Nothing is run.")]
    [InlineData("data simulate --help", "--out <DIR>")]
    [InlineData("figures --help", "gallery")]
    [InlineData("figures gallery --help", "OUT/index.html")]
    public void Help_is_given_at_every_level(string arguments, string told)
    {
        var result = Run(arguments);
        result.AssertPassed();
        Assert.Contains(told, result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dance", "'dance'")]
    [InlineData("--dance", "'--dance'")]
    [InlineData("run --dance", "There is no chapter \"--dance\"")]
    [InlineData("data", "Required command was not provided")]
    [InlineData("figures", "Required command was not provided")]
    [InlineData("data simulate --out", "--out")]
    [InlineData("data simulate --out there-is-no-such-folder", "The folder there-is-no-such-folder does not exist")]
    [InlineData("data long-lags --out there-is-no-such-folder", "The folder there-is-no-such-folder does not exist")]
    [InlineData("run --source there-is-no-such-folder", "The package folder there-is-no-such-folder (--source) does not exist")]
    [InlineData("run 77", "There is no chapter \"77\". The chapters are 01-notation, 02-forward")]
    [InlineData("check absent.ipynb", "The notebook absent.ipynb does not exist.")]
    [InlineData("run .", ". is a folder; name a notebook (.ipynb) or a chapter")]
    [InlineData("run --measured", "--measured says which outputs --write replaces; give both.")]
    [InlineData("run --timeout", "--timeout")]
    [InlineData("run --timeout soon", "--timeout must be a number of seconds above 0 and at most 86400")]
    [InlineData("run --timeout 0", "--timeout must be a number of seconds above 0 and at most 86400")]
    [InlineData("run --timeout 1,5", "--timeout must be a number of seconds above 0 and at most 86400")]
    [InlineData("hint", "Required argument 'exercise' missing")]
    [InlineData("hint 99.1", "There is no exercise \"99.1\". The exercises are ")]
    [InlineData("hint 2.1 0", "Exercise 2.1 has hints 1 to ")]
    [InlineData("solution dance", "There is no exercise \"dance\". The exercises are ")]
    [InlineData("grade", "Required argument 'paths' missing")]
    [InlineData("grade there-is-no-such-folder", "there-is-no-such-folder does not exist. Name students' notebooks")]
    [InlineData("grade .", "There are no notebooks (.ipynb) here.")]
    [InlineData("grade . --memory 64", "--memory must be a whole number from 256 to 1000000, got \"64\"")]
    [InlineData("grade . --jobs many", "--jobs must be a whole number from 1 to 64, got \"many\"")]
    [InlineData("grade . --json there-is-no-such-folder/g.json", "The folder of there-is-no-such-folder/g.json (--json) does not exist")]
    [InlineData("run --timeout NaN", "--timeout must be a number of seconds above 0 and at most 86400")]
    public void A_wrong_call_is_explained_with_exit_code_2(string arguments, string told) => Run(arguments).AssertRefused(2, told);

    [Fact]
    public void A_course_without_chapters_is_told()
    {
        _workspace.Write("Unrolled.slnx", "");
        Run("run").AssertRefused(2, $"No notebooks in {_workspace.PathOf("notebooks")}.");
    }

    [Fact]
    public void A_course_that_is_not_built_is_told_with_what_to_do()
    {
        _workspace.Write("Unrolled.slnx", "");
        _workspace.WriteNotebook("mine.ipynb", "1");
        Run("run mine.ipynb").AssertRefused(1, "Unrolled.Kernel.dll does not exist. Run dotnet build in the repository's root folder first.");
    }

    private CliResult Run(string arguments) => Cli.Run(_workspace.Folder, arguments.Split(' '));
}
