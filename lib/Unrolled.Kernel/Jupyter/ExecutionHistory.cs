using System.IO.Enumeration;

namespace Unrolled.Kernel.Jupyter;

/// <summary>The cells that ran since the kernel started, as <c>history_request</c> asks for them. Earlier sessions are not kept.</summary>
internal sealed class ExecutionHistory
{
    // The current session is 0 in requests; what is returned numbers sessions from 1.
    private const int Session = 1;

    private readonly List<(int Line, string Input)> _cells = [];

    /// <summary>Remembers a cell.</summary>
    public void Add(int line, string input) => _cells.Add((line, input));

    /// <summary>The content of the reply: entries of session, line and input, or of session, line, and input with output, which is never kept.</summary>
    public object Answer(JupyterMessage request)
    {
        var count = request.Integer("n", int.MaxValue);
        var chosen = request.Text("hist_access_type") switch
        {
            "tail" => _cells.TakeLast(count),
            "range" when request.Integer("session", 0) is 0 or Session =>
                _cells.Where(cell => cell.Line >= request.Integer("start", 0) && cell.Line < request.Integer("stop", int.MaxValue)),
            "search" => Search(request.Text("pattern", "*"), request.Flag("unique", false)).TakeLast(count),
            _ => [],
        };
        var withOutput = request.Flag("output", false);
        return new
        {
            status = "ok",
            history = chosen.Select(cell => new object[] { Session, cell.Line, withOutput ? new object?[] { cell.Input, null } : cell.Input }),
        };
    }

    private IEnumerable<(int Line, string Input)> Search(string pattern, bool unique)
    {
        var found = _cells.Where(cell => FileSystemName.MatchesSimpleExpression(pattern, cell.Input, ignoreCase: false));
        return unique ? found.Reverse().DistinctBy(cell => cell.Input).Reverse() : found;
    }
}
