using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Notebooks;

/// <summary>Finds code that the compiler would follow so deeply that the stack, and with it the process, might come to its end.</summary>
internal static class Nesting
{
    private const int MostBrackets = 500;
    private const int MostNodes = 1000;
    private const int MostInferred = 1000;

    /// <summary>Whether the brackets alone are too many for the parser, which guards its recursion in most places but not in types, patterns and interpolated strings.</summary>
    public static bool IsTooDeepToParse(string code)
    {
        var (brackets, angles) = (0, 0);
        foreach (var c in code)
        {
            switch (c)
            {
                case '(' or '[' or '{':
                    brackets++;
                    break;
                case ')' or ']' or '}':
                    brackets = Math.Max(0, brackets - 1);
                    break;
                case '<':
                    angles++;
                    break;
                case '>':
                    angles = Math.Max(0, angles - 1);
                    break;
                case ';':
                    // Most of them compare: no list of type arguments goes on behind a statement.
                    angles = 0;
                    break;
            }

            if (brackets > MostBrackets || angles > MostBrackets)
                return true;
        }

        return false;
    }

    /// <summary>Whether the tree is too deep to bind, or so many variables take their types from one another that it comes to the same.</summary>
    public static bool IsTooDeepToBind(CompilationUnitSyntax root)
    {
        if (root.Members.OfType<FieldDeclarationSyntax>().Count(field => field.Declaration.Type.IsVar) > MostInferred)
            return true;
        var open = new Stack<(SyntaxNode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Depth > MostNodes)
                return true;
            foreach (var child in at.Node.ChildNodes())
                open.Push((child, at.Depth + 1));
        }

        return false;
    }
}
