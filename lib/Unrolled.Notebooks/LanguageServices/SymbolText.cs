using Microsoft.CodeAnalysis;

namespace Unrolled.Notebooks;

/// <summary>Symbols in words.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat Member = Format(SymbolDisplayTypeQualificationStyle.NameAndContainingTypes, SymbolDisplayMemberOptions.IncludeContainingType);

    // A type is told with its namespace, but the types within a member's signature are not: the line must stay readable.
    private static readonly SymbolDisplayFormat Type = Format(SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    // int is told as System.Int32.
    private static readonly SymbolDisplayFormat BuiltInType = Type.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    // What a cell declares is a member of the class that the script compiler wraps around it, which no reader knows.
    private static readonly SymbolDisplayFormat OfCell = Format(SymbolDisplayTypeQualificationStyle.NameOnly);

    /// <summary>The declaration in one line.</summary>
    /// <param name="symbol">Any symbol.</param>
    /// <param name="furtherOverloads">How many further methods have its name.</param>
    public static string Signature(ISymbol symbol, int furtherOverloads)
    {
        var text = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => Constructor(constructor),
            _ when IsOfCell(symbol) => symbol.ToDisplayString(OfCell),
            INamedTypeSymbol { SpecialType: not SpecialType.None } => symbol.ToDisplayString(BuiltInType),
            INamespaceOrTypeSymbol => symbol.ToDisplayString(Type),
            _ => symbol.ToDisplayString(Member),
        };
        return furtherOverloads switch
        {
            0 => text,
            1 => $"{text} (+ 1 overload)",
            _ => Invariant($"{text} (+ {furtherOverloads} overloads)"),
        };
    }

    public static CompletionKind Kind(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => CompletionKind.Method,
        IPropertySymbol => CompletionKind.Property,
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => CompletionKind.EnumMember,
        IFieldSymbol when IsOfCell(symbol) => CompletionKind.Local,
        IFieldSymbol => CompletionKind.Field,
        IEventSymbol => CompletionKind.Event,
        INamespaceSymbol => CompletionKind.Namespace,
        IParameterSymbol => CompletionKind.Parameter,
        ITypeParameterSymbol => CompletionKind.TypeParameter,
        IAliasSymbol alias => Kind(alias.Target),
        ITypeSymbol { TypeKind: TypeKind.Struct } => CompletionKind.Struct,
        ITypeSymbol { TypeKind: TypeKind.Interface } => CompletionKind.Interface,
        ITypeSymbol { TypeKind: TypeKind.Enum } => CompletionKind.Enum,
        ITypeSymbol { TypeKind: TypeKind.Delegate } => CompletionKind.Delegate,
        ITypeSymbol => CompletionKind.Class,
        _ => CompletionKind.Local,
    };

    private static string Constructor(IMethodSymbol constructor) =>
        $"new {constructor.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}({string.Join(", ", constructor.Parameters.Select(p => p.ToDisplayString(Member)))})";

    private static bool IsOfCell(ISymbol symbol) => symbol.ContainingType is { IsScriptClass: true };

    private static SymbolDisplayFormat Format(SymbolDisplayTypeQualificationStyle types, SymbolDisplayMemberOptions container = SymbolDisplayMemberOptions.None) => new(
        typeQualificationStyle: types,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue | container,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.InstanceMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);
}
