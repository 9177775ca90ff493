using System.Net;
using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace Unrolled.Notebooks;

/// <summary>Turns a value into a MIME bundle through .NET Interactive's own formatter; one that would never end is shown as far as it goes.</summary>
internal static class ValueFormatter
{
    private const string PlainText = "text/plain";
    private const string Html = "text/html";
    private const int MostShortened = 1000;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    // A value may take most of a second of the processor. Beside other programs that is more by the clock, but not without end: it may wait for something.
    private static readonly TimeSpan MostProcessorTime = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);

    /// <summary>The bundle for a value that a cell returns or displays.</summary>
    /// <param name="value">Any value, null included.</param>
    /// <param name="mimeTypes">The types wanted; none means those that the value's type prefers, and plain text beside them,
    /// which Jupyter asks of every output so that it can be read where nothing else can be drawn.</param>
    public static MimeBundle Format(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        string[] wanted = [.. mimeTypes.Count > 0 ? mimeTypes.Distinct() : Formatter.GetPreferredMimeTypesFor(value?.GetType())];
        var beside = mimeTypes.Count == 0 && !wanted.Contains(PlainText);
        // What is shown most needs no watch.
        if (value is null or string || value.GetType().IsPrimitive)
            return InFull(value, wanted, beside);
        MimeBundle? bundle = null;
        return Watch(() => bundle = InFull(value, wanted, beside)) switch
        {
            null => bundle!,
            ValueLimitException limit => Shortened(value, wanted, limit.Message),
            var error => throw error,
        };
    }

    private static MimeBundle InFull(object? value, string[] mimeTypes, bool plainTextBeside)
    {
        if (NestedLists.IsEndless(value))
            throw new ValueLimitException(LimitedWriter.TooDeep);
        var forms = mimeTypes.ToDictionary(mimeType => mimeType, mimeType => Write(value, mimeType, new LimitedWriter()));
        if (plainTextBeside)
            forms[PlainText] = WritePlain(value);
        return new MimeBundle(forms);
    }

    // The value can be shown; that its text can't be made is no reason not to.
    private static string WritePlain(object? value)
    {
        try
        {
            return Write(value, PlainText, new LimitedWriter());
        }
        catch (Exception e) when (e is not ValueLimitException && Unwrapped(e) is not ValueLimitException)
        {
            return $"{value?.GetType().Name} (its text can't be made: {Unwrapped(e).GetType().Name})";
        }
    }

    private static MimeBundle Shortened(object value, string[] mimeTypes, string reason)
    {
        var outline = "";
        Watch(() => outline = NestedLists.Outline(value));
        var text = $"{(outline.Length is > 0 and < MostShortened ? outline : value.GetType().Name)} (not shown in full: {reason})";
        return new MimeBundle(mimeTypes.Where(type => type == Html).Append(PlainText).ToDictionary(
            mimeType => mimeType, mimeType => mimeType == Html ? $"<pre>{WebUtility.HtmlEncode(text)}</pre>" : text));
    }

    /// <summary>Runs what follows a value wherever that leads, on a thread that can be stopped.</summary>
    /// <returns>What it threw, a <see cref="ValueLimitException"/> when it took too long, or null.</returns>
    private static Exception? Watch(Action work)
    {
        var thread = new StoppableThread("value", work);
        try
        {
            var (started, used) = (Environment.TickCount64, Environment.CpuUsage.TotalTime);
            while (!thread.Join(LookEvery))
            {
                StopPoint.Reach();
                var passed = TimeSpan.FromMilliseconds(Environment.TickCount64 - started);
                if (passed > MostTime || (passed > MostProcessorTime && Environment.CpuUsage.TotalTime - used > MostProcessorTime))
                    return new ValueLimitException("it takes too long");
            }
        }
        finally
        {
            // Also when the cell is interrupted while it waits here. Not by force, which may end the process: what is left goes on until it ends.
            if (!thread.Join(TimeSpan.Zero))
            {
                thread.Stop();
                thread.Wake();
            }
        }

        StopPoint.Reach();
        // The formatter calls some of its parts by reflection, at every level of a value.
        return thread.Error is { } error ? Unwrapped(error) : null;
    }

    private static Exception Unwrapped(Exception error)
    {
        while (error is TargetInvocationException { InnerException: { } inner })
            error = inner;
        return error;
    }

    /// <summary>The package's own style sheets come with the line ends of the machine it was built on; a notebook has one kind.</summary>
    public static string WithOneLineEnd(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Write(object? value, string mimeType, LimitedWriter writer)
    {
        // The context writes its style sheet when it is disposed of.
        using (var context = new FormatContext(writer))
            Formatter.FormatTo(value, context, mimeType);
        return WithOneLineEnd(writer.ToString());
    }
}
