using System.Collections.Immutable;
using System.Text.Json;

namespace Unrolled.Notebooks;

/// <summary>
/// A Jupyter notebook, nbformat 4.5 or a later 4.x (<see href="https://nbformat.readthedocs.io/en/latest/format_description.html"/>).
/// Members that this library does not know are kept. A file in Jupyter's own layout that is read and written unchanged keeps every byte.
/// Documents are equal when their JSON is.
/// </summary>
public sealed record NotebookDocument
{
    private readonly JsonElement _asRead;

    internal NotebookDocument(JsonElement json)
    {
        _asRead = json;
        Cells = json.Array("cells").Each("cell", cell => new NotebookCell(cell));
        if (Cells.CountBy(cell => cell.Id).FirstOrDefault(count => count.Value > 1).Key is { } id)
            throw new FormatException($"cell ids must be unique, got '{id}' more than once");
    }

    /// <summary>The cells in their order.</summary>
    public ImmutableArray<NotebookCell> Cells { get; init; }

    internal JsonElement Json => _asRead.With("cells", Cells.Select(cell => cell.Json));

    /// <summary>Reads a notebook file; nbformat 4.0 to 4.4 is upgraded to 4.5.</summary>
    /// <exception cref="NotebookFormatException">The file cannot be read as a notebook; the message says why and what to do.</exception>
    public static NotebookDocument Read(string path) => NotebookReader.Parse(NotebookReader.ReadBytes(path), path);

    /// <summary>Reads a notebook from memory; nbformat 4.0 to 4.4 is upgraded to 4.5.</summary>
    /// <param name="utf8">The content of the file.</param>
    /// <param name="name">How an error names it.</param>
    /// <exception cref="NotebookFormatException">It is not a notebook; the message says why and what to do.</exception>
    public static NotebookDocument Parse(ReadOnlyMemory<byte> utf8, string name) => NotebookReader.Parse(utf8.Span, name);

    /// <summary>The file in Jupyter's own layout.</summary>
    public byte[] ToUtf8() => JupyterJson.Write(Json);

    /// <summary>Writes the file in Jupyter's own layout, as a whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written, or is a folder.</exception>
    public void Write(string path)
    {
        var utf8 = ToUtf8();
        AtomicFile.Write(path, stream => stream.Write(utf8));
    }

    /// <inheritdoc/>
    public bool Equals(NotebookDocument? other) => other is not null && JsonElement.DeepEquals(Json, other.Json);

    /// <inheritdoc/>
    public override int GetHashCode() => Cells.Length;
}
