using System.Text.RegularExpressions;

namespace Unrolled.Figures;

/// <summary>The names by which slides find figures and results.</summary>
internal static partial class Names
{
    /// <summary>The name itself, when it is safe in a file name, an attribute and a URL.</summary>
    public static string Checked(string name) => Pattern().IsMatch(name)
        ? name
        : throw new ArgumentException(
            $"A name is a letter, then letters, digits, '.', '_' or '-', all lower case, such as 'demo.rmse'; got '{name}'.", nameof(name));

    [GeneratedRegex(@"\A[a-z][a-z0-9._-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
