using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Notebooks;

/// <summary>A place in a cell where a name may stand, and the names that may.</summary>
/// <param name="model">The cell, with a name written at the place.</param>
/// <param name="name">That name.</param>
internal sealed class CompletionPlace(SemanticModel model, SimpleNameSyntax name)
{
    /// <summary>Whether the language's words may stand here too.</summary>
    public bool TakesKeywords => name.Parent is not (MemberAccessExpressionSyntax or QualifiedNameSyntax or MemberBindingExpressionSyntax or AliasQualifiedNameSyntax)
        || (name.Parent is MemberAccessExpressionSyntax member && member.Name != name)
        || (name.Parent is QualifiedNameSyntax qualified && qualified.Right != name);

    /// <summary>The symbols that may be named here, overloads one by one.</summary>
    public IEnumerable<ISymbol> Symbols() => name.Parent switch
    {
        MemberAccessExpressionSyntax member when member.Name == name => MembersOf(member.Expression),
        QualifiedNameSyntax qualified when qualified.Right == name => MembersOf(qualified.Left),
        AliasQualifiedNameSyntax alias when alias.Name == name => MembersOf(alias.Alias),
        MemberBindingExpressionSyntax => ConditionalReceiver() is { } receiver ? InstanceMembers(receiver) : [],
        ObjectCreationExpressionSyntax creation when creation.Type == name => model.LookupNamespacesAndTypes(name.SpanStart),
        UsingDirectiveSyntax => model.LookupNamespacesAndTypes(name.SpanStart),
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment when assignment.Left == name => Settable(initializer),
        InitializerExpressionSyntax initializer => Settable(initializer).Concat(InScope()),
        _ => InScope(),
    };

    private IEnumerable<ISymbol> MembersOf(ExpressionSyntax left)
    {
        switch (model.GetSymbolInfo(left).Symbol)
        {
            case INamespaceSymbol space:
                return model.LookupNamespacesAndTypes(name.SpanStart, space);
            case ITypeSymbol type when left is not BaseExpressionSyntax and not ThisExpressionSyntax:
                return model.LookupStaticMembers(name.SpanStart, type);
            case IMethodSymbol when left is SimpleNameSyntax or MemberAccessExpressionSyntax:
                return [];
        }

        if (left is BaseExpressionSyntax)
            return model.LookupBaseMembers(name.SpanStart);
        return model.GetTypeInfo(left).Type is { TypeKind: not (TypeKind.Error or TypeKind.Dynamic) } value ? InstanceMembers(value) : [];
    }

    private IEnumerable<ISymbol> InstanceMembers(ITypeSymbol type) =>
        model.LookupSymbols(name.SpanStart, type, includeReducedExtensionMethods: true).Where(s => !s.IsStatic && s is not ITypeSymbol);

    // In a?.b the type of a, without its "or null".
    private ITypeSymbol? ConditionalReceiver()
    {
        var access = name.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(a => a.WhenNotNull.Span.Contains(name.Span));
        var type = access is null ? null : model.GetTypeInfo(access.Expression).Type;
        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
    }

    private IEnumerable<ISymbol> InScope() => model.LookupSymbols(name.SpanStart).Where(IsDeclaredBefore).Where(s => !IsMemberOfEveryObject(s));

    private IEnumerable<ISymbol> Settable(InitializerExpressionSyntax initializer)
    {
        var type = initializer.Parent is WithExpressionSyntax with ? model.GetTypeInfo(with.Expression).Type
            : initializer.Parent is ExpressionSyntax creation ? model.GetTypeInfo(creation).Type
            : null;
        return type is null or IArrayTypeSymbol ? [] : model.LookupSymbols(name.SpanStart, type)
            .Where(s => s is IPropertySymbol { IsStatic: false, IsIndexer: false } or IFieldSymbol { IsStatic: false, IsReadOnly: false });
    }

    private bool IsDeclaredBefore(ISymbol symbol) =>
        symbol is not ILocalSymbol || symbol.DeclaringSyntaxReferences.All(r => r.SyntaxTree != name.SyntaxTree || r.Span.Start < name.SpanStart);

    // The class around a script inherits ToString and its kin, but has no meaning of its own that they could tell.
    private static bool IsMemberOfEveryObject(ISymbol symbol) => symbol is IMethodSymbol { ContainingType.SpecialType: SpecialType.System_Object };
}
