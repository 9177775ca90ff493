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
    public ImmutableArray<ImmutableArray<Cell>> Cells { get; init; } = [];

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

        return this with { Cells = Cells.Add([.. cells.Select(CellOf)]) };
    }

    /// <summary>Adds a row for each item, in their order.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">What the rows are about, such as steps or sizes.</param>
    /// <param name="cells">From an item to the cells of its row, as <see cref="Row"/> takes them: <c>t => [t, h[t].L2Norm()]</c>.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than the table has columns.</exception>
    public Table Rows<T>(IEnumerable<T> items, Func<T, object?[]> cells) =>
        items.Aggregate(this, (table, item) => table.Row(cells(item)));

    /// <summary>Adds a row for each pair, in their order.</summary>
    /// <typeparam name="T1">The type of the first of each pair.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <param name="items">What the rows are about, such as names and values.</param>
    /// <param name="cells">From a pair to the cells of its row: <c>(name, v) => [name, v.L2Norm()]</c>.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than the table has columns.</exception>
    public Table Rows<T1, T2>(IEnumerable<(T1, T2)> items, Func<T1, T2, object?[]> cells) =>
        Rows(items, pair => cells(pair.Item1, pair.Item2));

    /// <summary>Adds a row for each triple, in their order.</summary>
    /// <typeparam name="T1">The type of the first of each triple.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <param name="items">What the rows are about.</param>
    /// <param name="cells">From a triple to the cells of its row.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than the table has columns.</exception>
    public Table Rows<T1, T2, T3>(IEnumerable<(T1, T2, T3)> items, Func<T1, T2, T3, object?[]> cells) =>
        Rows(items, triple => cells(triple.Item1, triple.Item2, triple.Item3));

    /// <summary>The same table under a name by which slides and tests find it.</summary>
    /// <param name="name">Lower-case letters, digits, dots and hyphens, such as "parameters".</param>
    /// <exception cref="ArgumentException">The name holds other characters.</exception>
    public Table Named(string name) => this with { Name = Names.Checked(name) };

    /// <summary>The table as an HTML fragment (<c>text/html</c>).</summary>
    public string ToHtml() => TableRendering.Html(this);

    /// <summary>The table as text in columns.</summary>
    public override string ToString() => TableRendering.Text(this);

    /// <summary>Whether a column holds numbers only, so that its caption is aligned as they are.</summary>
    internal bool IsNumeric(int column) => Cells.Length > 0 && Cells.All(row => column < row.Length && row[column].IsNumber);

    private static Cell CellOf(object? value) => value switch
    {
        null => new("", IsNumber: false),
        double or float => new(NumberText.Of(Convert.ToDouble(value, CultureInfo.InvariantCulture), 4), IsNumber: true),
        byte or short or int or long or decimal => new(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), IsNumber: true),
        IFormattable other => new(other.ToString(null, CultureInfo.InvariantCulture), IsNumber: false),
        _ => new(value.ToString() ?? "", IsNumber: false),
    };
}
