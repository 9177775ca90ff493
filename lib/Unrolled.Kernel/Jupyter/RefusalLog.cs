namespace Unrolled.Kernel.Jupyter;

/// <summary>Tells on standard error what was not answered: a few lines for whoever looks for a mistake, not one for each of a million.</summary>
/// <param name="error">Standard error.</param>
internal sealed class RefusalLog(TextWriter error)
{
    private const int MaxLines = 10;

    private int _told;

    public void Tell(string reason)
    {
        if (Interlocked.Increment(ref _told) is var number and <= MaxLines)
            error.WriteLine($"A message was not answered. {reason}{(number == MaxLines ? " Further ones are not told." : "")}");
    }
}
