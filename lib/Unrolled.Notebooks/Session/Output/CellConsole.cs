using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Unrolled.Notebooks;

/// <summary>The console that cells write to: text goes to the outputs.</summary>
internal sealed class CellConsole(string stream, CellOutputs outputs) : TextWriter(CultureInfo.InvariantCulture)
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    // Numbers look as the culture of the cell has them, which the cell may change.

    /// <inheritdoc/>
    public override IFormatProvider FormatProvider => CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    [AllowNull]
    public override string NewLine
    {
        get => "\n";
        set => throw new NotSupportedException("A notebook's lines end with \\n; the console's NewLine can't be changed.");
    }

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => outputs.Write(stream, buffer);

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc/>
    public override void WriteLine(ReadOnlySpan<char> buffer) => Write(string.Concat(buffer, "\n"));
}
