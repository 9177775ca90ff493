using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Notebooks;

/// <summary>Tells whether a cell has a value to show.</summary>
internal static class CellValue
{
    /// <summary>The last expression, if it has a value and no semicolon; else null.</summary>
    public static ExpressionSyntax? LastExpression(CSharpCompilation cell)
    {
        var tree = cell.SyntaxTrees[^1];
        return tree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
            && cell.GetSemanticModel(tree).GetTypeInfo(last.Expression) .ConvertedType?.SpecialType is not SpecialType.System_Void
                ? last.Expression
                : null;
    }

    /// <summary>Whether it has a last expression with a value, or may end by <c>return</c>.</summary>
    public static bool IsShown(CSharpCompilation cell) => LastExpression(cell) is not null || HasReturn(cell);

    private static bool HasReturn(CSharpCompilation cell) =>
        cell.SyntaxTrees[^1].GetCompilationUnitRoot()
            .DescendantNodes(node => node is CompilationUnitSyntax or GlobalStatementSyntax || (node is StatementSyntax and not LocalFunctionStatementSyntax))
            .Any(node => node is ReturnStatementSyntax);
}
