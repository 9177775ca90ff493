using Spectre.Console;

namespace Unrolled.Cli;

/// <summary>How the commands speak.</summary>
internal static class ConsoleExtensions
{
    public static void Error(this IAnsiConsole console, string message) => console.Line("red", message);

    public static void Hint(this IAnsiConsole console, string message) => console.Line("grey", message);

    // Written as text, not markup, and in one piece: notebook code is full of square brackets, and a wrapped path can't be copied.
    private static void Line(this IAnsiConsole console, string colour, string message) =>
        console.Write(new Text(message + "\n", Style.Parse(colour)) { Overflow = Overflow.Fold });
}
