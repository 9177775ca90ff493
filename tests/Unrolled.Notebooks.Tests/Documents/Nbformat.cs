using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Unrolled.Notebooks.Tests.Documents;

/// <summary>What nbformat's schema of 4.5 asks of the members that this library reads; members and outputs it does not know may stand beside them.</summary>
internal static class Nbformat
{
    public static IEnumerable<string> Violations(JsonNode notebook) =>
    [
        .. Check("nbformat", Is(notebook["nbformat"], JsonValueKind.Number) && notebook["nbformat"]!.ToJsonString() == "4"),
        .. Check("nbformat_minor", IsCount(notebook["nbformat_minor"]) && notebook["nbformat_minor"]!.GetValue<int>() >= 5),
        .. Check("metadata", notebook["metadata"] is JsonObject),
        .. Check("worksheets", !notebook.AsObject().ContainsKey("worksheets")),
        .. Check("unique ids", notebook["cells"]!.AsArray().Select(cell => (string)cell!["id"]!).Distinct().Count() == notebook["cells"]!.AsArray().Count),
        .. notebook["cells"]!.AsArray().SelectMany(cell => OfCell(cell!.AsObject())),
    ];

    private static IEnumerable<string> OfCell(JsonObject cell)
    {
        var isCode = (string)cell["cell_type"]! == "code";
        return
        [
            .. Check("cell_type", (string)cell["cell_type"]! is "code" or "markdown" or "raw"),
            .. Check("id", Regex.IsMatch((string)cell["id"]!, @"\A[a-zA-Z0-9-_]{1,64}\z")),
            .. Check("source", IsText(cell["source"])),
            .. Check("cell metadata", cell["metadata"] is JsonObject),
            .. Check("tags", !cell["metadata"]!.AsObject().TryGetPropertyValue("tags", out var tags) || IsTags(tags)),
            .. Check("execution_count", cell.ContainsKey("execution_count") == isCode && IsCountOrNull(cell["execution_count"])),
            .. Check("outputs", isCode ? cell["outputs"] is JsonArray : !cell.ContainsKey("outputs")),
            .. isCode ? cell["outputs"]!.AsArray().SelectMany(output => OfOutput(output!.AsObject())) : [],
        ];
    }

    private static IEnumerable<string> OfOutput(JsonObject output) => (string)output["output_type"]! switch
    {
        "stream" => [.. Check("stream name", Is(output["name"], JsonValueKind.String)), .. Check("stream text", IsText(output["text"]))],
        "error" =>
        [
            .. Check("ename", Is(output["ename"], JsonValueKind.String)),
            .. Check("evalue", Is(output["evalue"], JsonValueKind.String)),
            .. Check("traceback", IsLines(output["traceback"])),
        ],
        "display_data" => OfData(output),
        "execute_result" => [.. OfData(output), .. Check("result's count", output.ContainsKey("execution_count") && IsCountOrNull(output["execution_count"]))],
        var other => Check($"output_type {other}", other is not ("pyout" or "pyerr")),
    };

    private static IEnumerable<string> OfData(JsonObject output) =>
    [
        .. Check("output metadata", output["metadata"] is JsonObject),
        .. Check("data", output["data"] is JsonObject),
        .. output["data"]!.AsObject().Where(form => !form.Key.EndsWith("json", StringComparison.Ordinal)).SelectMany(form => Check($"data {form.Key}", IsText(form.Value))),
    ];

    private static IEnumerable<string> Check(string what, bool isRight) => isRight ? [] : [what];

    private static bool Is(JsonNode? node, JsonValueKind kind) => node?.GetValueKind() == kind;

    private static bool IsText(JsonNode? node) => Is(node, JsonValueKind.String) || IsLines(node);

    private static bool IsLines(JsonNode? node) => node is JsonArray lines && lines.All(line => Is(line, JsonValueKind.String));

    private static bool IsTags(JsonNode? node) =>
        IsLines(node) && node!.AsArray().Select(tag => (string)tag!).ToList() is var tags
        && tags.Distinct().Count() == tags.Count && tags.All(tag => Regex.IsMatch(tag, "^[^,]+$"));

    private static bool IsCountOrNull(JsonNode? node) => node is null || IsCount(node);

    private static bool IsCount(JsonNode? node) => Is(node, JsonValueKind.Number) && node!.ToJsonString().All(char.IsAsciiDigit);
}
