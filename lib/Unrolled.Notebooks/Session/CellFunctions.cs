using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Unrolled.Notebooks;

/// <summary>The functions every cell can call by their bare names, as in .NET Interactive.</summary>
#pragma warning disable IDE1006 // display is written in lower case in every C# notebook.
public static class CellFunctions
{
    /// <summary>Shows a value among the cell's outputs.</summary>
    /// <param name="value">Any value, null included.</param>
    /// <param name="mimeTypes">The MIME types wanted; none means those that suit the value.</param>
    /// <returns>A handle by which the shown value can be replaced.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue display(object? value, params string[] mimeTypes)
    {
        var displayed = new DisplayedValue(value, FormattedValue.CreateManyFromObject(value, mimeTypes));
        CellContext.Show(displayed);
        return displayed;
    }

    /// <summary>Marks text as HTML, to be returned or displayed.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
}
