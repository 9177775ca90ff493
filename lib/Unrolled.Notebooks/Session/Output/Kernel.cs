using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;
using Unrolled.Notebooks;

// The namespace and the name are .NET Interactive's own choice, so that cells which name it run in both.
#pragma warning disable IDE0130
namespace Microsoft.DotNet.Interactive;
#pragma warning restore IDE0130

/// <summary>What cells find in .NET Interactive's class of this name, as far as this session has it.</summary>
#pragma warning disable IDE1006 // display is written in lower case in every C# notebook.
public static class Kernel
{
    /// <inheritdoc cref="CellFunctions.display"/>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => CellFunctions.display(value, mimeTypes);

    /// <inheritdoc cref="CellFunctions.HTML"/>
    public static IHtmlContent HTML(string content) => CellFunctions.HTML(content);

    /// <summary>Asks for a line of text.</summary>
    /// <param name="prompt">What to show.</param>
    /// <param name="typeHint">Taken for .NET Interactive's sake; every answer is text.</param>
    /// <returns>The answer; null when the user gave none.</returns>
    /// <exception cref="InvalidOperationException">Nobody can be asked here.</exception>
    public static Task<string?> GetInputAsync(string prompt = "", string typeHint = "text") =>
        Task.FromResult(CellInput.Ask(null, new InputQuestion(prompt, typeHint == "password"), "Kernel.GetInputAsync"));

    /// <summary>Asks for a line of text that is not seen while it is typed.</summary>
    /// <param name="prompt">What to show.</param>
    /// <returns>The answer; null when the user gave none.</returns>
    /// <exception cref="InvalidOperationException">Nobody can be asked here.</exception>
    public static Task<string?> GetPasswordAsync(string prompt = "") => GetInputAsync(prompt, "password");
}
