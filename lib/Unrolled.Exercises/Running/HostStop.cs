namespace Unrolled.Exercises;

/// <summary>The host's own way to stop a learner's code, where it has one.</summary>
/// <remarks>
/// The course's session keeps a function under this name. It takes the calling thread, and what that starts, into a scope, and returns what ends
/// the code in the scope: cells look for it in every loop and function. Other engines have nothing there.
/// </remarks>
internal static class HostStop
{
    private const string Name = "Unrolled.EnterStopScope";

    /// <summary>Takes the calling thread into a scope of its own.</summary>
    /// <returns>What stops it; null where the host has no such thing.</returns>
    public static Action? Enter() => (AppContext.GetData(Name) as Func<Action>)?.Invoke();
}
