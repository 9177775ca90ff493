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

    [Fact]
    public void What_differs_is_a_reason_to_run_there_again_not_to_refresh_the_committed_outputs()
    {
        var notebook = _committed.WriteNotebook("mine.ipynb", "1");
        _elsewhere.Write("mine.ipynb", File.ReadAllText(notebook).Replace("before", "meanwhile", StringComparison.Ordinal));
        var result = Against(notebook);
        result.AssertRefused(1, "run them there again");
        Assert.DoesNotContain("--write", result.Output, StringComparison.Ordinal);
    }

    // .NET Interactive's ways, as nbconvert stores them.
    [Fact]
    public void Json_that_another_front_end_stored_as_text_is_the_same_json()
    {
        var notebook = WriteOutputs(_committed, Data("""{"a": [1, 0.5], "b": "ρ + 1"}"""));
        WriteOutputs(_elsewhere, Data("""
            "{\"b\":\"ρ \\u002B 1\",\"a\":[1,0.5]}"
            """));
        Against(notebook).AssertPassed();
    }

    [Fact]
    public void Json_that_another_front_end_stored_as_text_is_compared_all_the_same()
    {
        var notebook = WriteOutputs(_committed, Data("""{"a": [1, 0.5]}"""));
        WriteOutputs(_elsewhere, Data("""
            "{\"a\":[1,0.75]}"
            """));
        Against(notebook).AssertRefused(1, "$.a[1]", "0.75");
    }

    [Fact]
    public void The_script_that_another_front_end_puts_before_the_first_output_is_none()
    {
        var notebook = WriteOutputs(_committed, Data("1"));
        WriteOutputs(_elsewhere, Html("<div id='dotnet-interactive-this-cell-1'></div><script></script>"), Data("1"));
        Against(notebook).AssertPassed();
    }

    [Fact]
    public void Any_other_output_more_is_told()
    {
        var notebook = WriteOutputs(_committed, Data("1"));
        WriteOutputs(_elsewhere, Html("<script></script>"), Data("1"));
        Against(notebook).AssertRefused(1, "cell 1 (c1)", "text/html");
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

    private static string WriteOutputs(Workspace workspace, params string[] outputs) => workspace.Write("mine.ipynb", $$"""
        {"cells": [{"cell_type": "code", "execution_count": 1, "id": "c1", "metadata": {}, "outputs": [{{string.Join(',', outputs)}}], "source": ""}],
         "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """);

    private static string Data(string json) => $$"""{"output_type": "display_data", "metadata": {}, "data": {"application/vnd.plotly.v1+json": {{json}} } }""";

    private static string Html(string html) => $$"""{"output_type": "display_data", "metadata": {}, "data": {"text/html": "{{html}}"} }""";

    private CliResult Against(string notebook) => Cli.Run(_committed.Folder, "check", notebook, "--against", _elsewhere.Folder);
}
