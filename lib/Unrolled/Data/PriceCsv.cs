using CsvHelper;

namespace Unrolled.Data;

/// <summary>
/// Reads closing prices from a CSV file as the usual sites export it: a header with Date and Close or Adj Close (other columns are
/// ignored), ISO or US dates, any order of days. Rows that can't be used are dropped and named in <see cref="PriceSeries.Report"/>.
/// </summary>
public static class PriceCsv
{
    private const int FewestRows = 2;
    private const int LongestLine = 1 << 20;

    /// <summary>Loads the prices of a file, oldest first.</summary>
    /// <param name="path">The CSV file.</param>
    /// <param name="column">The column to take; by default Adj Close where there is one, else Close.</param>
    /// <exception cref="PriceCsvException">The file as a whole can't be used.</exception>
    public static PriceSeries Load(string path, PriceColumn column = PriceColumn.AdjCloseElseClose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Directory.Exists(path))
        {
            throw new PriceCsvException(path, "expected a CSV file, got a folder.", "Name a file in it.");
        }
        try
        {
            // A spreadsheet that has the file open keeps a write lock; reading beside it is harmless.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return Read(path, file, column);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PriceCsvException(path, "there is no such file.", "Check the name and the folder it is looked for in.", e);
        }
        catch (CsvFormatException e)
        {
            throw new PriceCsvException(path, $"expected lines of text, got this: {e.Message}", "Check that it is a CSV file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PriceCsvException(
                path, "the system doesn't let it be read.", "Close other programs that use it, and check your rights to it.", e);
        }
    }

    private static PriceSeries Read(string path, Stream file, PriceColumn column)
    {
        var rows = new PriceCsvRows();
        using var csv = CsvReader.Create(file, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false, // blank lines may stand before it
            SkipEmptyLines = false, // the report names them
            TrackLineNumbers = true,
            MaxRecordSize = LongestLine,
            AllowLineBreaksInQuotes = false, // or one unclosed quote swallows the rest of the file
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = row => rows.Drop((int)row.LineNumber, $"its quotes don't match: {PriceCsvField.Show(row.RawRecord)}"),
        });

        PriceCsvHeader? header = null;
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            var fields = csv.Current.ToArray();
            if (fields.All(string.IsNullOrWhiteSpace))
            {
                rows.Drop(line, "it is blank");
            }
            else if (header is null)
            {
                header = PriceCsvHeader.Find(path, fields, column);
            }
            else if (fields.Length <= header.LastField)
            {
                rows.Drop(line, Invariant($"it has {fields.Length} of the {header.LastField + 1} fields needed"));
            }
            else
            {
                rows.Add(line, fields[header.DateField], fields[header.PriceField]);
            }
        }
        return header is null
            ? throw new PriceCsvException(
                path, "expected a header and one row per day, got no line that can be read; the file may be empty.", "Export it again.")
            : Series(path, rows, rows.Report(header.PriceName));
    }

    private static PriceSeries Series(string path, PriceCsvRows rows, LoadReport report)
    {
        if (report.Used < FewestRows)
        {
            throw new PriceCsvException(
                path,
                $"expected at least {FewestRows} usable rows after the header, got these:\n{report}\n",
                "Export a longer range of days, or mend the rows named.");
        }
        var inOrder = rows.InTimeOrder();
        return new PriceSeries(inOrder.Select(row => row.Date), inOrder.Select(row => row.Price), report);
    }
}
