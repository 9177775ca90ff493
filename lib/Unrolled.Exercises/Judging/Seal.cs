using System.Security.Cryptography;
using System.Text;

namespace Unrolled.Exercises;

/// <summary>Marks feedback as given by a check of this library, for who runs other people's notebooks.</summary>
/// <remarks>
/// A cell can display anything in the form of a verdict. Only checks can seal one, with a key that the grader sets before the notebook's first
/// cell and that no function gives away. Code that reaches into this class by reflection can read it: a seal stops the easy ways only.
/// </remarks>
public static class Seal
{
    private static byte[]? _key;

    /// <summary>From here on every verdict carries a seal.</summary>
    /// <param name="key">Known to nobody but who grades.</param>
    /// <exception cref="InvalidOperationException">A key is set already.</exception>
    public static void SetKey(string key)
    {
        if (Interlocked.CompareExchange(ref _key, Encoding.UTF8.GetBytes(key), null) is not null)
            throw new InvalidOperationException("The key of this session's seals is set already.");
    }

    /// <summary>The seal of a verdict under a key.</summary>
    public static string Of(string key, string id, string outcome, string? diagnosis) => Of(Encoding.UTF8.GetBytes(key), id, outcome, diagnosis);

    /// <summary>The seal under the session's key; null if there is none.</summary>
    internal static string? Of(string id, string outcome, string? diagnosis) => _key is { } key ? Of(key, id, outcome, diagnosis) : null;

    private static string Of(byte[] key, string id, string outcome, string? diagnosis) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}\n{outcome}\n{diagnosis}")));
}
