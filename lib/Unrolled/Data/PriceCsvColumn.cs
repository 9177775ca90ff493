namespace Unrolled.Data;

/// <summary>One field of a column.</summary>
internal readonly record struct PriceCsvCell(int Line, string Text)
{
    private const int Shown = 60;

    /// <summary>For example <c>line 14 has '31/01/2024'</c>.</summary>
    public override string ToString() => Invariant($"line {Line} has {Show(Text)}");

    /// <summary>Text from a file, in quotes, made short and printable.</summary>
    public static string Show(string text)
    {
        var shown = text.Length <= Shown ? text : text[..Shown] + "…";
        return $"'{string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c))}'";
    }
}

/// <summary>One way to read a whole column.</summary>
/// <param name="Name">How it reads, such as <c>as day/month/year</c>.</param>
/// <param name="Option">How a caller asks for it.</param>
/// <param name="Read">The value of a field, or null where this reading has none.</param>
/// <param name="Write">A value in a form that has one reading only.</param>
internal sealed record Reading<T>(string Name, string Option, Func<string, T?> Read, Func<T, string> Write)
    where T : struct;

/// <summary>
/// Decides how a whole column is read. A reading is possible when it reads every field that any reading reads; the evidence for one is
/// a field that makes the others impossible. What no reading reads (a footnote, a missing price) speaks for none.
/// </summary>
internal sealed class PriceCsvColumn<T>
    where T : struct
{
    private readonly string _path;
    private readonly string _name;
    private readonly IReadOnlyList<PriceCsvCell> _cells;
    private readonly IReadOnlyList<Reading<T>> _readings;
    private readonly Dictionary<Reading<T>, PriceCsvCell> _against = [];

    /// <summary>Finds the readings that are possible for all cells.</summary>
    public PriceCsvColumn(string path, string name, IReadOnlyList<PriceCsvCell> cells, IReadOnlyList<Reading<T>> readings)
    {
        (_path, _name, _cells, _readings, Possible) = (path, name, cells, readings, [.. readings]);
        foreach (var cell in cells)
        {
            if (Possible.TrueForAll(reading => reading.Read(cell.Text) is not null)
                || readings.All(reading => reading.Read(cell.Text) is null))
            {
                continue;
            }
            foreach (var reading in Possible.FindAll(reading => reading.Read(cell.Text) is null))
            {
                _against[reading] = cell;
                Possible.Remove(reading);
            }
        }
    }

    /// <summary>The readings that no cell makes impossible.</summary>
    public List<Reading<T>> Possible { get; }

    /// <summary>The cell that made the last other reading impossible; null when none did.</summary>
    public PriceCsvCell? Evidence => _against.Count == 0 ? null : _against.Values.MaxBy(cell => cell.Line);

    /// <summary>The one reading of the column.</summary>
    /// <param name="asked">The reading that the caller asks for, if any.</param>
    /// <exception cref="PriceCsvException">The column leaves it open, or contradicts itself or what the caller asks for.</exception>
    public Reading<T> Decide(Reading<T>? asked)
    {
        if (asked is not null)
        {
            return Possible.Count == 0 || Possible.Contains(asked)
                ? asked
                : throw Refused(
                    $"expected a column '{_name}' that can be read {asked.Name}, got one in which {_against[asked]}, "
                    + $"which can be read {Or(Possible)} only.",
                    $"Leave out {asked.Option}, or say {Or(Possible, reading => reading.Option)}.");
        }
        if (Possible.Count == 0)
        {
            throw Refused(
                $"expected one form in the whole column '{_name}', got several: "
                + string.Join(", and ", _readings.GroupBy(reading => _against[reading]).OrderBy(group => group.Key.Line)
                    .Select(group => $"{group.Key}, which can't be read {Or(group)}")) + ".",
                "If a spreadsheet saved the file again or files were joined, export it anew. "
                + $"To drop the rows of other forms, say {Options(_readings)}.");
        }
        var reading = Possible[0];
        foreach (var cell in Possible.Count == 1 ? [] : _cells)
        {
            if (Possible.Exists(other => !Equals(other.Read(cell.Text), reading.Read(cell.Text))))
            {
                throw Refused(
                    $"expected a column '{_name}' that can be read in one way, got one that can be read in {Possible.Count}: "
                    + $"{cell}, which is " + Or(Possible, other => $"{other.Write(other.Read(cell.Text)!.Value)} {other.Name}") + "; no row decides.",
                    $"Say which it is: {Options(Possible)}.");
            }
        }
        return reading;
    }

    private static string Or(IEnumerable<Reading<T>> readings, Func<Reading<T>, string>? text = null) =>
        string.Join(" or ", readings.Select(text ?? (reading => reading.Name)));

    private static string Options(IEnumerable<Reading<T>> readings) => Or(readings, reading => $"PriceCsv.Load(path, {reading.Option})");

    private PriceCsvException Refused(string problem, string nextStep) => new(_path, problem, nextStep);
}
