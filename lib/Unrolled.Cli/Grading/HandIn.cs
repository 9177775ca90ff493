using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Grading;

/// <summary>One notebook of one student, and the files that the student put beside it.</summary>
/// <param name="Student">Whose it is, by its path.</param>
/// <param name="Notebook">The notebook.</param>
/// <param name="Beside">The files, each with its path as the notebook names it: <c>my-prices.csv</c>, <c>../data/mine.csv</c>.</param>
internal sealed record HandIn(string Student, FoundFile Notebook, ImmutableArray<(string Name, FoundFile File)> Beside)
{
    public string Path => Notebook.Path;

    /// <summary>The notebook's cells.</summary>
    /// <exception cref="HandInException">It can't be read.</exception>
    /// <exception cref="NotebookFormatException">It is no notebook.</exception>
    public NotebookDocument Read() => NotebookDocument.Parse(Bytes(Notebook), Path);

    /// <summary>A file's content.</summary>
    /// <exception cref="HandInException">It can't be read.</exception>
    public static byte[] Bytes(FoundFile file)
    {
        try
        {
            return file.Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            throw new HandInException($"{file.Path}: it can't be read ({e.Message.TrimEnd('.')}). Check its permissions, or ask for it again.", e);
        }
    }

    /// <summary>Tells whether what was handed in is the same as at another time.</summary>
    /// <exception cref="HandInException">A file can't be read.</exception>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, file) in Beside.Prepend((Name: "", File: Notebook)))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
            hash.AppendData(SHA256.HashData(Bytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>A file that was handed in can't be read; the message names it and says why.</summary>
internal sealed class HandInException(string message, Exception inner) : Exception(message, inner);
