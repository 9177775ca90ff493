using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Unrolled.Notebooks;

/// <summary>Tells by the script parser alone whether a cell is complete.</summary>
internal static class CompletenessCheck
{
    private const int IndentWidth = 4;
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    public static Completeness Of(string code)
    {
        if (Nesting.IsTooDeepToParse(code))
            return new Completeness(CompletenessStatus.Invalid, "");
        var tree = CSharpSyntaxTree.ParseText(CellDirectives.Blank(code), Script);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return new Completeness(CompletenessStatus.Incomplete, NextIndent(code, tree));
        return new Completeness(tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) ? CompletenessStatus.Invalid : CompletenessStatus.Complete, "");
    }

    private static string NextIndent(string code, SyntaxTree tree)
    {
        var line = code[(code.LastIndexOf('\n') + 1)..];
        var width = line.TakeWhile(c => c is ' ' or '\t').Sum(c => c == '\t' ? IndentWidth : 1);
        return new string(' ', tree.GetRoot().GetLastToken().IsKind(SyntaxKind.OpenBraceToken) ? width + IndentWidth : width);
    }
}
