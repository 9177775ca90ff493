using System.Collections.Immutable;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Running;

/// <summary>Cells that fail without harm: the error is named, and the same worker runs the next cell with all variables.</summary>
public sealed class SurvivedCellTests(SurvivedCellTests.SharedWorker shared) : IClassFixture<SurvivedCellTests.SharedWorker>
{
    public static TheoryData<string, string> Failing => new()
    {
        { "CompilationError", "int x = \"text\";" },
        { "CompilationError", "#load \"absent.csx\"" },
        { "CompilationError", "#r \"absent.dll\"" },
        { "DirectiveError", "#!fsharp" },
        { "DivideByZeroException", "var zero = 0; Console.WriteLine(1 / zero);" },
        { "TaskCanceledException", "await Task.FromCanceled(new System.Threading.CancellationToken(true));" },
        { "Rude", "class Rude : Exception { public override string Message => throw new Exception(); }\nthrow new Rude();" },
        { "FormatException", "class Shy { public override string ToString() => throw new FormatException(); }\nnew Shy().ToString()" },
        { "InvalidOperationException", "var t = new System.Threading.Thread(() => throw new InvalidOperationException()); t.Start(); t.Join();" },
        { "OutputLimitException", "for (var i = 0; i < 100_000; i++) Console.Write(new string('x', 1_000));" },
        { "OutputLimitException", "for (var i = 0; i < 1_000; i++) { try { Console.Write(new string('x', 100_000)); } catch { } }" },
        { "OutputLimitException", "Console.Write(new string('x', 100_000_000));" },
        { "OutputLimitException", "display(new string('x', 100_000_000));" },
        { "OutputLimitException", "new string('x', 100_000_000)" },
    };

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task A_failing_cell_is_named_and_the_session_goes_on(string error, string source)
    {
        Assert.Equal((CellStatus.Failed, error), await shared.RunAsync(source));
        await shared.AssertGoesOnAsync();
    }

    // With a limit on the memory: whatever the machine has is neither filled nor waited for.
    [Fact]
    public async Task A_cell_that_needs_more_memory_than_there_is_fails_and_the_session_goes_on()
    {
        await using var small = new SharedWorker { Environment = ImmutableDictionary<string, string>.Empty.Add("DOTNET_GCHeapHardLimit", "0x20000000") };
        await small.InitializeAsync();
        Assert.Equal((CellStatus.Failed, "OutOfMemoryException"), await small.RunAsync("void Fill() { var much = new List<byte[]>(); while (true) much.Add(new byte[10_000_000]); }\nFill();"));
        await small.AssertGoesOnAsync();
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("object a = new(), b = new(); var both = new System.Threading.Barrier(2);\n"
        + "void Hold(object x, object y) { lock (x) { both.SignalAndWait(); lock (y) { } } }\n"
        + "var other = Task.Run(() => Hold(b, a)); Hold(a, b);")]
    [InlineData("await new TaskCompletionSource().Task;")]
    public async Task A_cell_that_would_never_end_is_stopped_at_its_limit(string source)
    {
        Assert.Equal((CellStatus.Interrupted, "TimeLimit"), await shared.RunAsync(source, TimeSpan.FromSeconds(1)));
        await shared.AssertGoesOnAsync();
    }

    [Theory]
    [InlineData("Console.OpenStandardInput().Close(); Console.OpenStandardOutput().Close(); Console.Out.Close();")]
    [InlineData("foreach (var handle in new nint[] { 0, 1 }) new Microsoft.Win32.SafeHandles.SafeFileHandle(handle, ownsHandle: true).Dispose();")]
    [InlineData("Console.Write(\"half a pair \\ud83d\"); display(\"\\ud83d\");")]
    [InlineData("string.Concat(Enumerable.Repeat(\"a\\0\\u001b\\u2028😀\\r\\n\", 1000))")]
    [InlineData("Environment.CurrentDirectory = System.IO.Path.GetTempPath(); Environment.SetEnvironmentVariable(\"PATH\", null);")]
    public async Task A_cell_that_meddles_with_the_process_does_no_harm(string source)
    {
        // A worker of its own: after a cell has closed handle 0, the next console that is opened may stand on any other file.
        await using var own = new SharedWorker();
        await own.InitializeAsync();
        Assert.Equal((CellStatus.Ok, null), await own.RunAsync(source));
        await own.AssertGoesOnAsync();
    }

    public sealed class SharedWorker : IAsyncLifetime
    {
        public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

        private readonly TemporaryFolder _folder = new();
        private readonly List<CellOutput> _outputs = [];
        private CellWorker? _worker;
        private int _count;

        public string Printed => string.Concat(_outputs.OfType<StreamOutput>().Select(s => s.Text));

        public async ValueTask InitializeAsync()
        {
            _worker = await CellWorker.StartAsync(Notebooks.Options(_folder.Path) with { Environment = Environment }, CancellationToken.None);
            await RunAsync("var kept = 11;");
        }

        public async Task<(CellStatus Status, string? Error)> RunAsync(string source, TimeSpan? limit = null)
        {
            _outputs.Clear();
            var status = await _worker!.RunAsync(new ExecuteRequest(++_count, source), limit ?? Patience.Limit, e => _outputs.Add(e.Output), CancellationToken.None);
            return (status, _outputs.OfType<ErrorOutput>().LastOrDefault()?.Name);
        }

        public async Task AssertGoesOnAsync()
        {
            Assert.Equal((CellStatus.Ok, null), await RunAsync("Console.Write(kept);"));
            Assert.Equal("11", Printed);
        }

        public async ValueTask DisposeAsync()
        {
            await _worker!.DisposeAsync();
            _folder.Dispose();
        }
    }
}
