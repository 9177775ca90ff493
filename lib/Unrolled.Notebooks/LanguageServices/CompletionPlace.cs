using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Notebooks;

/// <summary>A place in a cell where a name may stand, and the names that may.</summary>
/// <param name="model">The cell, with a name written at the place.</param>
/// <param name="name">That name.</param>
internal sealed class CompletionPlace(SemanticModel model, SimpleNameSyntax name)
{
    private int Position => name.SpanStart;

    /// <summary>The symbols that may be named here, overloads one by one, and whether the language's words may stand here too.</summary>
    public (IEnumerable<ISymbol> Symbols, bool TakesKeywords) Names() => name.Parent switch
    {
        MemberAccessExpressionSyntax member when member.Name == name => (MembersOf(member.Expression), false),
        QualifiedNameSyntax qualified when qualified.Right == name => (MembersOf(qualified.Left), false),
        AliasQualifiedNameSyntax alias when alias.Name == name => (MembersOf(alias.Alias), false),
        MemberBindingExpressionSyntax => (ConditionalReceiver() is { } receiver ? InstanceMembers(receiver) : [], false),
        ObjectCreationExpressionSyntax creation when creation.Type == name => (model.LookupNamespacesAndTypes(Position).Where(s => s is not INamedTypeSymbol { IsStatic: true }), true),
        UsingDirectiveSyntax => (model.LookupNamespacesAndTypes(Position), true),
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment when assignment.Left == name => (Settable(initializer), false),
        InitializerExpressionSyntax initializer when !IsCollection(initializer) => (Settable(initializer), false),
        ConstantPatternSyntax { Parent: SubpatternSyntax { Parent: PropertyPatternClauseSyntax { Parent: RecursivePatternSyntax pattern } } } => (DataOf(model.GetTypeInfo(pattern).Type), false),
        NameColonSyntax { Parent: SubpatternSyntax { Parent: PropertyPatternClauseSyntax { Parent: RecursivePatternSyntax pattern } } } => (DataOf(model.GetTypeInfo(pattern).Type), false),
        _ => (InScope(), true),
    };

    private IEnumerable<ISymbol> MembersOf(ExpressionSyntax left)
    {
        if (left is BaseExpressionSyntax)
            return model.LookupBaseMembers(Position);
        return model.GetSymbolInfo(left).Symbol switch
        {
            INamespaceSymbol space => model.LookupNamespacesAndTypes(Position, space),
            INamedTypeSymbol { TypeKind: TypeKind.Enum } type => type.GetMembers().OfType<IFieldSymbol>(),
            ITypeSymbol type when left is not ThisExpressionSyntax => model.LookupStaticMembers(Position, type).Where(s => !IsMemberOfEveryObject(s)),
            IMethodSymbol when left is SimpleNameSyntax or MemberAccessExpressionSyntax => [],
            _ => model.GetTypeInfo(left).Type is { TypeKind: not (TypeKind.Error or TypeKind.Dynamic) } type ? InstanceMembers(type) : [],
        };
    }

    private IEnumerable<ISymbol> InstanceMembers(ITypeSymbol type) =>
        model.LookupSymbols(Position, type, includeReducedExtensionMethods: true)
            .Where(s => !s.IsStatic && s is not ITypeSymbol && !(s.Name == WellKnownMemberNames.DestructorName && IsMemberOfEveryObject(s)));

    // In a?.b the type of a, without its "or null".
    private ITypeSymbol? ConditionalReceiver()
    {
        var access = name.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(a => a.WhenNotNull.Span.Contains(name.Span));
        var type = access is null ? null : model.GetTypeInfo(access.Expression).Type;
        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
    }

    private IEnumerable<ISymbol> InScope() => model.LookupSymbols(Position).Where(IsDeclaredBefore).Where(s => !IsMemberOfEveryObject(s));

    private IEnumerable<ISymbol> Settable(InitializerExpressionSyntax initializer) =>
        DataOf(CreatedType(initializer)).Where(s => s is not (IPropertySymbol { SetMethod: null } or IFieldSymbol { IsReadOnly: true }));

    private IEnumerable<ISymbol> DataOf(ITypeSymbol? type) =>
        type is null ? [] : model.LookupSymbols(Position, type).Where(s => s is IPropertySymbol { IsStatic: false, IsIndexer: false } or IFieldSymbol { IsStatic: false });

    private bool IsCollection(InitializerExpressionSyntax initializer) =>
        initializer.IsKind(SyntaxKind.ArrayInitializerExpression)
        || CreatedType(initializer)?.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable) != false;

    private ITypeSymbol? CreatedType(InitializerExpressionSyntax initializer) => initializer.Parent switch
    {
        WithExpressionSyntax with => model.GetTypeInfo(with.Expression).Type,
        ExpressionSyntax creation => model.GetTypeInfo(creation).Type,
        _ => null,
    };

    private bool IsDeclaredBefore(ISymbol symbol) =>
        symbol is not ILocalSymbol || symbol.DeclaringSyntaxReferences.All(r => r.SyntaxTree != name.SyntaxTree || r.Span.Start < Position);

    // The class around a script inherits ToString and its kin, as every type has Equals; neither tells anything of its own.
    private static bool IsMemberOfEveryObject(ISymbol symbol) => symbol is IMethodSymbol { ContainingType.SpecialType: SpecialType.System_Object };
}
