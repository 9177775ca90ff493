using System.Globalization;
using System.Runtime.ExceptionServices;
using Unrolled.Kernel;

if (args.Length > 0)
{
    Console.Error.WriteLine("""
        Unrolled.Kernel runs the cells of a notebook. It is started by the course's commands, not by hand:
        it takes no arguments and speaks JSON lines on standard input and output (see WorkerProtocol).
        """);
    return 2;
}

// A notebook shows the same text wherever it runs.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
// Ctrl+C in a terminal reaches every process of its group; whether a cell is interrupted is for the front end to say.
Console.CancelKeyPress += (_, e) => e.Cancel = true;

var output = Console.OpenStandardOutput();
// Standard output is the protocol's. What is printed outside any cell goes where nobody mistakes it for a message.
Console.SetOut(Console.Error);

using var worker = new StdioWorker(Console.OpenStandardInput(), output);
ExceptionHandling.SetUnhandledExceptionHandler(worker.OnUnhandledException);
return worker.Run();
