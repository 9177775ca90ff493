namespace Unrolled.Notebooks.Tests.Session;

/// <summary>What the session adds to a cell so that it can be stopped changes nothing else.</summary>
[Collection(OneAtATime.Name)]
public sealed class StopPointTests : IDisposable
{
    private readonly SessionHarness _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> e = x => x + 1; e.ToString()", "x => (x + 1)")]
    [InlineData("new[] { 1, 2, 3 }.AsQueryable().Where(x => x > 1).Expression.ToString()", "System.Int32[].Where(x => (x > 1))")]
    [InlineData("Func<Task> f = async () => await Task.Delay(1); await f(); 5", "5")]
    [InlineData("Func<Task<int>> f = async () => await Task.FromResult(5); await f()", "5")]
    [InlineData("async Task F() => await Task.Delay(1); await F(); 5", "5")]
    [InlineData("var n = 4; Action a = () => n++; a(); n", "5")]
    [InlineData("int n = 5; ref int R() => ref n; R() = 6; n", "6")]
    [InlineData("int[] a = [5]; ref int R() { ref int r = ref a[0]; return ref r; } R()++; a[0]", "6")]
    [InlineData("Func<int> f = () => throw new InvalidOperationException(); try { f(); } catch (InvalidOperationException) { } 5", "5")]
    [InlineData("T Id<T>(T t) where T : struct => t; Id(5)", "5")]
    [InlineData("class C { public int N => 5; public static C operator +(C a, C b) => a; public int this[int i] => i; }\n(new C() + new C())[5]", "5")]
    [InlineData("IEnumerable<int> F() { foreach (var (a, b) in new[] { (1, 2), (3, 4) }) yield return a * b; }\nF().Sum()", "14")]
    [InlineData("var s = 0; for (int i = 0, j = 9; i < j; i++, j--) if (i % 2 == 0) continue; else s += j; s", "14")]
    [InlineData("var s = 0; do s++; while (s < 5); s", "5")]
    [InlineData("var s = 0; while (s < 5) s++; s", "5")]
    [InlineData("string F(int i) { switch (i) { case 1: goto case 2; case 2: return \"two\"; default: return \"\"; } }\nF(1)", "two")]
    [InlineData("int Count(System.Runtime.CompilerServices.CallerArgumentExpressionAttribute? a = null, int b = 5) => b; Count()", "5")]
    [InlineData("string Said(object o, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(o))] string s = \"\") => s; Said((Func<int, int>)(x => x * 2))", "(Func<int, int>)(x => x * 2)")]
    [InlineData("unsafe int F() { int* p = stackalloc int[3]; for (var i = 0; i < 3; i++) p[i] = i; return p[2] + 3; }\nF()", "5")]
    public void A_cell_gives_what_its_code_says(string source, string expected) => Assert.Equal(expected, _session.ValueOf(source));

    [Theory]
    [InlineData("int F(int n) =>\n\n    n / (n - n);\n\nF(1)", 3)]
    [InlineData("int F(int n)\n    => n; // comment\nint G(int n)\n{\n\n    while (true)\n        throw new Exception();\n}\nG(F(1))", 7)]
    [InlineData("for (var i = 0; i < 3; i++)\n    // nothing\n#pragma warning disable CS0219\n    if (i == 2)\n\n        throw new Exception();", 6)]
    [InlineData("Func<int, int> f = x =>\n    x /\n    (x - x);\ndo\n{\n#if DEBUG\n#endif\n    Action a = delegate\n    {\n        f(1);\n    };\n    a();\n} while (true);", 2)]
    [InlineData("try { }\nfinally\n{\n    foreach (var i in new[] { 1 })\n        throw new Exception();\n}", 5)]
    public void Errors_name_the_line_that_the_author_sees(string source, int line) =>
        Assert.Contains($"line {line}", string.Join('\n', _session.Run(source).Error.Traceback) , StringComparison.Ordinal);

    [Theory]
    [InlineData("while (true) undefined++;", "undefined")]
    [InlineData("Func<int, int> f = x => x.Nothing;", "Nothing")]
    public void Errors_of_compiling_are_those_of_the_author(string source, string named)
    {
        var error = _session.Run(source).Error;
        Assert.Contains(named, error.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("StopPoint", string.Join('\n', error.Traceback), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_loaded_file_defines_is_stopped_too()
    {
        File.WriteAllText(Path.Combine(_session.Folder, "endless.csx"), "void Endless()\n{\n#region loop\n    while (true)\n        _ = new int[9];\n#endregion\n}\n");
        _session.Run("#load \"endless.csx\"\nvar kept = 11;");
        Assert.Equal(CellStatus.Interrupted, _session.RunAndInterrupt("Console.Write(1); Endless();").Status);
        Assert.Equal("11", _session.ValueOf("kept"));
    }

    [Fact]
    public void Cleaning_up_is_not_cut_short()
    {
        _session.Run("var cleaned = 0;");
        var run = _session.RunAndInterrupt(
            "try { Console.Write(1); while (true) { } } finally { for (var i = 0; i < 20; i++) { System.Threading.Thread.Sleep(1); cleaned++; } }");
        Assert.Equal(CellStatus.Interrupted, run.Status);
        Assert.Equal("20", _session.ValueOf("cleaned"));
    }

    [Fact]
    public void Tasks_of_an_interrupted_cell_stop_and_those_of_earlier_cells_go_on()
    {
        _session.Run("long earlier = 0, own = 0; var stop = false; var task = Task.Run(() => { while (!System.Threading.Volatile.Read(ref stop)) earlier++; });");
        _session.RunAndInterrupt("var running = Task.Run(() => { while (true) own++; }); Console.Write(1); while (true) { }");
        Assert.Equal("True", _session.ValueOf("try { running.Wait(); } catch (AggregateException) { } running.IsCompleted"));
        Assert.Equal("True", _session.ValueOf("var before = System.Threading.Volatile.Read(ref earlier); while (System.Threading.Volatile.Read(ref earlier) == before) { } true"));
        _session.Run("stop = true; task.Wait();");
    }
}
