using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Notebooks;

/// <summary>Finds what a position of a cell speaks of: the name there or just left of it, else the method in whose argument list it lies.</summary>
internal static class Inspector
{
    /// <summary>The signature and documentation, or null where nothing is named.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="position">A position in it.</param>
    /// <param name="documentation">What is written about a symbol.</param>
    public static Inspection? Inspect(CellModel cell, int position, Func<ISymbol, Compilation, Documentation?> documentation)
    {
        if (Find(cell, position) is not var (symbol, overloads))
            return null;
        var signature = SymbolText.Signature(symbol, overloads);
        var about = documentation(symbol, cell.Semantics.Compilation);
        return new Inspection(
            about is null ? signature : $"{signature}\n\n{about.PlainText()}",
            about is null ? $"```csharp\n{signature}\n```" : $"```csharp\n{signature}\n```\n\n{about.Markdown()}");
    }

    private static (ISymbol Symbol, int FurtherOverloads)? Find(CellModel cell, int position)
    {
        var at = cell.Root.FindToken(position);
        var left = position > 0 ? cell.Root.FindToken(position - 1) : at;
        SyntaxToken[] near = [.. new[] { at, left }.Where(token => token.Span.IntersectsWith(position)).Distinct()];
        foreach (var token in near)
        {
            if (token.Parent is { } node && Named(cell.Semantics, token, node) is { } symbol)
                return symbol;
        }

        return Called(left, position) is { } call ? Meaning(cell.Semantics, call) : null;
    }

    private static (ISymbol, int)? Named(SemanticModel semantics, SyntaxToken token, SyntaxNode node)
    {
        if (node is SimpleNameSyntax or PredefinedTypeSyntax or ThisExpressionSyntax or BaseExpressionSyntax or ImplicitObjectCreationExpressionSyntax)
            return Meaning(semantics, Whole(node));
        return token.IsKind(SyntaxKind.IdentifierToken) && semantics.GetDeclaredSymbol(node) is { } declared ? (declared, 0) : null;
    }

    // Only the whole of a.F, and not its F, has overloads to tell of.
    private static SyntaxNode Whole(SyntaxNode name)
    {
        var node = name;
        while (node.Parent is MemberAccessExpressionSyntax member && member.Name == node || node.Parent is QualifiedNameSyntax qualified && qualified.Right == node
            || node.Parent is MemberBindingExpressionSyntax)
        {
            node = node.Parent;
        }

        return node;
    }

    // The innermost call whose parentheses are open at the position, or closed right before it.
    private static SyntaxNode? Called(SyntaxToken left, int position)
    {
        foreach (var node in left.Parent?.AncestorsAndSelf() ?? [])
        {
            if (node is BaseArgumentListSyntax { Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax } list
                && list.SpanStart < position && position <= list.Span.End)
                return list.Parent is InvocationExpressionSyntax call ? call.Expression : list.Parent;
            if (node is LambdaExpressionSyntax { Block: not null } or StatementSyntax)
                return null;
        }

        return null;
    }

    private static (ISymbol, int)? Meaning(SemanticModel semantics, SyntaxNode node)
    {
        var info = semantics.GetSymbolInfo(node);
        var group = semantics.GetMemberGroup(node);
        var overloads = group.IsEmpty ? info.CandidateSymbols : group;
        var arguments = (node as BaseObjectCreationExpressionSyntax)?.ArgumentList ?? (node as ElementAccessExpressionSyntax)?.ArgumentList
            ?? (BaseArgumentListSyntax?)(node.Parent as InvocationExpressionSyntax)?.ArgumentList;
        var symbol = info.Symbol ?? (overloads.IsEmpty ? null : Overloads.Nearest(overloads, arguments, semantics));
        return symbol is null or { Name: "" } ? null : (symbol, Math.Max(0, group.Length - 1));
    }
}
