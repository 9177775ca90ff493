using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Notebooks;

/// <summary>A cell as the compiler understands it after the cells that have run. Nothing is run, and no state changes.</summary>
/// <remarks>
/// Questions are answered from syntax tree and semantic model. The compiler's own completion service (the Features package) knows
/// more, but costs tens of megabytes and a slow first answer in a kernel that must stay small.
/// </remarks>
/// <param name="Root">The root of the syntax tree.</param>
/// <param name="Semantics">What its names mean.</param>
internal sealed record CellModel(CompilationUnitSyntax Root, SemanticModel Semantics)
{
    /// <summary>The model, or null for code nested too deeply.</summary>
    /// <param name="compile">The compiler's view of code, with its label, after the last cell that has run.</param>
    /// <param name="code">The cell.</param>
    public static CellModel? Of(Func<string, string, CSharpCompilation> compile, string code)
    {
        if (Nesting.IsTooDeepToParse(code))
            return null;
        var compilation = compile(CellDirectives.Blank(code), "question");
        var tree = compilation.SyntaxTrees[^1];
        var root = (CompilationUnitSyntax)tree.GetRoot();
        return Nesting.IsTooDeepToBind(root) ? null : new CellModel(root, compilation.GetSemanticModel(tree));
    }
}
