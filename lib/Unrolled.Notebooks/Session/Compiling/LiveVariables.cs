using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Notebooks;

/// <summary>
/// Lets go of variables that no later cell can name, because a cell declared the name again: a cell that is run ten times must not hold
/// ten copies of its data.
/// </summary>
/// <remarks>
/// A cell's instance is dropped once all its names are superseded; whatever still refers to it, such as a function in another cell, keeps it
/// alive. While some of its names are left, a superseded variable of it is set to its default, unless the name stands in some function,
/// lambda or query, which may still read it.
/// </remarks>
internal sealed class LiveVariables
{
    private readonly List<Cell> _cells = [];
    private readonly HashSet<string> _namesInFunctions = [];

    /// <summary>Takes note of a cell that has run.</summary>
    /// <param name="compilation">What the compiler knows of it.</param>
    /// <param name="slot">Its place in the array of instances.</param>
    /// <param name="states">The array, in which instances that nobody needs are replaced by null.</param>
    public void Add(CSharpCompilation compilation, int slot, object?[] states)
    {
        foreach (var tree in compilation.SyntaxTrees)
            _namesInFunctions.UnionWith(NamesInFunctions(tree.GetCompilationUnitRoot()));
        var added = Names(compilation);
        foreach (var cell in _cells)
        {
            foreach (var name in cell.Names.Where(name => added.Any(later => Hides(later, name))).ToList())
            {
                cell.Names.Remove(name);
                if (name.Parameters is null && !_namesInFunctions.Contains(name.Name))
                    Clear(states[cell.Slot]!, name.Name);
            }
        }

        _cells.Add(new Cell(slot, added));
        foreach (var cell in _cells.Where(cell => cell.Names.Count == 0))
            states[cell.Slot] = null;
        _cells.RemoveAll(cell => cell.Names.Count == 0);
    }

    // A method hides methods of the same parameters only: the others are still overloads of its name.
    private static bool Hides(Member later, Member earlier) =>
        later.Name == earlier.Name && (later.Parameters is null || earlier.Parameters is null || later.Parameters == earlier.Parameters);

    private static HashSet<Member> Names(CSharpCompilation compilation) =>
        [.. compilation.ScriptClass!.GetMembers()
            .Where(member => member is { CanBeReferencedByName: true, IsImplicitlyDeclared: false, IsStatic: false } and not INamedTypeSymbol)
            .Select(member => new Member(member.Name, member is IMethodSymbol method ? string.Join(", ", method.Parameters.Select(p => p.Type.ToDisplayString())) : null))];

    private static IEnumerable<string> NamesInFunctions(CompilationUnitSyntax root) =>
        root.DescendantNodes(node => !IsFunction(node)).Where(IsFunction)
            .SelectMany(function => function.DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);

    private static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax;

    private static void Clear(object instance, string name) =>
        instance.GetType().GetField(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?.SetValue(instance, null);

    private sealed record Cell(int Slot, HashSet<Member> Names);

    private sealed record Member(string Name, string? Parameters);
}
