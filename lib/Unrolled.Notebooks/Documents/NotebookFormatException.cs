namespace Unrolled.Notebooks;

/// <summary>A file is not a notebook this library can read. The message names the file, what was expected, what came and the next step.</summary>
public sealed class NotebookFormatException : Exception
{
    internal NotebookFormatException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
