using System.Text;
using System.Text.RegularExpressions;

namespace Unrolled.Cli.Slides;

/// <summary>The equations of a text, reduced to their mathematics: spaces, sizes, braces under terms and the form of a fraction don't count.</summary>
/// <remarks>A small reader of the LaTeX that the course writes. No package compares formulas; computer algebra would call two forms equal that a student sees as two.</remarks>
/// <param name="Pairs">Two sides of a chain a = b = c, as "a=b", whether they stand side by side or not.</param>
/// <param name="Formulas">Each formula as a whole.</param>
internal sealed partial record Equations(IReadOnlySet<string> Pairs, string Formulas)
{
    /// <summary>All equations of some Markdown texts.</summary>
    public static Equations In(IEnumerable<string> markdown)
    {
        List<string[]> chains = [.. markdown.SelectMany(text => Formula.Matches(text)).SelectMany(match => Chains(match.Groups["tex"].Value))];
        return new(
            chains.SelectMany(sides => sides.SelectMany((a, i) => sides[(i + 1)..].Select(b => $"{a}={b}"))).ToHashSet(StringComparer.Ordinal),
            string.Join('\n', chains.Select(sides => string.Join('=', sides))));
    }

    /// <summary>The displayed equations of a slide that stand in none of these texts, in their reduced form.</summary>
    public IEnumerable<string> MissingOn(string slide) =>
        from match in Formula.Matches(slide)
        where match.Value.StartsWith("$$", StringComparison.Ordinal)
        from sides in Chains(match.Groups["tex"].Value)
        where sides.Length == 1 ? !Formulas.Contains(sides[0], StringComparison.Ordinal) : !sides.Zip(sides.Skip(1), (a, b) => $"{a}={b}").All(Pairs.Contains)
        select string.Join(" = ", sides);

    // The sides of each equation. In an aligned block a line that begins with "=" goes on from the left side of the line before.
    private static IEnumerable<string[]> Chains(string tex)
    {
        var flat = Environment.Replace(Matrix.Replace(tex, match => $"[{match.Groups["rows"].Value.Replace(@"\\", ";", StringComparison.Ordinal).Replace('&', '|')}]"), "");
        var before = "";
        foreach (var line in NewLine.Split(GoesOn.Replace(Flat(flat, isWhole: true), " ")))
        {
            var columns = line.Split('&');
            for (var i = 0; i < columns.Length; i += 2)
                foreach (var part in Gap.Split(string.Concat(columns.Skip(i).Take(2))))
                {
                    var reduced = Layout.Replace(part, "");
                    reduced = Single.Replace(reduced, "$1").Replace("{}", "", StringComparison.Ordinal).Trim('.', ',', ':', ';');
                    var sides = Equal.Split(reduced.StartsWith('=') ? before + reduced : reduced).Where(side => side.Length > 0).ToArray();
                    if (sides.Length > 1)
                        before = sides[0];
                    if (sides.Length > 0)
                        yield return sides;
                }
        }
    }

    // Fractions become quotients, and what stands under a brace goes. Words between formulas separate them; words within one belong to it.
    private static string Flat(string tex, bool isWhole = false)
    {
        var flat = new StringBuilder();
        for (var at = 0; at < tex.Length;)
        {
            if (Command.Match(tex, at) is not { Success: true } command)
            {
                flat.Append(tex[at++]);
                continue;
            }

            var (first, next) = Group(tex, command.Index + command.Length - 1);
            switch (command.Groups["name"].Value)
            {
                case "underbrace":
                    flat.Append(Flat(first));
                    if (tex.AsSpan(next).StartsWith("_{"))
                        next = Group(tex, next + 1).Next;
                    break;
                case "text":
                    flat.Append(isWhole ? @"\quad " : first);
                    break;
                default:
                    var (second, end) = Group(tex, tex.IndexOf('{', next));
                    flat.Append(Quotient(Flat(first))).Append('/').Append(Quotient(Flat(second)));
                    next = end;
                    break;
            }

            at = next;
        }

        return flat.ToString();
    }

    private static string Quotient(string part) => Sum.IsMatch(Subscript.Replace(part, "")) ? $"({part})" : part;

    private static (string Inside, int Next) Group(string tex, int open)
    {
        var depth = 0;
        for (var i = open; i < tex.Length; i++)
        {
            depth += tex[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return (tex[(open + 1)..i], i + 1);
        }

        return (tex[(open + 1)..], tex.Length);
    }

    [GeneratedRegex(@"\$\$(?<tex>.+?)\$\$|\$(?<tex>[^$\n]+(?:\n[^$\n]+)?)\$", RegexOptions.Singleline)]
    private static partial Regex Formula { get; }

    [GeneratedRegex(@"\\begin\{(?<kind>[pb]matrix)\}(?<rows>.*?)\\end\{\k<kind>\}", RegexOptions.Singleline)]
    private static partial Regex Matrix { get; }

    [GeneratedRegex(@"\\(begin|end)\{[a-z*]+\}(\{[lcr ]*\})?")]
    private static partial Regex Environment { get; }

    [GeneratedRegex(@"\G\\(?<name>[td]?frac|underbrace|text)\s*\{")]
    private static partial Regex Command { get; }

    [GeneratedRegex(@"\\\\(\[[^\]]*\])?")]
    private static partial Regex NewLine { get; }

    // A line that begins with a sign goes on with the sum of the line before.
    [GeneratedRegex(@"\\\\[\s&{}]*(?=[+-])")]
    private static partial Regex GoesOn { get; }

    [GeneratedRegex(@"\\q?quad(?![a-zA-Z])|\\(Long)?(R|leftr|Leftr)ightarrow(?![a-zA-Z])|:(?=\s)")]
    private static partial Regex Gap { get; }

    [GeneratedRegex(@"\\(left|right|[bB]igg?[lr]?|displaystyle|textstyle)(?![a-zA-Z])|\\(operatorname|mathrm)(?![a-zA-Z])|\\[,;:! ]|~|\s+")]
    private static partial Regex Layout { get; }

    // A brace around one sign or name.
    [GeneratedRegex(@"\{([^{}\\]|\\[a-zA-Z]+)\}")]
    private static partial Regex Single { get; }

    [GeneratedRegex("[+-]")]
    private static partial Regex Sum { get; }

    [GeneratedRegex(@"[_^]\{[^{}]*\}")]
    private static partial Regex Subscript { get; }

    // Not within the brackets of a matrix or a sum's limits.
    [GeneratedRegex(@"=(?![^{]*\})(?![^\[]*\])")]
    private static partial Regex Equal { get; }
}
