using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Notebooks;

/// <summary>Finds the names that may stand at a position of a cell.</summary>
internal static class Completer
{
    // Written in place of the name that is being typed: code parses better with a name where one is meant, and what is typed so far may be a keyword.
    private const string Placeholder = "__name";

    private static readonly ImmutableArray<string> Keywords =
    [
        .. SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText).Where(word => word[0] != '_'),
        "async", "await", "dynamic", "file", "from", "global", "init", "nameof", "record", "required", "select", "var", "when", "where", "with", "yield",
    ];

    /// <summary>The completions.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">Where the name ends that is being typed.</param>
    /// <param name="compile">Gives the model of a changed cell.</param>
    public static Completions Complete(string code, int position, Func<string, CellModel?> compile)
    {
        var start = NameStart(code, position);
        var prefix = code[start..position];
        return new Completions(start, position, FindPlace(code, start, position, compile) is { } place ? Items(place, prefix) : []);
    }

    private static int NameStart(string code, int position)
    {
        var start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
            start--;
        return start > 0 && code[start - 1] == '@' ? start - 1 : start;
    }

    private static CompletionPlace? FindPlace(string code, int start, int position, Func<string, CellModel?> compile)
    {
        if (start < position && char.IsAsciiDigit(code[start]))
            return null;
        var (before, after) = (code[..start], code[position..]);
        if (compile(before + Placeholder + after) is not { } cell || NameAt(cell.Root, start) is not { } token)
            return null;
        if (token.Parent is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } && IsOnLineBelow(declaration.Type, token))
        {
            // Not the name of a variable whose type is the unfinished line above, but the beginning of something else.
            cell = compile($"{before};{Placeholder}{after}");
            token = cell is null ? default : NameAt(cell.Root, start + 1) ?? default;
        }

        return token.Parent is SimpleNameSyntax name ? new CompletionPlace(cell!.Semantics, name) : null;
    }

    // Within comments, strings and directives there is no such token.
    private static SyntaxToken? NameAt(SyntaxNode root, int start) =>
        root.FindToken(start) is var token && token.SpanStart == start && token.IsKind(SyntaxKind.IdentifierToken) ? token : null;

    private static bool IsOnLineBelow(TypeSyntax type, SyntaxToken name) =>
        type.GetLocation().GetLineSpan().EndLinePosition.Line < name.GetLocation().GetLineSpan().StartLinePosition.Line;

    private static ImmutableArray<Completion> Items(CompletionPlace place, string prefix)
    {
        var (symbols, takesKeywords) = place.Names();
        var names = symbols
            .Where(s => s.CanBeReferencedByName && !s.Name.StartsWith(Placeholder, StringComparison.Ordinal))
            .GroupBy(s => Written(s.Name, prefix))
            .Where(group => Fits(group.Key, prefix))
            .Select(group => (Text: group.Key, Symbols: group.Where(IsMeantToBeSeen).ToList()))
            .Where(group => group.Symbols.Count > 0)
            .Select(group => Item(group.Text, group.Symbols));
        var words = takesKeywords ? Keywords.Where(word => Fits(word, prefix)).Select(word => new Completion(word, CompletionKind.Keyword, word)) : [];
        return [.. names.Concat(words).DistinctBy(item => item.Text)
            .OrderByDescending(item => item.Text.StartsWith(prefix, StringComparison.Ordinal)).ThenBy(item => item.Text, StringComparer.Ordinal)];
    }

    // What is no method hides extension methods of its name.
    private static Completion Item(string text, List<ISymbol> symbols)
    {
        var methods = symbols.OfType<IMethodSymbol>().ToList();
        if (symbols.Find(s => s is not IMethodSymbol) is { } other)
            return new Completion(text, SymbolText.Kind(other), SymbolText.Signature(other, 0));
        return new Completion(text, CompletionKind.Method, SymbolText.Signature(Overloads.Simplest(methods), methods.Count - 1));
    }

    private static string Written(string name, string prefix) =>
        prefix.StartsWith('@') || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private static bool Fits(string text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static bool IsMeantToBeSeen(ISymbol symbol) => symbol is INamespaceSymbol space ? HasPublicType(space)
        : !symbol.GetAttributes().Any(a => a.AttributeClass is { Name: nameof(EditorBrowsableAttribute) } && a.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);

    // The class library's own assemblies have namespaces for their own use.
    private static bool HasPublicType(INamespaceSymbol space) =>
        space.GetTypeMembers().Any(t => t.DeclaredAccessibility == Accessibility.Public) || space.GetNamespaceMembers().Any(HasPublicType);
}
