using System.ComponentModel;

namespace Unrolled.Notebooks;

/// <summary>Where a cell's own code can be stopped. The session adds it to loops and functions; nothing to be called by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StopPoint
{
#pragma warning disable CA2211 // A field that all can see, because every round of every loop reads it, in code that is not optimised yet.
    /// <summary>True while something is to stop, if not the code that asks.</summary>
    public static volatile bool IsAhead;
#pragma warning restore CA2211

    /// <exception cref="StoppedException">The calling code is to stop.</exception>
    public static void Reach()
    {
        if (StopScope.Current?.IsStopped == true)
            throw new StoppedException();
    }
}

/// <summary>A cell's code met a <see cref="StopPoint"/> after the cell had been interrupted.</summary>
public sealed class StoppedException() : OperationCanceledException("The cell was interrupted.");

/// <summary>What is stopped as a whole: a thread, and all tasks and threads that its code starts.</summary>
/// <param name="parent">Stops this one too.</param>
internal sealed class StopScope(StopScope? parent)
{
    /// <summary>The name under which libraries that a cell calls find <see cref="EnterNew"/> in <see cref="AppContext"/>, without knowing this session.</summary>
    public const string EnterName = "Unrolled.EnterStopScope";

    private static readonly AsyncLocal<StopScope?> Entered = new();
    private volatile bool _stopped;

    /// <summary>That of the calling code; null where nothing can stop it.</summary>
    public static StopScope? Current => Entered.Value;

    /// <summary>Whether the code in it is to end.</summary>
    public bool IsStopped => _stopped || parent?.IsStopped == true;

    /// <summary>Puts the calling code into it, and all that this code starts from now on.</summary>
    public void Enter() => Entered.Value = this;

    /// <summary>Takes the calling code into a new one within its own.</summary>
    /// <returns>What stops it.</returns>
    public static Action EnterNew()
    {
        var scope = new StopScope(Current);
        scope.Enter();
        return scope.Stop;
    }

    /// <summary>Ends the code in it, at its next stop point.</summary>
    public void Stop()
    {
        _stopped = true;
        StopPoint.IsAhead = true;
    }
}
