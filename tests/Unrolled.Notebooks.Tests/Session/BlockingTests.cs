namespace Unrolled.Notebooks.Tests.Session;

/// <summary>Code that waits for asynchronous code of the session's own, and reports that nobody waits for.</summary>
[Collection(OneAtATime.Name)]
public sealed class BlockingTests : IDisposable
{
    private const string Later = "using System.Threading; async Task<int> Later(int n) { await Task.Delay(20); await Task.Yield(); return n; }";

    private readonly SessionHarness _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("Later(5).Result")]
    [InlineData("var task = Later(5); task.Wait(); task.Result")]
    [InlineData("Later(5).GetAwaiter().GetResult()")]
    [InlineData("var tasks = new[] { Later(2), Later(3) }; Task.WaitAll(tasks); tasks.Sum(t => t.Result)")]
    [InlineData("Task.WhenAny(Later(5)).Result.Result")]
    [InlineData("async IAsyncEnumerable<int> Each() { for (var i = 0; i < 3; i++) { await Task.Delay(5); yield return i; } }\nEach().ToBlockingEnumerable().Sum() + 2")]
    [InlineData("async Task<int> Outer() { await Task.Delay(5); return Later(5).Result; }\nOuter().Result")]
    [InlineData("await Task.Delay(5); var inner = Later(5).Result; inner")]
    [InlineData("int Sync() => Later(5).Result;\nEnumerable.Range(0, 1).Select(_ => Sync()).Single()")]
    [InlineData("new Lazy<int>(() => Later(5).Result).Value")]
    [InlineData("Task.Run(() => Later(5).Result).Result")]
    [InlineData("var done = new TaskCompletionSource<int>(); async void Fire() { await Task.Delay(5); done.SetResult(5); }\nFire(); done.Task.Result")]
    public void A_blocking_wait_returns(string source)
    {
        _session.Run(Later);
        Assert.Equal("5", _session.ValueOf(source));
    }

    [Fact]
    public void Many_blocking_waits_within_one_another_return()
    {
        _session.Run(Later);
        Assert.Equal("0", _session.ValueOf("async Task<int> Nested(int n) { await Task.Yield(); return n == 0 ? Later(0).Result : Nested(n - 1).Result; }\nNested(6).Result"));
    }

    [Fact]
    public void An_exception_comes_out_of_a_blocking_wait()
    {
        _session.Run("async Task<int> Fail() { await Task.Delay(5); throw new FormatException(\"wrong\"); }");
        var error = _session.Run("Fail().Result").Error;
        Assert.Equal("AggregateException", error.Name);
        Assert.Contains(error.Traceback, line => line.Contains("caused by FormatException: wrong", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("new TaskCompletionSource<int>().Task.Result")]
    [InlineData("async Task Endless() { await Task.Yield(); while (true) { } }\nEndless().Wait();")]
    [InlineData("async Task Endless() { await Task.Yield(); while (true) { } }\nawait Endless();")]
    [InlineData("async Task Sleepy() { await Task.Yield(); Thread.Sleep(-1); }\nSleepy().Wait();")]
    [InlineData("var gate = new SemaphoreSlim(0); gate.Wait();")]
    [InlineData("var gate = new SemaphoreSlim(0); await gate.WaitAsync();")]
    [InlineData("Parallel.For(0, 4, _ => { while (true) Thread.Sleep(10); });")]
    [InlineData("IProgress<int> report = new Progress<int>(_ => { while (true) { } }); report.Report(1); Thread.Sleep(-1);")]
    public void A_wait_that_never_ends_can_be_interrupted(string source)
    {
        _session.Run("using System.Threading; var kept = 11;");
        Assert.Equal(CellStatus.Interrupted, _session.Run(source, interruptAfter: TimeSpan.FromMilliseconds(500)).Status);
        Assert.Equal("11", _session.ValueOf("kept"));
    }

    [Fact]
    public void Reports_of_a_cell_that_never_awaits_are_shown_in_order()
    {
        var run = _session.Run("""
            IProgress<int> progress = new Progress<int>(epoch => Console.WriteLine($"epoch {epoch}"));
            for (var i = 1; i <= 200; i++)
                progress.Report(i);
            """);
        Assert.Equal(string.Concat(Enumerable.Range(1, 200).Select(i => $"epoch {i}\n")), run.Text());
    }

    [Fact]
    public void Reports_are_shown_while_the_cell_computes()
    {
        var run = _session.Run("""
            var seen = 0;
            IProgress<int> progress = new Progress<int>(epoch => seen = epoch);
            progress.Report(1);
            while (System.Threading.Volatile.Read(ref seen) == 0) { }
            seen
            """);
        Assert.Equal("1", run.Value);
    }

    [Fact]
    public void What_a_task_prints_after_its_cell_is_shown_at_the_cell_that_runs_or_outside()
    {
        _session.Run("""
            using System.Threading;
            var (go, said) = (new SemaphoreSlim(0), new SemaphoreSlim(0));
            var late = Task.Run(async () => { await go.WaitAsync(); Console.Write("one "); said.Release(); await go.WaitAsync(); Console.Write("two"); });
            """);
        Assert.Equal("one ", _session.Run("go.Release(); said.Wait(); AppDomain.CurrentDomain.SetData(\"go\", go);").Text());
        ((SemaphoreSlim)AppDomain.CurrentDomain.GetData("go")!).Release();
        Patience.Until(() => _session.Outside == "two", "what the task prints at its end");
    }

    [Fact]
    public void A_report_that_throws_fails_its_cell()
    {
        var run = _session.Run("((IProgress<int>)new Progress<int>(_ => throw new FormatException(\"in a report\"))).Report(1);");
        Assert.Contains("in a report", run.Error.Value, StringComparison.Ordinal);
    }
}
