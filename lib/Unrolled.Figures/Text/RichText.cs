using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Unrolled.Figures;

/// <summary>A label with subscripts and superscripts, as the chapters write them: W_hh, h_{t-1}, σ_1, 10^{-3}, W^k.</summary>
/// <remarks>
/// An underscore makes a subscript only after a single letter, which may follow a δ (δa_t), or a closing bracket, so that a name such as
/// train_loss stays as it is.
/// </remarks>
internal sealed partial record RichText(ImmutableArray<RichText.Run> Runs)
{
    /// <summary>The size of a subscript or superscript against the label's.</summary>
    public const double ScriptScale = 0.75;

    internal enum Level
    {
        Base,
        Sub,
        Super,
    }

    internal readonly record struct Run(string Text, Level Level);

    public static RichText Parse(string text)
    {
        var runs = ImmutableArray.CreateBuilder<Run>();
        var start = 0;
        foreach (var match in Script().EnumerateMatches(text))
        {
            if (match.Index > start) runs.Add(new(text[start..match.Index], Level.Base));
            var body = text.AsSpan(match.Index + 1, match.Length - 1);
            if (body[0] == '{') body = body[1..^1];
            runs.Add(new(body.ToString().Replace('-', '−'), text[match.Index] == '_' ? Level.Sub : Level.Super));
            start = match.Index + match.Length;
        }

        if (start < text.Length) runs.Add(new(text[start..], Level.Base));
        return new(runs.ToImmutable());
    }

    /// <summary>The width in pixels, an upper estimate.</summary>
    public double Width(double size, bool bold = false) =>
        Runs.Sum(run => TextMetrics.Width(run.Text, run.Level == Level.Base ? size : size * ScriptScale, bold));

    // What is raised or lowered, in braces or a single word, and what may stand before it.
    private const string Body = @"(?:\{[^{}]+\}|[\p{L}\p{Nd}]+)";
    private const string BeforeSub = @"(?<=(?<![\p{L}\p{Nd}-[δ]])\p{L}\p{Mn}*|[)\]‖}])";
    private const string BeforeSuper = @"(?<=[\p{L}\p{Nd})\]‖}])";

    [GeneratedRegex($@"{BeforeSub}_{Body}|{BeforeSuper}\^{Body}", RegexOptions.CultureInvariant)]
    private static partial Regex Script();
}
