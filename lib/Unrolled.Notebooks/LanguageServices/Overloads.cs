using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Notebooks;

/// <summary>Chooses which of several methods with one name to show.</summary>
internal static class Overloads
{
    /// <summary>The one that says most briefly what the name does: fewest parameters, and of those for every kind of number the one for double.</summary>
    public static ISymbol Simplest(IEnumerable<ISymbol> overloads) =>
        overloads.OrderBy(m => Parameters(m).Length).ThenByDescending(m => Parameters(m).Count(p => p.Type.SpecialType == SpecialType.System_Double)).First();

    /// <summary>The one that goes best with the arguments of a call that is not finished yet.</summary>
    public static ISymbol Nearest(IEnumerable<ISymbol> overloads, BaseArgumentListSyntax? call, SemanticModel semantics)
    {
        ExpressionSyntax[] arguments = [.. call?.Arguments.Select(a => a.Expression) ?? []];
        return Simplest(overloads.GroupBy(Misfits).MinBy(group => group.Key)!);

        int Misfits(ISymbol overload) => arguments.Where((argument, i) => !Takes(Parameters(overload), i, argument)).Count();

        bool Takes(ImmutableArray<IParameterSymbol> parameters, int i, ExpressionSyntax argument)
        {
            var parameter = i < parameters.Length ? parameters[i] : parameters.LastOrDefault(p => p.IsParams);
            return parameter is not null
                && (argument.IsMissing || semantics.ClassifyConversion(argument, parameter.Type).IsImplicit
                    || parameter is { IsParams: true, Type: IArrayTypeSymbol array } && semantics.ClassifyConversion(argument, array.ElementType).IsImplicit);
        }
    }

    private static ImmutableArray<IParameterSymbol> Parameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };
}
