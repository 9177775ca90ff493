using System.Collections.Immutable;

namespace Unrolled.Notebooks;

/// <summary>What a reader changed so that a file became a valid notebook: each kind of change once, with how often it was made.</summary>
internal sealed class Changes
{
    private readonly OrderedDictionary<(string One, string Many), int> _counts = [];

    public bool Any => _counts.Count > 0;

    /// <summary>Short sentences without a full stop, in the order in which the changes were first made.</summary>
    public ImmutableArray<string> Sentences => [.. _counts.Select(change => Sentence(change.Key.One, change.Key.Many, change.Value))];

    /// <summary>A change to the file as a whole.</summary>
    public void Add(string sentence) => _counts[(sentence, "")] = 0;

    /// <summary>A change that a file may need in many places.</summary>
    /// <param name="one">The sentence behind the number 1.</param>
    /// <param name="many">The sentence behind any other number.</param>
    /// <param name="count">How often; nothing is recorded for 0.</param>
    public void Add(string one, string many, int count = 1)
    {
        if (count > 0)
            _counts[(one, many)] = _counts.GetValueOrDefault((one, many)) + count;
    }

    private static string Sentence(string one, string many, int count) => count switch
    {
        0 => one,
        1 => $"1 {one}",
        _ => Invariant($"{count} {many}"),
    };
}
