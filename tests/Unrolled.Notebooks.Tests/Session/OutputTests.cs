namespace Unrolled.Notebooks.Tests.Session;

[Collection(OneAtATime.Name)]
public sealed class OutputTests : IDisposable
{
    private readonly SessionHarness _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Text_and_displayed_values_come_in_the_order_of_the_code()
    {
        var run = _session.Run("""
            Console.Write("a");
            Console.Error.Write("b");
            display("c", "text/plain");
            Console.WriteLine("d");
            "e"
            """);
        var seen = run.Events.Select(e => e.Output switch
        {
            StreamOutput s => $"{s.Name} {s.Text.TrimEnd()}",
            DataOutput d => $"{(d.IsResult ? "value" : "display")} {d.Data["text/plain"]}",
            _ => "?",
        });
        Assert.Equal(["stdout a", "stderr b", "display c", "stdout d", "value e"], seen);
    }

    [Fact]
    public void Display_works_as_a_function_and_from_the_end_of_an_expression()
    {
        var run = _session.Run("display(1);\n2.Display();\nnew { X = 3 }.Display(\"application/json\");");
        Assert.Equal(3, run.Data.Count());
        Assert.Equal("{\"X\":3}", run.Data.Last().Data["application/json"]);
        Assert.Equal(["application/json"], run.Data.Last().Data.Keys);
    }

    [Fact]
    public void Text_can_be_displayed_as_any_type_and_a_sequence_as_a_table()
    {
        var run = _session.Run("\"x^2\".DisplayAs(\"text/latex\");\nnew[] { new { X = 3 } }.DisplayTable();");
        Assert.Equal("x^2", Assert.Single(run.Data.First().Data).Value);
        Assert.Equal(2, run.Data.Count());
        Assert.Contains("<td>", run.Data.Last().Data["text/html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("display(\"before\")")]
    [InlineData("\"before\".Display()")]
    [InlineData("((object)\"before\").Display()")]
    [InlineData("((object)\"before\").Display(\"text/plain\")")]
    [InlineData("\"before\".Display(\"text/html\", \"text/plain\")")]
    public void A_displayed_value_can_be_replaced_also_from_a_later_cell(string display)
    {
        var first = _session.Run($"var shown = {display};\nshown.Update(\"after\");");
        var later = _session.Run("shown.Update(\"later\");");
        var ids = first.Events.Concat(later.Events).Select(e => e.DisplayId).Distinct();
        Assert.NotNull(Assert.Single(ids));
        Assert.Equal([false, true, true], first.Events.Concat(later.Events).Select(e => e.Update));
        Assert.Equal("later", Assert.Single(later.Data).Data["text/plain"]);
    }

    [Fact]
    public void Html_is_shown_as_html()
    {
        var run = _session.Run("HTML(\"<b>bold</b>\")");
        Assert.Equal("<b>bold</b>", Assert.Single(run.Data).Data["text/html"]);
    }

    // A second copy of an assembly would compile, and then meet types that only look alike.
    [Theory]
    [InlineData("HTML(\"<b>bold</b>\") is Microsoft.AspNetCore.Html.IHtmlContent")]
    [InlineData("display(1) is Microsoft.DotNet.Interactive.Formatting.DisplayedValue")]
    [InlineData("Microsoft.DotNet.Interactive.Formatting.PocketViewTags.b(\"bold\") is Microsoft.AspNetCore.Html.IHtmlContent")]
    public void A_cell_meets_the_assemblies_that_the_session_runs(string code) => Assert.Equal("True", _session.ValueOf(code), ignoreCase: true);

    [Fact]
    public void Values_are_formatted_by_the_real_formatting_package()
    {
        var html = Assert.Single(_session.Run("new[] { 0.5, 1.5 }").Data).Data["text/html"];
        Assert.Contains("dni-plaintext", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', html);
    }

    [Fact]
    public void A_formatter_registered_in_a_cell_is_used_from_then_on()
    {
        _session.Run("""
            using Microsoft.DotNet.Interactive.Formatting;
            record Shape(string Name);
            Formatter.Register<Shape>(s => $"<i>{s.Name}</i>", "text/html");
            """);
        Assert.Equal("<i>square</i>", Assert.Single(_session.Run("new Shape(\"square\")").Data).Data["text/html"]);
    }

    [Fact]
    public void A_type_can_bring_its_own_formatters_by_an_attribute_of_the_right_name()
    {
        _session.Run("""
            class TypeFormatterSourceAttribute : Attribute
            {
                public TypeFormatterSourceAttribute(Type source) => FormatterSourceType = source;
                public Type FormatterSourceType { get; }
                public string[] PreferredMimeTypes { get; set; }
            }
            class Drawing
            {
                public string MimeType => "image/svg+xml";
                public bool Format(object instance, System.IO.TextWriter writer) { writer.Write("<svg/>"); return true; }
            }
            class Drawings { public IEnumerable<object> CreateTypeFormatters() { yield return new Drawing(); } }
            [TypeFormatterSource(typeof(Drawings), PreferredMimeTypes = new[] { "image/svg+xml" })]
            class Picture { }
            """);
        Assert.Equal("<svg/>", Assert.Single(_session.Run("new Picture()").Data).Data["image/svg+xml"]);
    }

    [Fact]
    public void A_value_whose_formatter_throws_fails_its_cell_only()
    {
        var run = _session.Run("""
            using Microsoft.DotNet.Interactive.Formatting;
            record Bad(int X);
            Formatter.Register<Bad>(new Func<Bad, string>(b => throw new InvalidOperationException("no picture")), "text/html");
            new Bad(1)
            """);
        Assert.Equal(CellStatus.Failed, run.Status);
        Assert.Contains("no picture", run.Error.Value, StringComparison.Ordinal);
        Assert.Equal("1", _session.ValueOf("new Bad(1).X.ToString()"));
    }

    [Fact]
    public void A_cell_that_prints_without_end_is_stopped_and_keeps_what_it_printed()
    {
        using var session = new SessionHarness(maxOutputCharacters: 10_000);
        var run = session.Run("while (true) try { Console.WriteLine(\"0123456789\"); } catch (Exception e) when (e.Message.Length > 0 && n++ < 3) { }\nint n = 0;");
        Assert.Equal(CellStatus.Failed, run.Status);
        Assert.Equal("OutputLimitException", run.Error.Name);
        Assert.InRange(run.Text().Length, 9_900, 10_000);
        Assert.Equal("1", session.ValueOf("1"));
    }

    [Fact]
    public void Characters_beyond_the_basic_plane_survive_being_printed_half_by_half()
    {
        var run = _session.Run("foreach (var c in string.Concat(Enumerable.Repeat(\"x𝑊😀\", 5000))) Console.Write(c);");
        Assert.Equal(string.Concat(Enumerable.Repeat("x𝑊😀", 5000)), run.Text());
        Assert.DoesNotContain('\uFFFD', run.Text());
    }
}
