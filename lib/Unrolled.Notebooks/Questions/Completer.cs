using System.Collections.Immutable;
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
        if (compile($"{code.AsSpan(0, start)}{Placeholder}{code.AsSpan(position)}") is not { } model)
            return null;
        // Within comments, strings and directives there is no such token.
        var token = model.Root.FindToken(start);
        return token.SpanStart == start && token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax name
            ? new CompletionPlace(model.Semantics, name) : null;
    }

    private static ImmutableArray<Completion> Items(CompletionPlace place, string prefix)
    {
        var names = place.Symbols()
            .Where(s => s.CanBeReferencedByName && !s.Name.StartsWith(Placeholder, StringComparison.Ordinal))
            .GroupBy(s => Written(s.Name, prefix))
            .Where(group => Fits(group.Key, prefix))
            .Select(group => Item(group.Key, [.. group.Where(IsMeantToBeSeen)]))
            .OfType<Completion>();
        var words = place.TakesKeywords ? Keywords.Where(word => Fits(word, prefix)).Select(word => new Completion(word, CompletionKind.Keyword, word)) : [];
        return [.. names.Concat(words).DistinctBy(item => item.Text)
            .OrderByDescending(item => item.Text.StartsWith(prefix, StringComparison.Ordinal)).ThenBy(item => item.Text, StringComparer.Ordinal)];
    }

    private static Completion? Item(string text, ISymbol[] symbols) =>
        symbols.Length == 0 ? null
        : new Completion(text, SymbolText.Kind(symbols[0]), SymbolText.Signature(symbols[0], symbols.Count(s => s is IMethodSymbol && symbols[0] is IMethodSymbol) is > 1 and var n ? n - 1 : 0));

    private static string Written(string name, string prefix) =>
        prefix.StartsWith('@') || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private static bool Fits(string text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static bool IsMeantToBeSeen(ISymbol symbol) => !symbol.GetAttributes().Any(a =>
        a.AttributeClass is { Name: "EditorBrowsableAttribute" } && a.ConstructorArguments is [{ Value: (int)System.ComponentModel.EditorBrowsableState.Never }]);
}
