using System.Text;
using System.Text.Json;

namespace Unrolled.Notebooks;

/// <summary>Reads a notebook that another front end ran, with that front end's own ways taken out.</summary>
public static class OtherFrontEnd
{
    // .NET Interactive puts a script for browsers among the outputs of the first cell, in an element of this name.
    private const string BootstrapMark = "dotnet-interactive-this-cell-";

    /// <summary>The notebook as this library's session would have left it.</summary>
    /// <remarks>
    /// .NET Interactive writes a JSON type of somebody's own, such as <c>application/vnd.plotly.v1+json</c>, as a string that holds the JSON.
    /// </remarks>
    /// <exception cref="NotebookFormatException">The file cannot be read as a notebook; the message says why and what to do.</exception>
    public static NotebookDocument Read(string path)
    {
        var document = NotebookDocument.Read(path);
        return document with { Cells = [.. document.Cells.Select(Plain)] };
    }

    private static NotebookCell Plain(NotebookCell cell) =>
        cell.Kind == CellKind.Code ? cell.WithRun(cell.ExecutionCount, cell.Outputs.Where(output => !IsBootstrap(output)).Select(Plain)) : cell;

    private static bool IsBootstrap(CellOutput output) =>
        output is DataOutput { IsResult: false } data && data.Data.TryGetValue("text/html", out var html) && html.Contains(BootstrapMark, StringComparison.Ordinal);

    private static CellOutput Plain(CellOutput output) =>
        output is DataOutput data ? data.With(new MimeBundle(data.Data.Select(form => KeyValuePair.Create(form.Key, Plain(form.Key, form.Value))))) : output;

    private static string Plain(string mime, string text)
    {
        if (!MimeBundle.IsJson(mime) || !text.StartsWith('"'))
            return text;
        var inner = JsonSerializer.Deserialize<string>(text)!;
        try
        {
            return JsonMembers.Parse(Encoding.UTF8.GetBytes(inner)).ToCompactText();
        }
        catch (JsonException)
        {
            // A string that is the value itself.
            return text;
        }
    }
}
