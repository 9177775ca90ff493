using System.Text;
using CsvHelper;

namespace Unrolled.Cli.Grading;

/// <summary>The names of a class.</summary>
internal sealed record Roster(IReadOnlyList<string> Names)
{
    private static readonly string[] Headings = ["student", "name", "id", "username", "login"];

    /// <summary>Nobody's.</summary>
    public static Roster None { get; } = new([]);

    /// <summary>The first column of a CSV file; a heading is no name.</summary>
    /// <exception cref="UsageException">The file can't be read, or holds no name.</exception>
    public static Roster Read(string path)
    {
        try
        {
            using var csv = CsvReader.Create(File.OpenRead(path), new CsvReaderOptions { HasHeader = false });
            var names = new List<string>();
            while (csv.Read())
            {
                var name = csv.GetString(0).Trim();
                if (name.Length > 0 && !(names.Count == 0 && Headings.Contains(name, StringComparer.OrdinalIgnoreCase)))
                    names.Add(name);
            }

            return names.Count > 0 ? new([.. names.Distinct()]) : throw new UsageException($"{path} holds no names. Expected a CSV file with a student's name first in each line.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            throw new UsageException($"The roster {path} can't be read: {e.Message}");
        }
    }

    /// <summary>Those from whom nothing came.</summary>
    public IEnumerable<string> Without(IEnumerable<string> students) => Names.Except(students);

    /// <summary>The longest name that a part of a path is, or begins with; null for none. Course platforms append to a name after a sign.</summary>
    public string? NameIn(IReadOnlyList<string> parts)
    {
        var plain = parts.Select(Plain).ToList();
        return Names.Where(name => plain.Any(part => Begins(part, Plain(name)))).MaxBy(name => name.Length);
    }

    private static bool Begins(string part, string name) =>
        part.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (part.Length == name.Length || !char.IsLetterOrDigit(part[name.Length]));

    // macOS writes letters and their accents apart.
    private static string Plain(string name) => name.Normalize(NormalizationForm.FormC);
}
