using System.Text.Json.Nodes;

namespace Unrolled.Cli.Tests;

/// <summary>A course of one notebook with a figure, a number and a stepper, and a deck that shows them.</summary>
public sealed class SlideCourse : IDisposable
{
    public const string Deck = """
        ---
        marp: true
        ---

        # Waves

        <!-- 1 min. -->

        ---

        <!-- section: error -->

        ## The error

        ![w:800 A falling line](figures/wave.error.svg)

        It is ? <!-- =wave.rmse --> in the end.

        <!-- 2 min. Run cell `error`. -->

        ---

        <!-- stepper: wave.steps -->
        <!-- /stepper -->

        ---

        ## The end

        <!-- 3 min. Run cell `steps`. -->

        """;

    private readonly Workspace _workspace = new();

    public SlideCourse()
    {
        Directory.CreateDirectory(_workspace.PathOf("notebooks"));
        Directory.CreateDirectory(_workspace.PathOf("slides"));
        _workspace.Write("Unrolled.slnx", "");
        WriteNotebook(rmse: "1.43");
        WriteDeck("01-waves", Deck);
    }

    public string Read(string file) => File.ReadAllText(_workspace.PathOf(file)).ReplaceLineEndings("\n");

    public bool Has(string file) => File.Exists(_workspace.PathOf(file));

    public void WriteDeck(string name, string markdown) => _workspace.Write($"slides/{name}.md", markdown.ReplaceLineEndings("\n"));

    public void WriteNotebook(string rmse) => _workspace.Write("notebooks/01-waves.ipynb", new JsonObject
    {
        ["cells"] = new JsonArray(
            Cell("error", ("image/svg+xml", Svg("wave.error")), ("application/vnd.unrolled.result+json", Result(rmse))),
            Cell("steps", ("text/html", $"""<section data-stepper="" data-name="wave.steps"><p><strong>Steps</strong></p><ol>{Frame(1)}{Frame(2)}</ol><script>a && b</script></section>""")),
            Optional(Cell("aside", ("image/svg+xml", Svg("wave.aside"))))),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString());

    internal CliResult Run(params IEnumerable<string> arguments) => Cli.Run(_workspace.Folder, ["slides", .. arguments]);

    public void Dispose() => _workspace.Dispose();

    private static string Svg(string name) => $"""<svg data-name="{name}"><title>A line in {name}</title><path d="M0 0"/></svg>""";

    // On no slide, and nobody misses it there.
    private static JsonObject Optional(JsonObject cell)
    {
        cell["metadata"] = new JsonObject { ["tags"] = new JsonArray("optional") };
        return cell;
    }

    private static JsonObject Result(string text) => new JsonObject { ["name"] = "wave.rmse", ["value"] = 1.43, ["text"] = text };

    private static string Frame(int step) =>
        $"""<li><p><strong>t = {step}</strong></p><p>Note {step}.</p><div>{Svg("inner")}<table><thead><tr><th>W<sub>hh</sub><sup>T</sup></th></tr></thead><tbody><tr><td>0.{step}</td></tr></tbody></table></div></li>""";

    private static JsonObject Cell(string id, params (string Mime, JsonNode Value)[] data) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = 1,
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["outputs"] = new JsonArray([.. data.Select(d => new JsonObject
        {
            ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = new JsonObject { [d.Mime] = d.Value },
        })]),
        ["source"] = "",
    };
}
