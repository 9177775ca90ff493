using System.Globalization;
using CsvHelper;

namespace Unrolled.Cli.Grading;

/// <summary>The grades for a spreadsheet or a platform's gradebook: a line for each student, 1 for an exercise passed and 0 for one that was not.</summary>
/// <remarks>Empty is an exercise of a chapter that the student did not hand in.</remarks>
internal static class GradeCsv
{
    public static byte[] Of(Gradebook book)
    {
        using var stream = new MemoryStream();
        // A name that begins like a formula would run as one in a spreadsheet.
        using (var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord(["student", .. book.Judged.Select(exercise => exercise.Id), "total"]);
            var students = book.Students.Concat(book.Absent.Select(name => new Student(name, []))).OrderBy(student => student.Name, StringComparer.Ordinal);
            foreach (var student in students)
            {
                csv.WriteRecord([
                    Printable.Of(student.Name),
                    .. book.Judged.Select(exercise => student.Passed(exercise) ? "1" : student.Has(exercise) ? "0" : ""),
                    book.Judged.Count(student.Passed).ToString(CultureInfo.InvariantCulture),
                ]);
            }
        }

        return stream.ToArray();
    }
}
