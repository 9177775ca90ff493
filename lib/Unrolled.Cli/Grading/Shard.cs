using System.CommandLine.Parsing;
using System.Globalization;

namespace Unrolled.Cli.Grading;

/// <summary>A share of a class, for one of several machines.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Count">Of how many.</param>
internal sealed record Shard(int Number, int Count)
{
    /// <summary>The whole class.</summary>
    public static Shard All { get; } = new(1, 1);

    /// <summary>Reads "3/10".</summary>
    public static Shard? Parse(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text.Split('/') is [var k, var n]
            && int.TryParse(k, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && number >= 1 && number <= count)
            return new(number, count);
        result.AddError($"--shard expects K/N with K from 1 to N, such as 3/10, got {text}.");
        return null;
    }

    /// <summary>The share of a list; all shares together are the list, none holds what another does.</summary>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> all) => [.. all.Where((_, i) => i % Count == Number - 1)];
}
