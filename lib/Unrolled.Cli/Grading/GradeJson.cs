using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Unrolled.Exercises;

namespace Unrolled.Cli.Grading;

/// <summary>The grades for programs, and for a later run of the commands: nothing is lost that a report needs.</summary>
internal static class GradeJson
{
    private const int Version = 2;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        // The file is read by programs, never put into a web page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static byte[] Of(Gradebook book) => JsonSerializer.SerializeToUtf8Bytes(
        new BookFile(Version, book.Sandbox, [.. book.Rows.Select(Notebook)], [.. book.LeftOut]), Options);

    /// <summary>What a file of grades holds.</summary>
    /// <exception cref="UsageException">It can't be read, or is none.</exception>
    public static (ImmutableArray<Graded> Graded, ImmutableArray<LeftOut> LeftOut, string Sandbox) Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<BookFile>(File.ReadAllBytes(path), Options)!;
            if (file.Version != Version)
                throw new UsageException($"{path}: expected grades of version {Version}, got version {file.Version}. Grade again with this version of the commands.");
            return ([.. file.Notebooks.Select(Graded)], file.LeftOut, file.Sandbox);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: expected a file that grade --json wrote ({e.Message.Split(" Path:")[0].TrimEnd('.')}).");
        }
    }

    private static NotebookFile Notebook(GradedRow row) => new(
        row.Graded.Path, row.Graded.Student, row.Graded.Content,
        row.Passed, row.Judged.Count(), row.Answered, row.InWords.Count(),
        row.Graded.Unreadable, row.Graded.Problems, [.. row.Graded.Exercises],
        [.. row.All.Select(exercise => Outcome(exercise, row.Graded))]);

    private static OutcomeFile Outcome(Exercise exercise, Graded graded)
    {
        var check = graded.Checks.GetValueOrDefault(exercise.Id);
        return new(exercise.Id, exercise.Title, graded.Outcome(exercise), check?.Verdict.Diagnosis, check?.Attempts ?? 0, check?.Answer);
    }

    private static Graded Graded(NotebookFile file) => new()
    {
        Path = file.Path,
        Student = file.Student,
        Content = file.Content,
        Checks = file.Outcomes.Where(outcome => outcome.Outcome != Verdict.Missing).ToImmutableSortedDictionary(
            outcome => outcome.Id, outcome => new Checked(new Verdict(outcome.Id, outcome.Outcome, outcome.Diagnosis, null), outcome.Attempts, outcome.Answer ?? "")),
        Exercises = [.. file.Holds],
        Problems = file.Problems,
        Unreadable = file.Unreadable,
    };

    private sealed record BookFile(int Version, string Sandbox, ImmutableArray<NotebookFile> Notebooks, ImmutableArray<LeftOut> LeftOut);

    private sealed record NotebookFile(
        string Path, string Student, string Content, int Passed, int Exercises, int Answered, int Questions,
        string? Unreadable, ImmutableArray<string> Problems, ImmutableArray<string> Holds, ImmutableArray<OutcomeFile> Outcomes);

    private sealed record OutcomeFile(string Id, string Title, string Outcome, string? Diagnosis, int Attempts, string? Answer);
}
