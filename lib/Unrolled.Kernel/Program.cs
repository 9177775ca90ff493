using System.Globalization;
using System.Runtime.ExceptionServices;
using Unrolled.Kernel;
using Unrolled.Kernel.Jupyter;
using Unrolled.Kernel.Zmtp;

// A notebook shows the same text wherever it runs, unless a cell sets another culture.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
// Ctrl+C in a terminal reaches every process of its group; whether a cell is interrupted is for the front end to say.
Console.CancelKeyPress += (_, e) => e.Cancel = true;

switch (args)
{
    case []:
        ProcessFamily.Found();
        var streams = StandardStreams.Take();
        using (var worker = new StdioWorker(streams))
        {
            ExceptionHandling.SetUnhandledExceptionHandler(worker.OnUnhandledException);
            // Threads that cells left running must not keep the process alive.
            Environment.Exit(worker.Run());
        }

        return 0;

    case ["start", "--connection-file", var path]:
        ProcessFamily.Found();
        return JupyterProcess.Run(path, new ZmtpMessaging(), StandardStreams.Take());

    default:
        Console.Error.WriteLine("""
            Unrolled.Kernel runs the cells of a notebook. Front ends start it, nobody does by hand:
              Unrolled.Kernel                               JSON lines on standard input and output (see WorkerProtocol)
              Unrolled.Kernel start --connection-file FILE  Jupyter's protocol, on the ports that the file names
            To let Jupyter find it: dotnet run --project lib/Unrolled.Cli -- kernel install
            """);
        return args is ["--help" or "-h"] ? 0 : 2;
}
