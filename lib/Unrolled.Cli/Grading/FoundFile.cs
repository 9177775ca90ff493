namespace Unrolled.Cli.Grading;

/// <summary>A file that was handed in, in a folder or in an archive.</summary>
/// <param name="Path">As it was named, with slashes: <c>class/an/02-forward.ipynb</c>, <c>class.zip/an/02-forward.ipynb</c>.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Read">Its content. May throw <see cref="IOException"/>, <see cref="UnauthorizedAccessException"/> or <see cref="InvalidDataException"/>.</param>
internal sealed record FoundFile(string Path, long Length, Func<byte[]> Read)
{
    public string[] Parts { get; } = Path.Split('/');

    public string Name => Parts[^1];

    public string Folder => string.Join('/', Parts[..^1]);

    public bool IsNotebook => HasExtension(".ipynb");

    public bool HasExtension(string extension) => Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What was handed in and is not graded, and why.</summary>
internal sealed record LeftOut(string Path, string Why);
