using System.Collections.Immutable;
using System.Text.Json;

namespace Unrolled.Exercises;

/// <summary>The content of a progress file: <c>{ "version": 1, "passed": ["2.1", "3.7"] }</c>.</summary>
internal static class ProgressJson
{
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    public static byte[] Write(ImmutableSortedSet<string> passed) => JsonSerializer.SerializeToUtf8Bytes(new Content(Version, [.. passed]), Options);

    /// <returns>The ids; or null if this is damaged, or written by a newer edition of the course.</returns>
    public static ImmutableSortedSet<string>? Read(byte[] utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(utf8, Options) is { Version: Version, Passed: { } passed } && passed.All(id => id is not null)
                ? ImmutableSortedSet.Create(StringComparer.Ordinal, passed)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Content(int Version, string[]? Passed);
}
