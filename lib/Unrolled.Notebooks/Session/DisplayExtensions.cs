using Unrolled.Notebooks;

// The namespace is .NET Interactive's own choice: every cell imports System, so x.Display() needs no using.
#pragma warning disable IDE0130
namespace System;
#pragma warning restore IDE0130

/// <summary>Shows a value from the end of an expression: <c>x.Display()</c>.</summary>
public static class DisplayExtensions
{
    /// <inheritdoc cref="CellFunctions.display"/>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);
}
