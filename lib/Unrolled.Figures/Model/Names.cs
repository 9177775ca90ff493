using System.Text.RegularExpressions;

namespace Unrolled.Figures;

/// <summary>The names by which slides find figures and results.</summary>
internal static partial class Names
{
    /// <summary>The name itself, when it is safe in a file name, an attribute and a URL.</summary>
    public static string Checked(string name) => Pattern().IsMatch(name)
        ? name
        : throw new ArgumentException(
            $"A name is lower-case letters, digits, '.', '_' and '-', starting with a letter, such as \"demo.test_rmse\"; got \"{name}\".", nameof(name));

    [GeneratedRegex(@"\A[a-z][a-z0-9._-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
