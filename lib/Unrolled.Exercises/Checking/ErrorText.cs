using System.Diagnostics;

namespace Unrolled.Exercises;

/// <summary>An exception of the learner's code in one line: its type, its message, and the learner's own line.</summary>
internal static class ErrorText
{
    public static string Of(Exception error) => $"{error.GetType().Name}: {MessageOf(error)}{LineOf(error)}";

    // The innermost frame with a source file that is no assembly on the disk: a cell of the notebook.
    private static string LineOf(Exception error)
    {
        var frame = new StackTrace(error, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(f => f.GetFileName() is not null && f.GetMethod()?.Module.Assembly.Location is "");
        return frame is null ? "" : Invariant($" ({Path.GetFileName(frame.GetFileName())}, line {frame.GetFileLineNumber()})");
    }

    private static string MessageOf(Exception error)
    {
        try
        {
            return error.Message;
        }
        catch (Exception e)
        {
            return $"(its message can't be read: {e.GetType().Name})";
        }
    }
}
