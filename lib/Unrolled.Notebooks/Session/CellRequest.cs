namespace Unrolled.Notebooks;

/// <summary>A cell to be run.</summary>
/// <param name="Count">Its execution count; errors name the cell by it, as in "cell 3".</param>
/// <param name="Source">Its text.</param>
public sealed record CellRequest(int Count, string Source)
{
    /// <summary>The language of this session.</summary>
    public const string CSharp = "csharp";

    /// <summary>The language it begins in, by its name in notebooks' metadata: csharp, markdown, html; others are left out with a word.</summary>
    public string Language { get; init; } = CSharp;

    /// <summary>Asks the user for a line of text, and waits for it; null as the answer when the user gave none. Null where nobody can be asked.</summary>
    public Func<InputQuestion, string?>? Ask { get; init; }
}
