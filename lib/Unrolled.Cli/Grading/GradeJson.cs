using System.Text.Encodings.Web;
using System.Text.Json;

namespace Unrolled.Cli.Grading;

/// <summary>The grades for programs.</summary>
internal static class GradeJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        // The file is read by programs, never put into a web page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Of(Gradebook book) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Version = 1,
            Notebooks = book.Rows.Select(row => new
            {
                row.Graded.Path,
                row.Passed,
                Exercises = row.Judged.Count(),
                row.Answered,
                Questions = row.InWords.Count(),
                row.Graded.Unreadable,
                row.Graded.Problems,
                Outcomes = row.All.Select(exercise => new
                {
                    exercise.Id,
                    exercise.Title,
                    Outcome = row.Graded.Outcome(exercise),
                    row.Graded.Verdicts.GetValueOrDefault(exercise.Id)?.Diagnosis,
                }),
            }),
        },
        Options);
}
