using System.Globalization;

namespace Unrolled.Experiments;

/// <summary>
/// The results of <see cref="LongLagStudy"/> as a file: <c>task,cell,T,seed,solved_after</c>, the last one empty where not solved. No field
/// can hold a comma or a quotation mark, so splitting at commas is all that reading needs.
/// </summary>
public static class LongLagCsv
{
    /// <summary>The committed results in the data folder.</summary>
    public const string FileName = "long-lags.csv";

    private const string Header = "task,cell,T,seed,solved_after";

    /// <summary>The results as text, lines ended by \n.</summary>
    public static string Write(IEnumerable<LongLagResult> results) => string.Concat(
        results
            .Select(r => Invariant($"{r.Run.Task},{r.Run.Cell},{r.Run.T},{r.Run.Seed},{r.SolvedAfter}\n"))
            .Prepend($"{Header}\n"));

    /// <summary>Reads a file that <see cref="Write"/> made.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="FormatException">A line is not what <see cref="Write"/> writes; the message names it.</exception>
    public static IReadOnlyList<LongLagResult> Load(string path)
    {
        var lines = File.ReadAllLines(path);
        if (lines.FirstOrDefault() != Header)
            throw new FormatException($"{path} must begin with '{Header}', got '{lines.FirstOrDefault()}'. Make it again: data long-lags.");
        return [.. lines.Skip(1).Select((line, i) => Result(line) ?? throw new FormatException(Invariant(
            $"{path}, line {i + 2}, must be a result such as 'AddingProblem,Gru,40,1,700', got '{line}'. Make it again: data long-lags.")))];
    }

    private static LongLagResult? Result(string line)
    {
        var fields = line.Split(',');
        return fields.Length == 5
            && Enum.TryParse(fields[0], out LongLagTask task) && Enum.TryParse(fields[1], out LongLagCell cell)
            && Number(fields[2]) is { } T && Number(fields[3]) is { } seed
            && (fields[4] == "" || Number(fields[4]) != null)
            ? new(new(task, cell, T, seed), Number(fields[4]))
            : null;
    }

    private static int? Number(string field) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
