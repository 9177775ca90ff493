using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Conformance;

/// <summary>Outputs without what differs from one run or machine to the next, as tests/conformance/normal.py leaves it out of the recordings.</summary>
internal static partial class Normal
{
    public static IReadOnlyList<CellOutput> Of(IEnumerable<CellOutput> outputs)
    {
        var normal = new List<CellOutput>();
        foreach (var output in outputs.Select(Of))
        {
            // How a stream was cut means nothing.
            if (output is StreamOutput next && normal.LastOrDefault() is StreamOutput last && last.Name == next.Name)
                normal[^1] = new StreamOutput(last.Name, last.Text + next.Text);
            else
                normal.Add(output);
        }
        return normal;
    }

    private static CellOutput Of(CellOutput output) => output switch
    {
        StreamOutput stream => new StreamOutput(stream.Name, Of(stream.Text)),
        ErrorOutput error => new ErrorOutput(error.Name, WithoutCellNumber(error.Value), [.. error.Traceback.Select(WithoutCellNumber)]),
        DataOutput data => new DataOutput(new MimeBundle(data.Data.Select(form => KeyValuePair.Create(form.Key, Of(form.Value)))), data.IsResult ? 0 : null),
        _ => output,
    };

    // A cell that is put in before must not change what is held of those behind it.
    private static string WithoutCellNumber(string text) => CellNumber.Replace(Of(text), "cell N");

    private static string Of(string text)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace(Group.Folder, "FOLDER", StringComparison.Ordinal);
        text = Guid.Replace(text, "GUID");
        text = Numbered.Replace(text, "$1N");
        text = AssemblyName.Replace(text, "ℛ*GUID#N");
        text = TaskNumber.Replace(text, "$1NUMBER");
        text = WallTime.Replace(text, "Wall time: TIME");
        text = ShownTrace.Replace(text, "");
        return Style.Replace(text, style => $"<style>{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(style.Groups[1].Value)))[..8]}</style>");
    }

    [GeneratedRegex(@"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")]
    private static partial Regex Guid { get; }

    [GeneratedRegex(@"(AnonymousType\d+#|Submission#)\d+")]
    private static partial Regex Numbered { get; }

    [GeneratedRegex(@"\bcell \d+")]
    private static partial Regex CellNumber { get; }

    [GeneratedRegex(@"Wall time: [\d.,:]+ ?\w*")]
    private static partial Regex WallTime { get; }

    [GeneratedRegex(@"ℛ\*GUID#\d+-\d+")]
    private static partial Regex AssemblyName { get; }

    [GeneratedRegex("""(<td>Id</td><td><div class="dni-plaintext"><pre>)\d+""")]
    private static partial Regex TaskNumber { get; }

    [GeneratedRegex(@"\\n   at .*?(?=</code>)")]
    private static partial Regex ShownTrace { get; }

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style { get; }
}
