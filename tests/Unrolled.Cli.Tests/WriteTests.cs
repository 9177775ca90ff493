using System.Text.Json.Nodes;

namespace Unrolled.Cli.Tests;

/// <summary><c>run --write</c> on a notebook outside the repository: all of it is written, or nothing.</summary>
public sealed class WriteTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_second_write_changes_nothing()
    {
        var path = _workspace.WriteNotebook("mine.ipynb", "Console.WriteLine(0.1 + 0.2);", "display(\"x\"); new[] { 1, 2 }");
        var first = Write(path);
        first.AssertPassed();
        Assert.Contains("written", first.Output, StringComparison.Ordinal);
        var written = File.ReadAllBytes(path);
        Assert.Equal("0.30000000000000004\n", OutputText(path, 0));

        var second = Write(path);
        second.AssertPassed();
        Assert.Contains("unchanged", second.Output, StringComparison.Ordinal);
        Assert.Equal(written, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_workspace.Folder));
    }

    [Fact]
    public void A_notebook_that_another_program_left_out_of_order_is_written_in_order_and_what_was_changed_is_told()
    {
        var path = _workspace.Write("mine.ipynb", Workspace.Notebook("Console.Write(\"after\");", "2", "3")
            .Replace("\"c2\"", "\"c1\"", StringComparison.Ordinal).Replace("\"execution_count\":1", "\"execution_count\":1.0", StringComparison.Ordinal));
        var before = File.ReadAllBytes(path);
        var run = Cli.Run(_workspace.Folder, "run", path);
        run.AssertPassed();
        Assert.DoesNotContain("mine:", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));

        var first = Write(path);
        first.AssertPassed();
        Assert.Contains("mine: 3 execution counts were not written as whole numbers and now are.\n", first.Output, StringComparison.Ordinal);
        Assert.Contains("mine: 1 cell had the id of another and got its own.\n", first.Output, StringComparison.Ordinal);
        Assert.Equal("after", OutputText(path, 0));
        Assert.Equal("c1-copy-2", (string?)JsonNode.Parse(File.ReadAllText(path))!["cells"]![1]!["id"]);

        var second = Write(path);
        Assert.Contains("unchanged", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("mine:", second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int x = \"text\";", "CompilationError", "cell 2, line 1, column 9")]
    [InlineData("throw new Exception(\"told\");", "Exception: told", "cell 2, line 1")]
    [InlineData("Environment.Exit(0);", "WorkerLost", "exit code 0")]
    public void A_notebook_with_a_failing_cell_stays_as_it_was(string source, params string[] told)
    {
        var path = _workspace.WriteNotebook("mine.ipynb", "Console.Write(\"after\");", source);
        var before = File.ReadAllBytes(path);
        Write(path).AssertRefused(1, [.. told, "cell 2 (id c2)", "failed at cell 2"]);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_notebook_with_a_cell_that_never_ends_stays_as_it_was()
    {
        var path = _workspace.WriteNotebook("mine.ipynb", "while (true) { }");
        var before = File.ReadAllBytes(path);
        Write(path, "--timeout", "2").AssertRefused(1, "TimeLimit", "its limit of 2 s", "failed at cell 1");
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void An_interrupted_write_leaves_the_old_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends a Unix signal.");
        var path = _workspace.WriteNotebook("mine.ipynb", "Console.Write(\"after\");",
            "try { System.IO.File.WriteAllText(\"started\", \"\"); System.Threading.Thread.Sleep(-1); } finally { System.IO.File.WriteAllText(\"stopped\", \"\"); }");
        var before = File.ReadAllBytes(path);
        var running = Cli.Start(_workspace.Folder, ["run", "--write", path]);
        Patience.Until(() => File.Exists(_workspace.PathOf("started")), "the start of the cell");
        running.Interrupt();
        running.Result().AssertRefused(1, "Interrupted. Nothing further was run or written.");
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.True(File.Exists(_workspace.PathOf("stopped")));
    }

    [Fact]
    public void Edits_made_while_the_notebook_ran_are_not_overwritten()
    {
        const string Edit = """
            var file = System.IO.File.ReadAllText("mine.ipynb");
            System.IO.File.WriteAllText("mine.ipynb", file.Replace("bef" + "ore", "edited meanwhile"));
            """;
        var path = _workspace.WriteNotebook("mine.ipynb", Edit);
        Write(path).AssertRefused(1, $"{path} was changed while it ran");
        Assert.Equal("edited meanwhile", OutputText(path, 0));
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after", "--measured")]
    public void Measured_outputs_are_kept_unless_asked_for(string expected, params string[] options)
    {
        var path = _workspace.Write("mine.ipynb", Workspace.TaggedNotebook("measured", "Console.Write(\"after\");"));
        Write(path, options).AssertPassed();
        Assert.Equal(expected, OutputText(path, 0));
    }

    [Fact]
    public void A_notebook_that_cannot_be_written_is_told_and_the_others_are_written()
    {
        // The longest name a file may have: nothing can be written beside it.
        var path = _workspace.WriteNotebook(new string('n', 249) + ".ipynb", "Console.Write(\"after\");");
        var other = _workspace.WriteNotebook("other.ipynb", "Console.Write(\"after\");");
        Write(path, other).AssertRefused(1, "failed", "written");
        Assert.Equal("before", OutputText(path, 0));
        Assert.Equal("after", OutputText(other, 0));
    }

    [Fact]
    public void A_read_only_folder_is_told_and_the_old_file_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Needs Unix permissions and a user whom they bind.");
        if (OperatingSystem.IsWindows())
            return;
        var path = _workspace.WriteNotebook("mine.ipynb", "Console.Write(\"after\");");
        var before = File.ReadAllBytes(path);
        File.SetUnixFileMode(_workspace.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Write(path).AssertRefused(1, "mine.ipynb", "denied");
            Assert.Equal(before, File.ReadAllBytes(path));
        }
        finally
        {
            File.SetUnixFileMode(_workspace.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private CliResult Write(string path, params string[] options) => Cli.Run(_workspace.Folder, ["run", "--write", path, .. options]);

    private static string OutputText(string path, int cell)
    {
        var text = JsonNode.Parse(File.ReadAllText(path))!["cells"]![cell]!["outputs"]![0]!["text"]!;
        return text is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)text!;
    }
}
