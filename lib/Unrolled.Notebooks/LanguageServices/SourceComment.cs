using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Unrolled.Notebooks;

/// <summary>The documentation comment that stands before a declaration in a cell.</summary>
internal static partial class SourceComment
{
    /// <summary>The comment, or null if there is none or it is not well-formed.</summary>
    public static XElement? Of(ISymbol symbol)
    {
        var declaration = symbol.DeclaringSyntaxReferences[0].GetSyntax();
        // The comment stands before the whole statement, not before a variable's name.
        var statement = declaration.AncestorsAndSelf().First(n => n.Parent is null || n.HasLeadingTrivia && n.GetFirstToken() != n.Parent.GetFirstToken() || n.Parent.Parent is null);
        var lines = CommentLine().Matches(statement.GetLeadingTrivia().ToFullString());
        if (lines.Count == 0)
            return null;
        try
        {
            return XElement.Parse($"<member>{string.Join('\n', lines.Select(line => line.Groups["text"].Value))}</member>");
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // Scripts are parsed without documentation comments, so that these are comments like all others.
    [GeneratedRegex(@"^[ \t]*///[ ]?(?<text>[^\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex CommentLine();
}
