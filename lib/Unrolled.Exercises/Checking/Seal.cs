using System.Security.Cryptography;
using System.Text;

namespace Unrolled.Exercises;

/// <summary>Tells every verdict of this session to who runs other people's notebooks, marked as given by a check of this library.</summary>
/// <remarks>
/// What a cell shows can't do that: a verdict may be shown or not, and anything can be displayed in the form of one. Only checks can seal a verdict,
/// with a key that the grader sets before the notebook's first cell and that no function gives away. Code that reaches into this class by
/// reflection can read it: a seal stops the easy ways only.
/// </remarks>
public static class Seal
{
    private static Listener? _listener;

    /// <summary>From here on every verdict is told.</summary>
    /// <param name="key">Known to nobody but who grades.</param>
    /// <param name="tell">Takes a verdict as <see cref="Feedback.VerdictMimeType"/> has it, with its seal. Called on the thread of the check.</param>
    /// <exception cref="InvalidOperationException">Somebody listens already.</exception>
    public static void SetKey(string key, Action<string> tell)
    {
        ArgumentNullException.ThrowIfNull(tell);
        if (Interlocked.CompareExchange(ref _listener, new Listener(key, tell), null) is not null)
            throw new InvalidOperationException("The key of this session's seals is set already.");
    }

    /// <summary>The seal of a verdict under a key.</summary>
    public static string Of(string key, string id, string outcome, string? diagnosis) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{id}\n{outcome}\n{diagnosis}")));

    /// <summary>Tells the outcome of a learner's check, if anybody listens.</summary>
    internal static void Tell(Feedback feedback)
    {
        if (_listener is { } listener)
            listener.Tell(VerdictJson.Of(feedback, (id, outcome, diagnosis) => Of(listener.Key, id, outcome, diagnosis)));
    }

    private sealed record Listener(string Key, Action<string> Tell);
}
