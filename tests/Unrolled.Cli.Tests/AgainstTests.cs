namespace Unrolled.Cli.Tests;

/// <summary><c>check --against</c>: the committed outputs beside those of another front end.</summary>
public sealed class AgainstTests : IDisposable
{
    private readonly Workspace _committed = new();
    private readonly Workspace _elsewhere = new();

    public void Dispose()
    {
        _committed.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public void The_same_outputs_pass_whatever_the_counts_and_nothing_is_run()
    {
        var notebook = _committed.WriteNotebook("mine.ipynb", "Console.Write(\"after\");");
        _elsewhere.Write("mine.ipynb", File.ReadAllText(notebook).Replace("\"execution_count\":1", "\"execution_count\":7", StringComparison.Ordinal));
        var result = Against(notebook);
        result.AssertPassed();
        Assert.Contains("as committed", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_output_is_told()
    {
        var notebook = _committed.WriteNotebook("mine.ipynb", "1");
        _elsewhere.Write("mine.ipynb", File.ReadAllText(notebook).Replace("before", "meanwhile", StringComparison.Ordinal));
        Against(notebook).AssertRefused(1, "cell 1 (c1), output 1", "meanwhile");
    }

    [Theory]
    [InlineData(null, "mine.ipynb")]
    [InlineData("{", "mine.ipynb")]
    public void A_notebook_that_is_missing_or_none_is_told(string? content, string told)
    {
        var notebook = _committed.WriteNotebook("mine.ipynb", "1");
        if (content is not null)
            _elsewhere.Write("mine.ipynb", content);
        Against(notebook).AssertRefused(1, told, _elsewhere.Folder);
    }

    private CliResult Against(string notebook) => Cli.Run(_committed.Folder, "check", notebook, "--against", _elsewhere.Folder);
}
