namespace Unrolled.Notebooks;

/// <summary>Holds the process's console for the cells. A cell may set it to something else, but each begins with the session's.</summary>
internal sealed class SessionConsole : IDisposable
{
    private readonly (TextWriter Out, TextWriter Error, TextReader In) _before = (Console.Out, Console.Error, Console.In);
    private readonly CellConsole _out;
    private readonly CellConsole _error;
    private readonly CellInput _in;

    public SessionConsole(CellOutputs outputs)
    {
        _out = new CellConsole("stdout", outputs);
        _error = new CellConsole("stderr", outputs);
        _in = new CellInput(outputs);
        Take();
    }

    /// <summary>Sets the console to the session's.</summary>
    /// <remarks>Each call puts new locks around it, as Console does. One that a thread held when it was interrupted would never be free again.</remarks>
    public void Take()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
        Console.SetIn(_in);
    }

    /// <summary>Sets it to what it was before the session.</summary>
    public void Dispose()
    {
        Console.SetOut(_before.Out);
        Console.SetError(_before.Error);
        Console.SetIn(_before.In);
    }
}
