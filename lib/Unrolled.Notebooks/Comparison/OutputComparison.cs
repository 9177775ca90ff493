using System.Text.Json;

namespace Unrolled.Notebooks;

/// <summary>Compares two outputs of one kind, each form by the rule for its type.</summary>
internal static class OutputComparison
{
    /// <summary>The kind of an output with its MIME types, as in <c>result (text/html, text/plain)</c>. Equal for outputs of the same structure.</summary>
    public static string Structure(CellOutput output) => output switch
    {
        StreamOutput stream => stream.Name,
        DataOutput data => $"{(data.IsResult ? "result" : "display")} ({string.Join(", ", data.Data.Keys)})",
        _ => output.Json.String("output_type"),
    };

    /// <summary>What differs between two outputs of the same structure.</summary>
    public static IEnumerable<(DifferenceKind Kind, string Message)> Compare(CellOutput expected, CellOutput actual) => (expected, actual) switch
    {
        (StreamOutput a, StreamOutput b) => When(DifferenceKind.Text, TextComparison.Compare(a.Text, b.Text)),
        (ErrorOutput a, ErrorOutput b) => When(DifferenceKind.Error, TextComparison.Compare($"{a.Name}: {a.Value}", $"{b.Name}: {b.Value}")),
        (DataOutput a, DataOutput b) =>
        [
            .. When(DifferenceKind.ExecutionCount, CompareCounts(a.ExecutionCount, b.ExecutionCount)),
            .. a.Data.Keys.SelectMany(mime => CompareForm(mime, a.Data, b.Data)),
        ],
        _ => When(DifferenceKind.Data, TextComparison.CompareExactly(expected.Json.ToCompactText(), actual.Json.ToCompactText())),
    };

    /// <summary>A side without a count agrees with any: outputs may have been cleared.</summary>
    public static string? CompareCounts(int? expected, int? actual) =>
        expected is null || actual is null || expected == actual
            ? null
            : Invariant($"expected execution count {expected}, got {actual}");

    private static IEnumerable<(DifferenceKind, string)> CompareForm(string mime, MimeBundle expected, MimeBundle actual)
    {
        var (kind, difference) = mime switch
        {
            "text/plain" or "text/html" or "text/latex" or "text/markdown" => (DifferenceKind.Text, TextComparison.Compare(expected[mime], actual[mime])),
            "image/svg+xml" => (DifferenceKind.Svg, SvgComparison.Compare(expected[mime], actual[mime])),
            _ when MimeBundle.IsJson(mime) => (DifferenceKind.Json, JsonComparison.Compare(Json(expected, mime), Json(actual, mime))),
            _ => (DifferenceKind.Data, TextComparison.CompareExactly(expected[mime], actual[mime])),
        };
        return When(kind, difference is null ? null : $"{mime}: {difference}");
    }

    private static JsonElement Json(MimeBundle bundle, string mime) => bundle.Json.GetProperty(mime);

    private static IEnumerable<(DifferenceKind, string)> When(DifferenceKind kind, string? message) => message is null ? [] : [(kind, message)];
}
