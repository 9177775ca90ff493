using System.Text;
using System.Text.RegularExpressions;

namespace Unrolled.Cli.Slides;

/// <summary>The places in a deck whose content comes from elsewhere. Each is marked by an HTML comment.</summary>
/// <remarks>
/// <c>1.43 &lt;!-- =demo.test_rmse --&gt;</c>: the number before the comment is the named result.
/// <c>&lt;!-- stepper: NAME --&gt; … &lt;!-- /stepper --&gt;</c>: a slide for each frame.
/// <c>&lt;!-- include: DECK --&gt; … &lt;!-- /include --&gt;</c>: the slides of a chapter's deck; after a comma, only those of one section.
/// </remarks>
internal static partial class Markers
{
    /// <summary>Puts each named result before its marker.</summary>
    /// <param name="markdown">The deck's text.</param>
    /// <param name="results">The results by name.</param>
    /// <param name="problem">Told of each name that no notebook records, and of each marker without a number before it.</param>
    public static string Numbers(string markdown, IReadOnlyDictionary<string, NamedResult> results, Action<string> problem) =>
        NumberMark.Replace(markdown, match =>
        {
            var name = match.Groups["name"].Value;
            if (!match.Groups["number"].Success)
                problem($"before the marker of {name} stands no number; write ? there, and slides write fills it in");
            else if (!results.TryGetValue(name, out var result))
                problem($"no notebook records a result {name}");
            else
                return match.Value.Replace(match.Groups["number"].Value + " <!--", result.Text + " <!--", StringComparison.Ordinal);
            return match.Value;
        });

    /// <summary>Fills every block of one kind anew.</summary>
    /// <param name="markdown">The deck's text.</param>
    /// <param name="kind"><c>stepper</c> or <c>include</c>.</param>
    /// <param name="content">The content for what the block names; null when there is none.</param>
    /// <param name="problem">Told of each name without content, and of a block that is not closed.</param>
    public static string Blocks(string markdown, string kind, Func<string, string?> content, Action<string> problem)
    {
        var (start, end) = ($"<!-- {kind}: ", $"<!-- /{kind} -->");
        var text = new StringBuilder();
        var at = 0;
        while (markdown.IndexOf(start, at, StringComparison.Ordinal) is var open and >= 0)
        {
            var inside = markdown.IndexOf(" -->", open, StringComparison.Ordinal) + " -->".Length;
            var name = markdown[(open + start.Length)..(inside - " -->".Length)];
            var close = markdown.IndexOf(end, inside, StringComparison.Ordinal);
            if (close < 0)
            {
                problem($"the block {start}{name} --> is not closed by {end}");
                break;
            }

            if (content(name) is not { } fresh)
                problem($"nothing is named {name}, which {start}{name} --> asks for");
            else
            {
                text.Append(markdown, at, inside - at).Append("\n\n").Append(fresh).Append("\n\n");
                at = close;
            }

            text.Append(markdown, at, close + end.Length - at);
            at = close + end.Length;
        }

        return text.Append(markdown, at, markdown.Length - at).ToString();
    }

    /// <summary>The deck without its markers: Marp would take them for speaker notes.</summary>
    public static string Without(string markdown) => AnyMark.Replace(markdown, "");

    [GeneratedRegex(@"((?<number>[−-]?[0-9?][^\s|*]*( %)?) )?<!-- =(?<name>[a-z0-9._-]+) -->")]
    private static partial Regex NumberMark { get; }

    [GeneratedRegex(@" ?<!-- =[a-z0-9._-]+ -->|^<!-- (stepper: |include: |section: |/stepper|/include)[^\n]*-->\n", RegexOptions.Multiline)]
    private static partial Regex AnyMark { get; }
}
