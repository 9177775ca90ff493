using System.Globalization;

namespace Unrolled.Notebooks.Tests.Session;

/// <summary>What a cell changes of the console and the culture, and how long that lasts.</summary>
[Collection(OneAtATime.Name)]
public sealed class ConsoleTests : IDisposable
{
    private readonly SessionHarness _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("Console.SetOut(new System.IO.StringWriter());")]
    [InlineData("Console.SetOut(System.IO.TextWriter.Null); throw new Exception();")]
    [InlineData("Console.Out.Close(); Console.Out.Dispose();")]
    public void Each_cell_begins_with_the_sessions_console(string source)
    {
        _session.Run(source);
        Assert.Equal("visible", _session.Run("Console.Write(\"visible\");").Text());
    }

    [Fact]
    public void Within_its_cell_another_console_holds()
    {
        Assert.Equal("", _session.Run("var captured = new System.IO.StringWriter(); Console.SetOut(captured); Console.Write(\"aside\");").Text());
        Assert.Equal("aside", _session.ValueOf("captured.ToString()"));
    }

    [Fact]
    public void Input_set_for_a_cell_lasts_for_that_cell()
    {
        Assert.Equal("typed", _session.ValueOf("Console.SetIn(new System.IO.StringReader(\"typed\")); Console.ReadLine()"));
        Assert.Equal("InvalidOperationException", _session.Run("Console.ReadLine()").Error.Name);
    }

    [Theory]
    [InlineData("CultureInfo.CurrentCulture = new CultureInfo(\"de-DE\");")]
    [InlineData("CultureInfo.CurrentCulture = new CultureInfo(\"de-DE\"); 1.5")]
    [InlineData("await System.Threading.Tasks.Task.Delay(1); CultureInfo.CurrentCulture = new CultureInfo(\"de-DE\"); await System.Threading.Tasks.Task.Yield(); 1.5")]
    [InlineData("System.Threading.Thread.CurrentThread.CurrentCulture = new CultureInfo(\"de-DE\"); // a comment at the end")]
    public void A_culture_that_a_cell_sets_is_kept(string source)
    {
        _session.Run("using System.Globalization;");
        Assert.Equal(CellStatus.Ok, _session.Run(source).Status);
        Assert.Equal("1,5", _session.ValueOf("$\"{1.5}\""));
        Assert.Equal("1,5 1,5", _session.Run("Console.Write(1.5); Console.Write(' '); await Task.Run(() => Console.Write(1.5));").Text());
    }

    [Fact]
    public void A_cell_that_sets_a_culture_and_has_an_error_tells_the_error_where_it_is()
    {
        var error = _session.Run("using System.Globalization;\nCultureInfo.CurrentCulture = CultureInfo.InvariantCulture;\n1 + missing").Error;
        Assert.StartsWith("cell 1, line 3, column 5: error CS0103", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_culture_that_a_cell_sets_is_that_of_new_threads()
    {
        var before = CultureInfo.DefaultThreadCurrentCulture;
        try
        {
            _session.Run("System.Globalization.CultureInfo.DefaultThreadCurrentCulture = new System.Globalization.CultureInfo(\"tr-TR\");");
            Assert.Equal("tıtle", _session.ValueOf("var text = \"\"; var t = new System.Threading.Thread(() => text = \"TITLE\".ToLower()); t.UnsafeStart(); t.Join(); text"));
        }
        finally
        {
            CultureInfo.DefaultThreadCurrentCulture = before;
        }
    }
}
