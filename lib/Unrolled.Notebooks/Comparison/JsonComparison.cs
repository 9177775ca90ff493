using System.Text.Json;

namespace Unrolled.Notebooks;

/// <summary>Compares JSON values: members in any order, numbers to a millionth, strings as text.</summary>
internal static class JsonComparison
{
    private const double RelativeTolerance = 1e-6;

    /// <summary>Where and how the values differ, by a path such as <c>$.data[0].y[3]</c>; null when they do not.</summary>
    public static string? Compare(JsonElement expected, JsonElement actual) => At("$", CompareValues(expected, actual));

    // A difference starts with its place below the value at hand, and each value on the way back puts its own before.
    private static string? CompareValues(JsonElement expected, JsonElement actual) => (expected.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => CompareObjects(expected, actual),
        (JsonValueKind.Array, JsonValueKind.Array) => CompareArrays(expected, actual),
        (JsonValueKind.String, JsonValueKind.String) => At(": ", TextComparison.Compare(expected.GetString()!, actual.GetString()!)),
        (JsonValueKind.Number, JsonValueKind.Number) when AreClose(expected, actual) => null,
        var (a, b) when a == b && a is not JsonValueKind.Number => null,
        _ => $": {TextComparison.Expected(expected.ToCompactText(), actual.ToCompactText())}",
    };

    private static string? CompareObjects(JsonElement expected, JsonElement actual)
    {
        foreach (var member in expected.EnumerateObject())
        {
            var difference = actual.TryGetProperty(member.Name, out var other)
                ? CompareValues(member.Value, other)
                : ": expected this member, got none";
            if (difference is not null)
                return $".{member.Name}{difference}";
        }
        var added = actual.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !expected.TryGetProperty(name, out _));
        return added is null ? null : $".{added}: expected no such member, got one";
    }

    private static string? CompareArrays(JsonElement expected, JsonElement actual)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
            return Invariant($": expected {expected.GetArrayLength()} items, got {actual.GetArrayLength()}");
        foreach (var (i, (a, b)) in expected.EnumerateArray().Zip(actual.EnumerateArray()).Index())
        {
            if (CompareValues(a, b) is { } difference)
                return Invariant($"[{i}]{difference}");
        }
        return null;
    }

    private static string? At(string place, string? difference) => difference is null ? null : place + difference;

    private static bool AreClose(JsonElement expected, JsonElement actual)
    {
        if (JsonElement.DeepEquals(expected, actual))
            return true;
        var (a, b) = (expected.GetDouble(), actual.GetDouble());
        // Beyond the range of a double both are infinite; then only equal numbers are close, and those are found above.
        return double.IsFinite(a) && double.IsFinite(b) && Math.Abs(a - b) <= RelativeTolerance * Math.Max(Math.Abs(a), Math.Abs(b));
    }
}
