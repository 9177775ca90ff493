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

    internal NotebookDocument(JsonElement json, ImmutableArray<string> normalised)
    {
        (_asRead, Normalised) = (json, normalised);
        Cells = json.Array("cells").Each("cell", cell => new NotebookCell(cell));
        if (Cells.CountBy(cell => cell.Id).FirstOrDefault(count => count.Value > 1).Key is { } id)
            throw new FormatException($"cell ids must be unique, got '{id}' more than once");
    }

    /// <summary>The cells in their order.</summary>
    public ImmutableArray<NotebookCell> Cells { get; init; }

    /// <summary>
    /// What was changed in reading so that the notebook is valid, as short sentences such as "2 cells had no id and got one".
    /// Empty for a file in order. Documents may be equal without it.
    /// </summary>
    public ImmutableArray<string> Normalised { get; }

    internal JsonElement Json => _asRead.With("cells", Cells.Select(cell => cell.Json));

    /// <summary>Reads a notebook file as <see cref="Parse"/> does.</summary>
    /// <exception cref="NotebookFormatException">The file cannot be read as a notebook; the message says why and what to do.</exception>
    public static NotebookDocument Read(string path) => NotebookReader.Parse(NotebookReader.ReadBytes(path), path);

    /// <summary>
    /// Reads a notebook from memory. What nbformat reads is read: nbformat 3 and 4, damaged or missing members, JSON as Python has it.
    /// It is brought to a valid nbformat 4.5 or later 4.x, and <see cref="Normalised"/> tells how. Only what running needs can be refused.
    /// </summary>
    /// <param name="file">The content of the file.</param>
    /// <param name="name">How an error names it.</param>
    /// <exception cref="NotebookFormatException">It is not a notebook; the message says why and what to do.</exception>
    public static NotebookDocument Parse(ReadOnlyMemory<byte> file, string name) => NotebookReader.Parse(file.Span, name);

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
