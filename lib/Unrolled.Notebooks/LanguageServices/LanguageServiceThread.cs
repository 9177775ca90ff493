using System.Runtime.ExceptionServices;

namespace Unrolled.Notebooks;

/// <summary>Answers a question on a thread with a deep stack, whatever the caller's is: code that is being written can be nested in any way.</summary>
internal static class LanguageServiceThread
{
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>The answer, or <paramref name="none"/> if the compiler gives up.</summary>
    public static T Ask<T>(Func<T> question, T none)
    {
        var answer = none;
        ExceptionDispatchInfo? error = null;
        var thread = new Thread(() =>
        {
            try
            {
                answer = question();
            }
            catch (Exception e) when (e is InsufficientExecutionStackException || e.Source?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true)
            {
                // The compiler sometimes fails on code that nobody has finished. Who is typing asked for help, not for its errors.
            }
            catch (Exception e)
            {
                error = ExceptionDispatchInfo.Capture(e);
            }
        }, StackBytes)
        {
            IsBackground = true,
            Name = "question",
        };
        thread.Start();
        thread.Join();
        error?.Throw();
        return answer;
    }
}
