namespace Unrolled.Cli.Tests;

public sealed class OutputTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Redirected_output_is_plain_text_in_whole_lines()
    {
        var path = _workspace.WriteNotebook(new string('n', 120) + ".ipynb", "1");
        var failing = _workspace.WriteNotebook("failing.ipynb", "throw new Exception(\"[red]not markup[/]\");");
        var result = Cli.Run(_workspace.Folder, "run", path, failing);
        result.AssertRefused(1, "[red]not markup[/]", $"│ {Path.GetFileNameWithoutExtension(path)} │");
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public void The_readers_culture_changes_nothing()
    {
        string[] sources =
        [
            "Console.WriteLine($\"{1234.5:N1} {new DateTime(2026, 3, 1):D} {0.5}\"); display(1234.5);",
            "await System.Threading.Tasks.Task.Run(() => Console.WriteLine(1234.5)); 0.25",
        ];
        var written = new List<byte[]>();
        foreach (var locale in new[] { "C.UTF-8", "vi_VN.UTF-8", "de_DE.UTF-8" })
        {
            var path = _workspace.WriteNotebook("mine.ipynb", sources);
            Cli.Start(_workspace.Folder, ["run", "--write", path], locale).Result().AssertPassed();
            written.Add(File.ReadAllBytes(path));
        }

        Assert.Contains("1,234.5 Sunday, 01 March 2026 0.5", System.Text.Encoding.UTF8.GetString(written[0]), StringComparison.Ordinal);
        Assert.All(written, bytes => Assert.Equal(written[0], bytes));
    }
}
