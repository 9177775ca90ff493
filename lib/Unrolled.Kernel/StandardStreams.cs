using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Unrolled.Kernel;

/// <summary>
/// Puts the process's own input and outputs aside for a protocol, and pipes in their place. So what a cell or a child process writes to raw
/// standard output can be shown, and can never be taken for a message; nor can it read one.
/// </summary>
/// <remarks>
/// The streams stand on handles of their own. Those of <see cref="Console"/> write under the lock of <see cref="Console.Out"/>, which cells hold
/// while they print. Children do not inherit them (on macOS they do, and have no use for them).
/// </remarks>
internal sealed class StandardStreams
{
    // What a runtime writes that is about to end: thousands of lines, as far as it gets. How the process ended tells enough.
    private static readonly string[] LastWords = ["Stack overflow.", "Process terminated."];

    private readonly Redirected _out;
    private readonly Redirected _error;
    private volatile bool _dying;

    private StandardStreams(Stream input, Redirected output, Redirected error) => (Input, _out, _error) = (input, output, error);

    /// <summary>What was standard input.</summary>
    public Stream Input { get; }

    /// <summary>What was standard output.</summary>
    public Stream Output => _out.Original;

    /// <summary>What was standard error.</summary>
    public Stream Error => _error.Original;

    /// <summary>Puts them aside. Call it once, before anything uses the console.</summary>
    public static StandardStreams Take()
    {
        var input = Handles.Open(0, FileAccess.Read);
        using (var nothing = File.OpenHandle(OperatingSystem.IsWindows() ? "NUL" : "/dev/null"))
            Handles.Replace(0, nothing);
        return new StandardStreams(input, new Redirected(1), new Redirected(2));
    }

    /// <summary>Begins to pass on what is written to the process's outputs.</summary>
    /// <param name="print">Takes the stream's name, "stdout" or "stderr", and text.</param>
    public void PassOn(Action<string, string> print)
    {
        _out.PassOn(text => print("stdout", text));
        _error.PassOn(text =>
        {
            _dying |= Array.Exists(LastWords, words => text.StartsWith(words, StringComparison.Ordinal));
            if (!_dying)
                print("stderr", text);
        });
    }

    /// <summary>Waits until all that was written so far has been passed on.</summary>
    public void Settle()
    {
        _out.Settle();
        _error.Settle();
        // It was a child process that said so.
        _dying = false;
    }

#pragma warning disable CA1001 // It lives as long as the process.
    private sealed class Redirected
#pragma warning restore CA1001
    {
        private readonly AnonymousPipeServerStream _pipe = new(PipeDirection.In, HandleInheritability.Inheritable);
        private readonly FileStream _mark;
        private readonly StreamMark _marks = new();

        public Redirected(int number)
        {
            Original = Handles.Open(number, FileAccess.Write);
            Handles.Replace(number, _pipe.ClientSafePipeHandle);
            _mark = new FileStream(new SafeFileHandle(_pipe.ClientSafePipeHandle.DangerousGetHandle(), ownsHandle: false), FileAccess.Write, bufferSize: 0);
        }

        public Stream Original { get; }

        public void PassOn(Action<string> print) => new Thread(() => _marks.Read(_pipe, print)) { IsBackground = true, Name = "standard output" }.Start();

        public void Settle() => _marks.Wait(_mark);
    }

    private static class Handles
    {
        private const int CloseOnExec = 0x80000;

        public static FileStream Open(int number, FileAccess access)
        {
            nint handle;
            if (OperatingSystem.IsWindows())
            {
                handle = GetStdHandle(-10 - number);
            }
            else
            {
                handle = dup(number);
                if (OperatingSystem.IsLinux())
                    _ = dup3(number, (int)handle, CloseOnExec);
            }

            return new FileStream(new SafeFileHandle(handle, ownsHandle: true), access, bufferSize: 0);
        }

        public static void Replace(int number, SafeHandle by)
        {
            if (OperatingSystem.IsWindows())
                SetStdHandle(-10 - number, by.DangerousGetHandle());
            else if (dup2((int)by.DangerousGetHandle(), number) < 0)
                throw new IOException($"Standard stream {number} can't be redirected (error {Marshal.GetLastPInvokeError()}).");
        }

#pragma warning disable IDE1006 // The C library's names.
        [DllImport("libc", SetLastError = true)]
        private static extern int dup(int descriptor);

        [DllImport("libc", SetLastError = true)]
        private static extern int dup2(int descriptor, int target);

        [DllImport("libc", SetLastError = true)]
        private static extern int dup3(int descriptor, int target, int flags);
#pragma warning restore IDE1006

        [DllImport("kernel32")]
        private static extern nint GetStdHandle(int number);

        [DllImport("kernel32")]
        private static extern bool SetStdHandle(int number, nint handle);
    }
}
