namespace Unrolled.Notebooks.Tests.Session;

[Collection(OneAtATime.Name)]
public sealed class SessionStateTests : IDisposable
{
    private readonly SessionHarness _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void The_last_expression_is_the_cells_value() => Assert.Equal("42", _session.ValueOf("var x = 40;\nx + 2"));

    [Theory]
    [InlineData("int.Parse(\"1\");")]
    [InlineData("")]
    [InlineData("// only a comment")]
    [InlineData("var x = 1;")]
    [InlineData("void F() { }\nF()")]
    [InlineData("await System.Threading.Tasks.Task.CompletedTask")]
    public void A_cell_without_a_value_shows_nothing(string source)
    {
        var run = _session.Run(source);
        Assert.Equal(CellStatus.Ok, run.Status);
        Assert.Empty(run.Events);
    }

    [Fact]
    public void A_null_value_is_shown() => Assert.Equal("<null>", _session.ValueOf("(object)null"));

    [Fact]
    public void Variables_usings_functions_and_records_carry_over()
    {
        _session.Run("using System.Numerics;\nvar scale = 3;");
        _session.Run("record Point(double X, double Y);\nint Scaled(int n) => n * scale;");
        Assert.Equal("<0; 1>", _session.ValueOf("Complex.ImaginaryOne.ToString()"));
        Assert.Equal("12", _session.ValueOf("Scaled((int)new Point(4, 5).X)"));
    }

    [Fact]
    public void A_name_can_be_defined_again_with_another_type()
    {
        _session.Run("int x = 1; int F() => 1;");
        _session.Run("string x = \"one\"; string F() => x + x;");
        Assert.Equal("oneone", _session.ValueOf("F()"));
    }

    [Fact]
    public void Async_functions_can_be_defined_and_awaited()
    {
        _session.Run("async Task<int> Later(int n) { await Task.Delay(1); return n; }");
        Assert.Equal("7", _session.ValueOf("var n = await Later(7);\nn"));
    }

    [Fact]
    public void Threads_tasks_and_static_state_of_a_cell_see_the_invariant_console()
    {
        var run = _session.Run("await Task.Run(() => Console.Write(\"from a task\"));");
        Assert.Equal("from a task", run.Text());
    }

    [Fact]
    public void A_cell_that_does_not_compile_leaves_the_session_as_it_was()
    {
        _session.Run("int x = 1;");
        Assert.Equal(CellStatus.Failed, _session.Run("int x = 2; int y = nowhere;").Status);
        Assert.Equal("1", _session.ValueOf("x"));
        Assert.Equal(CellStatus.Failed, _session.Run("y").Status);
    }

    [Fact]
    public void A_cell_that_throws_keeps_what_it_had_set()
    {
        var run = _session.Run("int before = 5;\nthrow new InvalidOperationException(\"stop\");");
        Assert.Equal(CellStatus.Failed, run.Status);
        Assert.Equal("5", _session.ValueOf("before"));
    }

    [Fact]
    public void The_libraries_that_dotnet_interactive_has_need_no_reference()
    {
        Assert.Equal("[1,2]", _session.ValueOf("System.Text.Json.JsonSerializer.Serialize(new[] { 1, 2 })"));
        Assert.Equal("<a />", _session.ValueOf("new System.Xml.Linq.XElement(\"a\").ToString()"));
        Assert.Equal("3", _session.ValueOf("new[] { 1, 2 }.Sum().ToString()"));
        Assert.Equal("[2]", _session.ValueOf("System.Collections.Immutable.ImmutableArray.Create(2).Select(i => $\"[{i}]\").Single()"));
    }

    [Fact]
    public void The_compiler_that_the_session_runs_on_is_not_part_of_a_notebook() =>
        Assert.Equal(CellStatus.Failed, _session.Run("typeof(Microsoft.CodeAnalysis.SyntaxTree)").Status);
}
