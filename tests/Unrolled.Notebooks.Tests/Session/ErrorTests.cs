using System.Text.RegularExpressions;

namespace Unrolled.Notebooks.Tests.Session;

[Collection(OneAtATime.Name)]
public sealed partial class ErrorTests : IDisposable
{
    private readonly SessionHarness _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_compile_error_names_cell_line_and_column_and_shows_the_place()
    {
        _session.Run("1");
        var error = _session.Run("var a = 1;\nvar b = a + missing;").Error;
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal(
            ["cell 2, line 2, column 13: error CS0103: The name 'missing' does not exist in the current context", "    var b = a + missing;", "                ^"],
            error.Traceback);
    }

    [Fact]
    public void An_exception_names_the_functions_cells_and_lines_it_passed()
    {
        _session.Run("int Divide(int a,\n  int b)\n{\n  return a / b;\n}");
        var error = _session.Run("var zero = 0;\nDivide(1, zero)").Error;
        Assert.Equal("DivideByZeroException", error.Name);
        Assert.Equal(
            ["DivideByZeroException: Attempted to divide by zero.", "   at Divide(Int32, Int32) in cell 1, line 4", "        return a / b;", "   at cell 2, line 2"],
            error.Traceback);
    }

    [Fact]
    public void An_exception_in_an_async_function_names_it()
    {
        var error = _session.Run("async Task<int> Later() { await Task.Yield(); throw new FormatException(\"late\"); }\nawait Later()").Error;
        Assert.Contains("   at Later() in cell 1, line 1", error.Traceback);
        Assert.Contains("   at cell 1, line 2", error.Traceback);
    }

    [Fact]
    public void An_inner_exception_is_told_too()
    {
        var error = _session.Run("throw new AggregateException(\"outer\", new ArgumentException(\"inner\"));").Error;
        Assert.Contains(error.Traceback, line => line.Contains("caused by ArgumentException: inner", StringComparison.Ordinal));
    }

    [Fact]
    public void No_error_shows_a_path_of_this_machine()
    {
        File.WriteAllText(Path.Combine(_session.Folder, "broken.csx"), "int F() => nowhere;");
        string[] sources =
        [
            "#load \"broken.csx\"", "#load \"absent.csx\"", "#r \"absent.dll\"", "System.IO.File.ReadAllText(\"absent.txt\")",
            "throw new Exception(System.IO.Path.GetFullPath(\"x\"));", "int.Parse(\"x\")",
        ];
        foreach (var source in sources)
        {
            // A cell's relative paths are relative to the notebook's folder because the worker runs there; this test does too.
            var before = Environment.CurrentDirectory;
            Environment.CurrentDirectory = _session.Folder;
            var error = _session.Run(source).Error;
            Environment.CurrentDirectory = before;
            Assert.DoesNotContain(error.Traceback.Append(error.Value), line => AnyPath().IsMatch(line));
        }
    }

    [Theory]
    [InlineData("#!bash\nls", "bash")]
    [InlineData("var x = 1;\n  #!share x", "share")]
    public void An_unknown_directive_says_what_is_supported(string source, string name)
    {
        var error = _session.Run(source).Error;
        Assert.Equal("DirectiveError", error.Name);
        Assert.StartsWith($"The directive #!{name} is not supported. A cell can use #r \"path\"", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_directive_that_names_this_language_is_allowed() => Assert.Equal("3", _session.ValueOf("#!csharp\n1 + 2"));

    [Fact]
    public void A_background_thread_that_throws_fails_the_cell_that_is_running()
    {
        // In the worker the runtime reports such exceptions; here the test does, once the cell runs.
        var domain = AppDomain.CurrentDomain;
        domain.SetData("cell runs", null);
        domain.SetData("reported", null);
        var reporter = new Thread(() =>
        {
            while (domain.GetData("cell runs") is null)
                Thread.Sleep(5);
            _session.Session.ReportBackgroundError(new InvalidOperationException("lost"));
            domain.SetData("reported", true);
        });
        reporter.Start();
        var run = _session.Run("""
            AppDomain.CurrentDomain.SetData("cell runs", true);
            while (AppDomain.CurrentDomain.GetData("reported") is null) System.Threading.Thread.Sleep(5);
            """);
        reporter.Join();
        Assert.Equal(CellStatus.Failed, run.Status);
        Assert.Contains("background thread", run.Error.Traceback[0], StringComparison.Ordinal);
        Assert.Equal("lost", run.Error.Value);
    }

    [Fact]
    public void A_background_thread_that_throws_between_cells_is_told_in_the_next()
    {
        _session.Run("1");
        _session.Session.ReportBackgroundError(new InvalidOperationException("late"));
        var run = _session.Run("2");
        Assert.Equal(CellStatus.Ok, run.Status);
        Assert.Contains("InvalidOperationException: late", run.Text("stderr"), StringComparison.Ordinal);
        Assert.Empty(_session.Run("3").Text("stderr"));
    }

    [GeneratedRegex(@"(^|[\s'""(])(/[\w.-]+){2,}|[A-Z]:\\")]
    private static partial Regex AnyPath();
}
