using System.Collections.Immutable;
using System.Globalization;

namespace Unrolled.Figures;

/// <summary>A table of numbers and words, such as a parameter table or a comparison; or a matrix with captions.</summary>
/// <remarks>
/// <code>
/// Table.Of("Parameters", "name", "shape", "numbers")
///     .Row("W_hx", "16 × 1", 16)
///     .Row("W_hh", "16 × 16", 256)
/// </code>
/// </remarks>
[TypeFormatterSource(typeof(TableFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record Table : IPicture
{
    /// <summary>The caption.</summary>
    public string Title { get; init; } = "";

    /// <summary>The name by which slides find the table: <c>data-name</c> on the root element.</summary>
    public string Name { get; init; } = "";

    /// <summary>The captions of the columns, that of the row captions first; empty for a table without them.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>The rows; the first cell of each is its caption.</summary>
    public ImmutableArray<ImmutableArray<Cell>> Rows { get; init; } = [];

    /// <summary>One cell.</summary>
    /// <param name="Text">What it shows.</param>
    /// <param name="IsNumber">Whether it is aligned to the right, as numbers are.</param>
    public readonly record struct Cell(string Text, bool IsNumber);

    /// <summary>A table without rows, to which they are added.</summary>
    /// <param name="title">The caption.</param>
    /// <param name="columns">The captions of the columns, that of the row captions first.</param>
    public static Table Of(string title, params string[] columns) => new() { Title = title, Columns = [.. columns] };

    /// <summary>A matrix. One too large to read shows its first and last rows and columns.</summary>
    /// <param name="title">The caption: "W_hh". The shape is added to it.</param>
    /// <param name="values">The entries, rows first.</param>
    /// <param name="rows">The captions of the rows; null for 1, 2, ….</param>
    /// <param name="columns">The captions of the columns; null for 1, 2, ….</param>
    /// <param name="format">A .NET numeric format such as "0.00"; null gives all entries the decimals with which the largest has four
    /// significant digits.</param>
    /// <exception cref="ArgumentException">There is not one caption for each row or column.</exception>
    public static Table Matrix(
        string title, double[,] values, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null, string? format = null) =>
        MatrixTable.Of(title, values, rows, columns, format);

    /// <summary>Adds a row.</summary>
    /// <param name="cells">Words and numbers, the row's caption first. Numbers have four significant digits.</param>
    /// <exception cref="ArgumentException">The row has more or fewer cells than the table has columns.</exception>
    public Table Row(params object?[] cells)
    {
        if (Columns.Length > 0 && cells.Length != Columns.Length)
        {
            var wanted = $"{Columns.Length} cells ({string.Join(", ", Columns)})";
            throw new ArgumentException($"A row of '{Title}' needs {wanted}, got {cells.Length}.", nameof(cells));
        }

        return this with { Rows = Rows.Add([.. cells.Select(CellOf)]) };
    }

    /// <summary>The same table under a name by which slides and tests find it.</summary>
    /// <param name="name">Lower-case letters, digits, dots and hyphens, such as "parameters".</param>
    /// <exception cref="ArgumentException">The name holds other characters.</exception>
    public Table Named(string name) => this with { Name = Names.Checked(name) };

    /// <summary>The table as an HTML fragment (<c>text/html</c>).</summary>
    public string ToHtml() => TableHtml.Of(this);

    /// <summary>The table as text in columns.</summary>
    public override string ToString() => TableText.Of(this);

    /// <summary>Whether a column holds numbers only, so that its caption is aligned as they are.</summary>
    internal bool IsNumeric(int column) => Rows.Length > 0 && Rows.All(row => column < row.Length && row[column].IsNumber);

    private static Cell CellOf(object? value) => value switch
    {
        null => new("", IsNumber: false),
        double or float => new(NumberText.Of(Convert.ToDouble(value, CultureInfo.InvariantCulture), 4), IsNumber: true),
        byte or short or int or long or decimal => new(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), IsNumber: true),
        IFormattable other => new(other.ToString(null, CultureInfo.InvariantCulture), IsNumber: false),
        _ => new(value.ToString() ?? "", IsNumber: false),
    };
}
