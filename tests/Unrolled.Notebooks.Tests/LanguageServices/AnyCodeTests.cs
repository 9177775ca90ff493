using Unrolled.Notebooks.Tests.Session;

namespace Unrolled.Notebooks.Tests.LanguageServices;

/// <summary>Whatever stands in a cell, asking brings an answer and changes nothing.</summary>
[Collection(OneAtATime.Name)]
public sealed class AnyCodeTests
{
    private static readonly string Notebooks = Path.Combine(Kernel.Tests.Repository.Root, "notebooks");

    public static TheoryData<string> Chapters => [.. Directory.EnumerateFiles(Notebooks, "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Chapters))]
    public void Cut_anywhere_the_cells_of_a_chapter_can_be_asked_about(string chapter)
    {
        using var harness = new SessionHarness();
        var cells = NotebookDocument.Read(Path.Combine(Notebooks, chapter)).Cells.Where(c => c.Kind == CellKind.Code).ToList();
        var random = new Random(5);
        for (var i = 0; i < 60; i++)
        {
            var cell = cells[random.Next(cells.Count)].Source;
            var position = random.Next(cell.Length + 1);
            Ask(harness.Session, i % 2 == 0 ? cell : cell[..position], position);
        }
    }

    [Fact]
    public void Random_text_can_be_asked_about()
    {
        using var harness = new SessionHarness();
        var random = new Random(7);
        string[] pieces = ["\ud83d", "\ude00", "\0", "\r\n", "\n", "\t", "(", ")", "{", "}", "[", "<", ">", ".", "?.", "\"", "$\"{", "@", "'", "#", "#r \"", "#load \"", "#!", "//", "/*", "=>", "new ", "using ", "class ", "x", "Math", "1", ";", ",", "::", "é", "Ж"];
        for (var i = 0; i < 300; i++)
        {
            var code = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)]));
            Ask(harness.Session, code, random.Next(code.Length + 1));
        }
    }

    // Without a limit, each of these overflows the stack of the compiler's parser or binder, which ends the process.
    [Theory]
    [InlineData("(", 10_000)]
    [InlineData("[", 10_000)]
    [InlineData("{", 10_000)]
    [InlineData("List<", 10_000)]
    [InlineData("delegate*<", 10_000)]
    [InlineData("$\"{", 10_000)]
    [InlineData("x is {A:", 10_000)]
    [InlineData("var x = x;", 10_000)]
    [InlineData("a.b().", 10_000)]
    [InlineData("1+", 10_000)]
    [InlineData("x=>", 10_000)]
    [InlineData("~ #\ud800\"x", 200_000)]
    public void Deep_and_long_code_can_be_asked_about(string piece, int times)
    {
        using var harness = new SessionHarness();
        var code = string.Concat(Enumerable.Repeat(piece, times));
        Ask(harness.Session, code, code.Length);
        Assert.Equal("2", harness.ValueOf("1 + 1"));
    }

    [Fact]
    public void Variables_that_take_their_types_from_one_another_can_be_asked_about()
    {
        using var harness = new SessionHarness();
        var code = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"var a{i} = a{i + 1};"));
        Ask(harness.Session, code + "a0.", code.Length + 3);
    }

    [Fact]
    public void Asking_runs_nothing_restores_nothing_and_changes_nothing()
    {
        using var harness = new SessionHarness();
        harness.Run("var kept = 1; int F() => kept;");
        var files = Files(harness.Folder);
        foreach (var code in new[] { "kept = 2; System.IO.File.WriteAllText(\"ran.txt\", \"\"); kept.", "string kept = \"\"; int F() => 7; F().", "using System.Numerics; var added = 1; Comp", "#r \"nuget: MathNet.Numerics, 5.0.0\"\nusing MathNet.Numerics; Special" })
            Ask(harness.Session, code, code.Length);
        Assert.Equal(files, Files(harness.Folder));
        Assert.Equal("1", harness.ValueOf("F()"));
        Assert.Equal(CellStatus.Failed, harness.Run("added").Status);
        Assert.Equal(CellStatus.Failed, harness.Run("Complex.One").Status);

        static string[] Files(string notebooks) => [.. Directory.EnumerateFiles(Path.GetDirectoryName(notebooks)!, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Questions_are_answered_while_a_cell_runs_from_the_cells_before_it()
    {
        using var harness = new SessionHarness();
        harness.Run("var finished = 1;");
        using var running = new ManualResetEventSlim();
        using var stop = new CancellationTokenSource();
        var cell = Task.Run(() => harness.Session.Run(new CellRequest(2, "var unfinished = 2; display(unfinished); while (true) { }"), _ => running.Set(), stop.Token));
        running.Wait();
        Assert.Equal(["finished"], harness.Session.Complete("fini", 4).Items.Select(item => item.Text));
        Assert.Empty(harness.Session.Complete("unfini", 6).Items);
        Assert.StartsWith("int finished", harness.Session.Inspect("finished", 1)?.Text, StringComparison.Ordinal);
        stop.Cancel();
        Assert.Equal(CellStatus.Interrupted, await cell);
    }

    private static void Ask(CSharpSession session, string code, int position)
    {
        var completions = session.Complete(code, position);
        Assert.InRange(completions.Start, 0, position);
        Assert.Equal(position, completions.End);
        var prefix = code[completions.Start..position];
        Assert.All(completions.Items, item => Assert.StartsWith(prefix, item.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(completions.Items.Length, completions.Items.DistinctBy(item => item.Text).Count());
        Assert.NotEqual("", session.Inspect(code, position)?.Text);
        session.IsComplete(code);
    }
}
