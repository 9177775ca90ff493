using Microsoft.DotNet.Interactive.Formatting;
using Unrolled.Notebooks;

// The namespace is .NET Interactive's own choice: every cell imports System, so x.Display() needs no using.
#pragma warning disable IDE0130
namespace System;
#pragma warning restore IDE0130

/// <summary>Shows a value from the end of an expression: <c>x.Display()</c>.</summary>
/// <remarks>
/// The formatter's package has <c>Display(this object, params string[])</c> too, but returns another handle than the one it shows, so that
/// <see cref="DisplayedValue.Update"/> finds nothing to replace. A cell's call binds to these two: the compiler prefers a method that needs
/// no array for the call, and of two that need one that with more parameters.
/// </remarks>
public static class CellDisplayExtensions
{
    /// <summary>Shows a value among the cell's outputs.</summary>
    /// <inheritdoc cref="CellFunctions.display"/>
    public static DisplayedValue Display(this object? value) => CellFunctions.display(value);

    /// <summary>Shows a value among the cell's outputs.</summary>
    /// <param name="value">Any value, null included.</param>
    /// <param name="mimeType">A MIME type wanted.</param>
    /// <param name="more">Further ones.</param>
    /// <inheritdoc cref="CellFunctions.display"/>
    public static DisplayedValue Display(this object? value, string mimeType, params string[] more) => CellFunctions.display(value, [mimeType, .. more]);
}
