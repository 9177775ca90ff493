using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Unrolled.Notebooks;

/// <summary>The two cultures that a cell may set.</summary>
internal sealed record Cultures(CultureInfo Culture, CultureInfo UICulture)
{
    /// <summary>Those of the calling thread.</summary>
    public static Cultures Current => new(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    /// <summary>Sets them on the calling thread.</summary>
    public void Apply() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Culture, UICulture);
}

/// <summary>Keeps the culture that a cell sets for the cells after it.</summary>
/// <remarks>
/// A cell is compiled to an async method, and such a method gives its caller's culture back when it ends. So a cell that speaks of cultures
/// gets a call at its end, where its own culture can still be seen.
/// </remarks>
internal static class CultureCapture
{
    private const string Call = "global::Unrolled.Notebooks." + nameof(CellHooks) + "." + nameof(CellHooks.End);

    /// <summary>Whether the cell, or a file that it loads, may set a culture.</summary>
    public static bool IsNeeded(CSharpCompilation cell) =>
        cell.SyntaxTrees.Any(tree => tree.ToString().Contains("Culture", StringComparison.Ordinal));

    /// <summary>The cell's code with the call.</summary>
    public static string Add(CSharpCompilation cell)
    {
        var tree = cell.SyntaxTrees[^1];
        var code = tree.ToString();
        return CellValue.LastExpression(cell) is not { } last ? $"{code}\n;{Call}();"
            : cell.GetSemanticModel(tree).GetTypeInfo(last).Type is null ? code
            : code.Insert(last.Span.End, ")").Insert(last.SpanStart, Call + "(");
    }
}
