using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.Notebooks.Tests.Documents;

/// <summary>Random damage to a good notebook: source that can be read is read and kept, and only what running needs can refuse a file.</summary>
public class DamagedNotebookTests
{
    private static readonly string[] Values =
        ["null", "true", "0", "1.0", "-1", "1e400", "\"\"", "\"x\"", "\"code\"", "[]", "{}", "[null]", "[1, \"a\"]", "{\"a\": null}", "[[\"a\"]]", "\"b-copy-2\"", "\"intro\""];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    public void A_damaged_notebook_is_read_whole_unless_its_source_or_version_is_gone(int damages)
    {
        var random = new Random(damages);
        var (read, refused) = (0, 0);
        for (var i = 0; i < 500; i++)
        {
            var notebook = JsonNode.Parse(Samples.Everything)!.AsObject();
            for (var k = 0; k < damages; k++)
                Damage(notebook, random);
            var text = notebook.ToJsonString();
            if (Sources(notebook) is { } sources)
            {
                AssertRead(text, sources);
                read++;
            }
            else
            {
                AssertRefused(text);
                refused++;
            }
        }

        Assert.True(read > 100 && refused > 10, $"{read} read, {refused} refused");
    }

    [Fact]
    public void Words_of_Python_half_pairs_and_repeated_names_anywhere_do_not_touch_the_source()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var notebook = JsonNode.Parse(Samples.Everything)!.AsObject();
            var sources = Sources(notebook)!;
            for (var k = 0; k < 5; k++)
            {
                var objects = Objects(notebook).ToList();
                objects[random.Next(objects.Count)]["damage" + k] = "here";
            }
            string[] texts = ["NaN", "-Infinity", "Infinity", "\"\\ud83d\"", "\"\\udc00\\ud800\"", "{\"a\": 1, \"a\": NaN}", "1, \"damage0\": [NaN]"];
            var pieces = notebook.ToJsonString().Split("\"here\"");
            AssertRead(pieces.Aggregate((left, right) => left + random.GetItems(texts, 1)[0] + right), sources);
        }
    }

    private static void AssertRead(string text, IEnumerable<string> sources)
    {
        var document = Samples.Parse(text);
        Assert.Equal(sources, document.Cells.Select(cell => cell.Source));
        var violations = Nbformat.Violations(document.Json()).ToList();
        Assert.True(violations.Count == 0, $"{string.Join(", ", violations)} in what became of {text}");
        var again = Samples.Parse(document.ToUtf8());
        Assert.Empty(again.Normalised);
        Assert.Equal(document, again);
    }

    private static void AssertRefused(string text)
    {
        var error = Assert.Throws<NotebookFormatException>(() => Samples.Parse(text));
        Assert.StartsWith("sample.ipynb: ", error.Message, StringComparison.Ordinal);
    }

    private static void Damage(JsonObject notebook, Random random)
    {
        var containers = Containers(notebook).ToList();
        var value = JsonNode.Parse(Values[random.Next(Values.Length)]);
        switch (containers[random.Next(containers.Count)])
        {
            case JsonObject owner when owner.Count > 0:
                var name = owner.ElementAt(random.Next(owner.Count)).Key;
                if (random.Next(3) == 0)
                    owner.Remove(name);
                else
                    owner[name] = value;
                break;
            case JsonArray list when list.Count > 0:
                var index = random.Next(list.Count);
                if (random.Next(3) == 0)
                    list.Insert(index, list[index]?.DeepClone());
                else if (random.Next(2) == 0)
                    list.RemoveAt(index);
                else
                    list[index] = value;
                break;
        }
    }

    // Deep values of metadata are many: damage to cells and outputs is what counts.
    private static IEnumerable<JsonNode> Containers(JsonNode node, int depth = 0) => node switch
    {
        JsonObject owner => [owner, .. depth < 6 ? owner.SelectMany(member => member.Value is null ? [] : Containers(member.Value, depth + 1)) : []],
        JsonArray list => [list, .. list.SelectMany(item => item is null ? [] : Containers(item, depth + 1))],
        _ => [],
    };

    private static IEnumerable<JsonObject> Objects(JsonNode node) => Containers(node).OfType<JsonObject>();

    /// <summary>The source of each cell; null when the file must be refused.</summary>
    private static List<string>? Sources(JsonObject notebook)
    {
        if (notebook["nbformat"]?.ToJsonString() != "4" || notebook["cells"] is not JsonArray cells)
            return null;
        var sources = cells.Where(cell => cell is not null).Select(cell => cell is JsonObject known ? Source(known["source"]) : null).ToList();
        return sources.Contains(null) ? null : [.. sources.OfType<string>()];
    }

    private static string? Source(JsonNode? source) => source switch
    {
        null => "",
        JsonArray lines => lines.All(line => line?.GetValueKind() == JsonValueKind.String) ? string.Concat(lines.Select(line => (string)line!)) : null,
        _ => source.GetValueKind() == JsonValueKind.String ? (string)source! : null,
    };
}
