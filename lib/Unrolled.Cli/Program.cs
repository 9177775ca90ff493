using System.Globalization;
using System.Text;
using Spectre.Console;
using Unrolled.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;

return await CommandLine.RunAsync(args, AnsiConsole.Console).ConfigureAwait(false);
