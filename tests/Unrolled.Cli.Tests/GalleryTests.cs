using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unrolled.Figures;

namespace Unrolled.Cli.Tests;

public sealed partial class GalleryTests : IDisposable
{
    private static readonly Figure Loss = Figure.Of("Loss").Line("training", [3, 2, 1]).XAxis("epoch").YAxis("loss").Named("demo.loss");
    private static readonly Stepper Steps = Stepper.Of("Two steps").Add("t = 1", "first", Loss, Loss).Add("t = 2", "second", Loss).Named("demo.steps");
    private static readonly Table Shapes = Table.Of("Shapes", "name", "n").Row("W_hh", 4).Named("demo.shapes");

    private readonly Workspace _workspace = new();

    public GalleryTests()
    {
        _workspace.Write("Unrolled.slnx", "");
        Directory.CreateDirectory(_workspace.PathOf("notebooks"));
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Every_named_picture_stands_on_the_page_in_the_order_of_the_chapters_with_its_words()
    {
        Chapter("02-b", Html(Steps.ToHtml(), Steps.ToString()));
        Chapter("01-a", Svg(Loss), Html(Shapes.ToHtml(), Shapes.ToString()), Svg(Figure.Of("unnamed")));
        var page = Gallery();
        Assert.Equal(["demo.loss", "demo.shapes", "demo.steps"], Sections().Matches(page).Select(match => match.Groups[1].Value));
        Assert.Contains(Loss.ToSvg(), page, StringComparison.Ordinal);
        Assert.Contains(Steps.ToHtml(), page, StringComparison.Ordinal);
        Assert.Contains("training: 3 points, first 3 at x = 1", page, StringComparison.Ordinal);
        Assert.Contains("1. t = 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unnamed", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_beside_each_other_are_found_one_by_one()
    {
        var beside = SideBySide.Of(Loss, Figure.Of("unnamed"), Shapes);
        Chapter("01-a", Html(beside.ToHtml(), beside.ToString()));
        Assert.Equal(["demo.loss", "demo.shapes"], Sections().Matches(Gallery()).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Every_image_is_a_file_as_the_notebook_has_it()
    {
        Chapter("01-a", Svg(Loss));
        Chapter("02-b", Html(Steps.ToHtml(), ""));
        Gallery();
        Assert.Equal(["demo.loss.svg", "demo.steps-01.svg", "demo.steps-02.svg", "demo.steps-03.svg"],
            Directory.GetFiles(_workspace.PathOf("out/svg")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(Loss.ToSvg(), File.ReadAllText(_workspace.PathOf("out/svg/demo.loss.svg")));
        Assert.Equal(Loss.ToSvg().TrimEnd(), File.ReadAllText(_workspace.PathOf("out/svg/demo.steps-03.svg")));
    }

    [Fact]
    public void The_page_needs_nothing_else_and_a_reader_can_switch_it_to_light_and_dark()
    {
        Chapter("01-a", Svg(Loss));
        var page = Gallery();
        Assert.DoesNotContain("http", page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
        Assert.Contains("<option>dark</option>", page, StringComparison.Ordinal);
        var targets = Links().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(["01-a", "demo.loss"], targets);
        Assert.All(targets, target => Assert.Contains($"id=\"{target}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_time_the_same_bytes_are_written_and_other_files_stay()
    {
        Chapter("01-a", Svg(Loss));
        var first = Gallery();
        _workspace.Write("out/mine.txt", "mine");
        Assert.Equal(first, Gallery());
        Assert.Equal("mine", File.ReadAllText(_workspace.PathOf("out/mine.txt")));
        Assert.Equal(["index.html", "mine.txt"], Directory.GetFiles(_workspace.PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_chapter_without_outputs_is_told_and_the_others_are_shown()
    {
        Chapter("01-a", Svg(Loss));
        Chapter("02-b");
        Run("figures", "gallery", "out").AssertRefused(1, "02-b: no cell has an output. Run: dotnet run --project lib/Unrolled.Cli -- run --write 02-b");
        Assert.Contains("demo.loss", File.ReadAllText(_workspace.PathOf("out/index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_notebook_or_image_is_named_and_the_others_are_shown()
    {
        Chapter("01-a", Svg(Loss));
        _workspace.Write("notebooks/02-b.ipynb", "{");
        Chapter("03-c", Svg("<svg data-name=\"demo.broken\"><text></svg>"));
        Run("figures", "gallery", "out").AssertRefused(1, "02-b.ipynb", "03-c: cell c1: an image is not well-formed XML");
        Assert.Contains("demo.loss", File.ReadAllText(_workspace.PathOf("out/index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_stands_twice_is_told_with_both_places()
    {
        Chapter("01-a", Svg(Loss));
        Chapter("02-b", Svg(Loss));
        Run("figures", "gallery", "out").AssertRefused(1, "The name demo.loss stands more than once: 01-a, cell c1; 02-b, cell c1.");
    }

    [Fact]
    public void A_name_cannot_lead_out_of_the_folder()
    {
        Chapter("01-a", Svg(Loss.ToSvg().Replace("demo.loss", "../escaped", StringComparison.Ordinal)));
        Run("figures", "gallery", "out").AssertRefused(1, "the name '../escaped' can't be a file's");
        Assert.Empty(Directory.GetFiles(_workspace.Folder, "escaped*", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_cannot_be_carried_out_is_explained_with_exit_code_2()
    {
        Run("figures", "gallery", "out").AssertRefused(2, $"No notebooks in {_workspace.PathOf("notebooks")}.");
        _workspace.Write("a-file", "kept");
        Run("figures", "gallery", "a-file").AssertRefused(2, "a-file is a file; name a folder to write to.");
        Assert.Equal("kept", File.ReadAllText(_workspace.PathOf("a-file")));
        Run("figures", "gallery").AssertRefused(2, "Required argument 'OUT' missing");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told()
    {
        Chapter("01-a", Svg(Loss));
        _workspace.Write("a-file", "kept");
        Run("figures", "gallery", "a-file/out").AssertRefused(1, "a-file");
    }

    private CliResult Run(params string[] arguments) => Cli.Run(_workspace.Folder, arguments);

    private string Gallery()
    {
        Run("figures", "gallery", "out").AssertPassed();
        return File.ReadAllText(_workspace.PathOf("out/index.html"));
    }

    private static Dictionary<string, string> Svg(Figure figure) => Svg(figure.ToSvg());

    private static Dictionary<string, string> Svg(string svg) => new() { ["image/svg+xml"] = svg };

    private static Dictionary<string, string> Html(string html, string text) => new() { ["text/html"] = html, ["text/plain"] = text };

    // One cell for each output.
    private void Chapter(string name, params Dictionary<string, string>[] outputs)
    {
        var notebook = JsonNode.Parse(Workspace.Notebook([.. outputs.Select(_ => "1"), "1"]))!;
        foreach (var (i, cell) in notebook["cells"]!.AsArray().Index())
        {
            cell!["outputs"] = i == outputs.Length ? new JsonArray() : new JsonArray(new JsonObject
            {
                ["output_type"] = "display_data",
                ["data"] = new JsonObject(outputs[i].Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))),
                ["metadata"] = new JsonObject(),
            });
        }

        _workspace.Write($"notebooks/{name}.ipynb", notebook.ToJsonString());
    }

    [GeneratedRegex("<section class=\"picture\" id=\"([^\"]+)\">")]
    private static partial Regex Sections();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Links();
}
