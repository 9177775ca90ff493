using System.Net;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Unrolled.Kernel.Messaging;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Jupyter;

/// <summary>The kernel as a process that a Jupyter front end starts.</summary>
internal static class JupyterProcess
{
    /// <summary>More than a worker of the commands may show: here somebody looks on, and the front end has limits of its own.</summary>
    private const long MaxOutputCharacters = 100_000_000;
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    /// <summary>Serves the clients of a connection file until one of them ends the kernel, or its parent process has ended.</summary>
    /// <param name="connectionFile">The file's path.</param>
    /// <param name="messaging">The sockets; closed at the end.</param>
    /// <param name="streams">The process's own.</param>
    /// <returns>The process's exit code.</returns>
    public static int Run(string connectionFile, IMessaging messaging, StandardStreams streams)
    {
        var log = new StreamWriter(streams.Error) { AutoFlush = true };
        ConnectionFile connection;
        try
        {
            connection = ConnectionFile.Read(connectionFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            log.WriteLine(e.Message);
            return 2;
        }

        JupyterKernel? kernel = null;
        var session = new Lazy<CSharpSession>(() => new CSharpSession(new SessionOptions
        {
            Directory = Environment.CurrentDirectory,
            MaxOutputCharacters = MaxOutputCharacters,
            Outside = output => kernel?.ShowOutside(output),
            Settle = streams.Settle,
        }));
        streams.PassOn((stream, text) =>
        {
            if (session.IsValueCreated)
                session.Value.Print(stream, text);
        });
        // The compiler warms up while the front end still connects.
        new Thread(() => _ = session.Value) { IsBackground = true, Name = "session" }.Start();
        using (messaging)
        {
            try
            {
                kernel = Open(connection, messaging, session, new RefusalLog(log));
                // A front end that has lost patience; the runtime itself would end without clearing up.
                using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
                {
                    signal.Cancel = true;
                    kernel.End();
                });
                var exitCode = kernel.WaitForEnd();
                messaging.Drain(LastWords);
                // Threads that cells left running must not keep the process alive.
                Environment.Exit(exitCode);
                return exitCode;
            }
            catch (SocketException e)
            {
                log.WriteLine($"The kernel can't listen where {connectionFile} says ({connection.Address}): {e.Message}");
                return 1;
            }
        }
    }

    private static JupyterKernel Open(ConnectionFile connection, IMessaging messaging, Lazy<CSharpSession> session, RefusalLog refusals)
    {
        var wire = new JupyterWire(connection.Key);
        var input = new InputChannel(wire, refusals);
        var kernel = new JupyterKernel(session, wire, messaging.Publish(At(connection.IoPubPort)), input, refusals);
        ExceptionHandling.SetUnhandledExceptionHandler(error =>
        {
            if (session.IsValueCreated)
                session.Value.ReportBackgroundError(error);
            return session.IsValueCreated;
        });
        // A front end too old to send interrupt_request sends SIGINT, as Ctrl+C does.
        Console.CancelKeyPress += (_, _) => kernel.Interrupt();
        ParentWatch.Start(kernel.End);
        kernel.Start();
        messaging.Echo(At(connection.HeartbeatPort));
        input.Clients = messaging.Answer(At(connection.StdinPort), (_, frames) => input.OnStdin(frames));
        messaging.Answer(At(connection.ControlPort), kernel.OnControl);
        messaging.Answer(At(connection.ShellPort), kernel.OnShell);
        return kernel;

        IPEndPoint At(int port) => new(connection.Address, port);
    }
}
