namespace Unrolled.Notebooks;

/// <summary>The console that cells read from: a line is asked of the user, where the front end can ask.</summary>
internal sealed class CellInput(CellOutputs outputs) : TextReader
{
    private string? _line;
    private int _position;

    /// <exception cref="InvalidOperationException">Nobody can be asked here.</exception>
    public override string? ReadLine()
    {
        if (_line is null)
            return Ask(outputs, new InputQuestion(""), "Console.ReadLine");
        var rest = _line[_position..];
        _line = null;
        return rest.TrimEnd('\n');
    }

    /// <exception cref="InvalidOperationException">Nobody can be asked here.</exception>
    public override int Peek()
    {
        if (_line is null)
        {
            if (Ask(outputs, new InputQuestion(""), "Console.Read") is not { } line)
                return -1;
            (_line, _position) = (line + "\n", 0);
        }

        return _line[_position];
    }

    /// <exception cref="InvalidOperationException">Nobody can be asked here.</exception>
    public override int Read()
    {
        var next = Peek();
        if (next >= 0 && ++_position == _line!.Length)
            _line = null;
        return next;
    }

    /// <summary>Asks a question of the cell that is calling.</summary>
    /// <returns>The answer; null when the user gave none.</returns>
    /// <exception cref="InvalidOperationException">Nobody can be asked here; the message names the cell.</exception>
    public static string? Ask(CellOutputs? outputs, InputQuestion question, string function)
    {
        var cell = CellContext.Current ?? outputs?.Running;
        if (cell is not { Ask: { } ask, Ended: false })
            throw new InvalidOperationException(
                $"{cell?.Label ?? "A cell that has ended"} asks for input ({function}), but here nobody can answer. "
                + "Run the notebook in VS Code or Jupyter, or write the value into the cell.");
        // The user should see what the cell has printed before.
        cell.Flush();
        return ask(question);
    }
}
