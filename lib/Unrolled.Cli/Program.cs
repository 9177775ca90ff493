using System.Globalization;
using System.Text;
using Spectre.Console;
using Unrolled.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;

// A file or a pipe gets plain text, whatever terminal stands behind it.
var console = AnsiConsole.Create(new AnsiConsoleSettings
{
    Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
    ColorSystem = Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
});
if (Console.IsOutputRedirected)
    console.Profile.Width = 1000; // No window ends there: a message stays one line, a path whole.
return await CommandLine.RunAsync(args, console).ConfigureAwait(false);
