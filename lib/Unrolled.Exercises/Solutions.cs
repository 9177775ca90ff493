using System.Text.Json;

namespace Unrolled.Exercises;

/// <summary>Reads solutions from the notebooks in <c>notebooks/solutions</c>, which are their one source and travel in this assembly.</summary>
/// <remarks>A solution is two cells: <c>3-7-why</c> explains it and <c>3-7</c> is its code.</remarks>
internal static class Solutions
{
    public static Note Of(Exercise exercise)
    {
        var cell = exercise.Id.Replace('.', '-');
        var (why, code) = (Source(exercise.Chapter, $"{cell}-why"), Source(exercise.Chapter, cell));
        return new Note(why is null || code is null
            ? $"There is no solution of exercise {exercise.Id} yet."
            : $"**Solution of exercise {exercise.Id}**\n\n{why}\n\n```csharp\n{code}\n```");
    }

    private static string? Source(int chapter, string id)
    {
        var assembly = typeof(Solutions).Assembly;
        var name = assembly.GetManifestResourceNames()
            .FirstOrDefault(n => n.StartsWith(Invariant($"solutions/{chapter:00}-"), StringComparison.Ordinal));
        if (name is null)
            return null;
        using var notebook = JsonDocument.Parse(assembly.GetManifestResourceStream(name)!);
        var cell = notebook.RootElement.GetProperty("cells").EnumerateArray()
            .FirstOrDefault(c => c.TryGetProperty("id", out var found) && found.GetString() == id);
        return cell.ValueKind == JsonValueKind.Undefined ? null : Text(cell.GetProperty("source"));
    }

    // nbformat allows one string or a list of lines.
    private static string Text(JsonElement source) => source.ValueKind == JsonValueKind.String
        ? source.GetString()!
        : string.Concat(source.EnumerateArray().Select(line => line.GetString()));
}
