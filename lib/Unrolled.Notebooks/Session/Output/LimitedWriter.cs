using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Unrolled.Notebooks;

/// <summary>Takes the text of a value as long as the value is not nested without end.</summary>
internal sealed class LimitedWriter() : TextWriter(CultureInfo.InvariantCulture)
{
    // A hundred levels. Not what the stack holds: each level wraps an exception that passes it in another, and that takes far more room.
    private const nuint MostStack = 192 * 1024;

    /// <summary>Why a value is not shown in full.</summary>
    public const string TooDeep = "it is nested too deeply";

    private readonly StringBuilder _text = new();
    private readonly nuint _begin = StackPlace();

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <exception cref="ValueLimitException">The value is nested too deeply.</exception>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        // A formatter that follows a value into itself writes on its way. Else the stack would end, and with it the process.
        if (_begin - StackPlace() > MostStack && StackPlace() < _begin)
            throw new ValueLimitException(TooDeep);
        _text.Append(buffer);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe nuint StackPlace()
    {
        byte here;
        return (nuint)(&here);
    }
}

/// <summary>A value can't be shown in full; the message says why.</summary>
internal sealed class ValueLimitException(string message) : Exception(message);
