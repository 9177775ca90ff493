namespace Unrolled.Notebooks;

/// <summary>Holds the process's console for the cells. A cell may set it to something else, but each begins with the session's.</summary>
internal sealed class SessionConsole : IDisposable
{
    private readonly (TextWriter Out, TextWriter Error, TextReader In) _before = (Console.Out, Console.Error, Console.In);
    private readonly TextWriter _out;
    private readonly TextWriter _error;
    private readonly TextReader _in;

    public SessionConsole(CellOutputs outputs)
    {
        _out = TextWriter.Synchronized(new CellConsole("stdout", outputs));
        _error = TextWriter.Synchronized(new CellConsole("stderr", outputs));
        _in = new CellInput(outputs);
        Take();
    }

    /// <summary>Sets the console to the session's.</summary>
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
