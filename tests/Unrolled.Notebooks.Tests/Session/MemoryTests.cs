namespace Unrolled.Notebooks.Tests.Session;

/// <summary>What a cell that is run again lets go of.</summary>
[Collection(OneAtATime.Name)]
public sealed class MemoryTests : IDisposable
{
    private const string Watch = "var watched = new List<WeakReference>(); object Watched(object o) { watched.Add(new WeakReference(o)); return o; }";
    private const string Alive = "GC.Collect(); GC.WaitForPendingFinalizers(); GC.Collect(); watched.Count(w => w.IsAlive)";

    private readonly SessionHarness _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("var data = Watched(new byte[1000]);")]
    [InlineData("var data = Watched(new byte[1000]); int Length() => ((byte[])data).Length; Length()")]
    [InlineData("var data = Watched(new byte[1000]); var other = 1;")]
    [InlineData("var (data, more) = (Watched(new byte[1000]), 1);")]
    [InlineData("var data = Watched(new byte[1000]); await Task.Delay(1);")]
    public void A_cell_run_ten_times_holds_one_copy(string source)
    {
        _session.Run(Watch);
        for (var i = 0; i < 10; i++)
            Assert.Equal(CellStatus.Ok, _session.Run(source).Status);
        // The last run's thread may still hold what it used last.
        Assert.InRange(int.Parse(_session.ValueOf(Alive), System.Globalization.CultureInfo.InvariantCulture), 1, 2);
    }

    [Fact]
    public void A_variable_is_let_go_of_while_others_of_its_cell_are_kept()
    {
        _session.Run(Watch);
        _session.Run("var data = Watched(new byte[1000]); var kept = 7;");
        _session.Run("var data = 1;");
        _session.Run("");
        Assert.Equal("0", _session.ValueOf(Alive));
        Assert.Equal("7", _session.ValueOf("kept"));
    }

    [Fact]
    public void What_a_function_of_another_cell_uses_stays_as_that_function_saw_it()
    {
        _session.Run("var x = \"first\"; var y = 1;");
        _session.Run("string Read() => x;");
        _session.Run("var x = \"second\"; var y = 2;");
        Assert.Equal("first", _session.ValueOf("Read()"));
        Assert.Equal("second", _session.ValueOf("x"));
    }

    [Fact]
    public void An_overload_of_another_cell_stays()
    {
        _session.Run("int Size(int n) => n;");
        _session.Run("int Size(string s) => s.Length;");
        Assert.Equal("3", _session.ValueOf("Size(1) + Size(\"ab\")"));
    }

    [Fact]
    public void An_interrupted_cell_keeps_what_it_had_set()
    {
        _session.Run("using System.Threading;");
        _session.RunAndInterrupt("var losses = new List<int> { 1, 2 }; Console.Write(1); Thread.Sleep(-1);");
        Assert.Equal("3", _session.ValueOf("losses.Sum()"));
    }
}
