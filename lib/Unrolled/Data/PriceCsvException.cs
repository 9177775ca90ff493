namespace Unrolled.Data;

/// <summary>
/// A price file that can't be used as a whole. The message names the file, what was expected, what came, and the next step.
/// </summary>
public sealed class PriceCsvException : Exception
{
    /// <summary>Makes the exception from its parts.</summary>
    /// <param name="path">The file, as it was asked for.</param>
    /// <param name="problem">What was expected and what came.</param>
    /// <param name="nextStep">What the reader can do about it.</param>
    /// <param name="inner">The error of the system, if there was one.</param>
    public PriceCsvException(string path, string problem, string nextStep, Exception? inner = null)
        : base($"Can't load prices from '{path}': {problem} {nextStep}", inner)
    {
    }
}
