using Unrolled.Notebooks;

namespace Unrolled.Kernel.Jupyter;

/// <summary>Requests about code that is not run: <c>complete_request</c>, <c>inspect_request</c> and <c>is_complete_request</c>.</summary>
internal static class LanguageRequests
{
    public static object Complete(CSharpSession session, JupyterMessage request)
    {
        var code = request.Text("code");
        var completions = session.Complete(code, CodePoints.ToUtf16(code, request.Integer("cursor_pos", int.MaxValue)));
        var (start, end) = (CodePoints.FromUtf16(code, completions.Start), CodePoints.FromUtf16(code, completions.End));
        return new
        {
            status = "ok",
            matches = completions.Items.Select(item => item.Text),
            cursor_start = start,
            cursor_end = end,
            // What JupyterLab shows beside each: experimental in the protocol, but everywhere.
            metadata = new
            {
                _jupyter_types_experimental = completions.Items.Select(item =>
                    new { start, end, text = item.Text, type = item.Kind.ToString().ToLowerInvariant(), signature = item.Signature }),
            },
        };
    }

    public static object Inspect(CSharpSession session, JupyterMessage request)
    {
        var code = request.Text("code");
        var found = session.Inspect(code, CodePoints.ToUtf16(code, request.Integer("cursor_pos", int.MaxValue)));
        return new
        {
            status = "ok",
            found = found is not null,
            data = found is null ? new Dictionary<string, string>() : new() { ["text/plain"] = found.Text, ["text/markdown"] = found.Markdown },
            metadata = new { },
        };
    }

    public static object IsComplete(CSharpSession session, JupyterMessage request)
    {
        var answer = session.IsComplete(request.Text("code"));
        return new { status = answer.Status.ToString().ToLowerInvariant(), indent = answer.Indent };
    }
}
