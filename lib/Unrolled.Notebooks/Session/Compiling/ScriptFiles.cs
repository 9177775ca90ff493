using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Unrolled.Notebooks;

/// <summary>Finds and reads the files of <c>#load</c>, without the directives that the session has carried out before.</summary>
/// <param name="directory">The notebook's folder; a path in a loaded file is relative to that file. It is left out of what stack traces name.</param>
internal sealed class ScriptFiles(string directory) : SourceFileResolver([], directory, [new(directory, "")])
{
    /// <inheritdoc/>
    public override SourceText ReadText(string resolvedPath) => SourceText.From(StopPoints.Add(CellDirectives.Blank(ReadAll(resolvedPath))), Encoding.UTF8);

    /// <summary>The text of a file.</summary>
    public string ReadAll(string resolvedPath)
    {
        using var stream = OpenRead(resolvedPath);
        return SourceText.From(stream, Encoding.UTF8).ToString();
    }
}
