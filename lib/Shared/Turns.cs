namespace Unrolled;

/// <summary>Patience with another thread, counted in turns and not by the clock: on a busy machine a turn takes longer, for it as for the one that waits.</summary>
internal static class Turns
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(10);

    // Some 4 ms of work. A thread that only slept would be woken on time by a busy machine, while others wait for their turn.
    private const int Spins = 100_000;

    /// <summary>Waits until something has ended.</summary>
    /// <param name="turns">How many turns it may take, of about 14 ms each on a quiet machine.</param>
    /// <param name="ended">Waits as long as it is told and says whether it has ended.</param>
    /// <returns>Whether it has ended.</returns>
    public static bool Wait(int turns, Func<TimeSpan, bool> ended)
    {
        for (; turns > 0; turns--)
        {
            if (ended(Rest))
                return true;
            Thread.SpinWait(Spins);
        }

        return false;
    }
}
