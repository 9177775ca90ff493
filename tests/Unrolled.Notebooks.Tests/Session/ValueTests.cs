namespace Unrolled.Notebooks.Tests.Session;

/// <summary>Values that would never end are shown as far as they go.</summary>
[Collection(OneAtATime.Name)]
public sealed class ValueTests : IDisposable
{
    private readonly SessionHarness _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("return 42;", "42")]
    [InlineData("var n = 3;\nif (n > 2)\n    return \"large\";\nreturn \"small\";", "large")]
    [InlineData("foreach (var i in new[] { 1, 2 })\n    if (i == 2) return i;\n\"none\"", "2")]
    [InlineData("return;", "<null>")]
    public void What_a_cell_returns_is_its_value(string source, string value) => Assert.Equal(value, _session.ValueOf(source));

    [Fact]
    public void A_return_within_a_function_is_not_the_cells() => Assert.Empty(_session.Run("int F() { return 1; }\nFunc<int> g = () => { return 2; };").Events);

    [Theory]
    [InlineData("class Node : IEnumerable<Node> { public IEnumerator<Node> GetEnumerator() { yield return this; } IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); }\nnew Node()")]
    [InlineData("class Plain : IEnumerable { public IEnumerator GetEnumerator() { yield return this; } }\nnew Plain()")]
    [InlineData("class Odd : IEnumerable<Even> { public IEnumerator<Even> GetEnumerator() { yield return new Even(); } IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); }\n"
        + "class Even : IEnumerable<Odd> { public IEnumerator<Odd> GetEnumerator() { yield return new Odd(); } IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); }\nnew Odd()")]
    [InlineData("var self = new List<object>(); self.Add(self); self")]
    [InlineData("var self = new object[1]; self[0] = self; self")]
    [InlineData("class Own : List<Own> { }\nvar own = new Own(); own.Add(own); own")]
    [InlineData("object deep = 1; for (var i = 0; i < 3000; i++) deep = new[] { deep }; deep")]
    public void A_value_that_holds_itself_is_shown_to_a_depth(string source) =>
        Assert.EndsWith("(not shown in full: it is nested too deeply)", _session.ValueOf(source), StringComparison.Ordinal);

    [Theory]
    [InlineData("var self = new Dictionary<string, object>(); self[\"self\"] = self; self")]
    [InlineData("class Link { public Link Next => this; public int N => 1; }\nnew Link()")]
    [InlineData("class Thrower { public int Good => 1; public int Bad => throw new FormatException(); }\nnew Thrower()")]
    [InlineData("Enumerable.Range(0, 1_000_000)")]
    [InlineData("Enumerable.Range(0, 1_000_000).ToDictionary(i => i, i => $\"{i}\")")]
    [InlineData("new int[1000, 1000]")]
    [InlineData("IEnumerable<int> Endless() { for (var i = 0; ; i++) yield return i; }\nEndless().Select(i => i)")]
    public void The_formatters_own_limits_hold(string source)
    {
        var run = _session.Run(source);
        Assert.Equal(CellStatus.Ok, run.Status);
        Assert.InRange(run.Data.Single().Data.Sum(form => form.Value.Length), 1, 200_000);
    }

    [Theory]
    [InlineData("class Slow { public int A => 1; public int B { get { while (true) { } } } }\nnew Slow()")]
    [InlineData("class Waiting { public int A { get { System.Threading.Thread.Sleep(-1); return 1; } } }\nnew Waiting()")]
    [InlineData("class Text { public override string ToString() { while (true) { } } }\ndisplay(new Text(), \"text/plain\");")]
    public void A_value_that_takes_for_ever_is_named(string source) =>
        Assert.EndsWith("(not shown in full: it takes too long)", _session.Run(source).Data.Single().Data["text/plain"], StringComparison.Ordinal);

    [Fact]
    public void A_value_whose_text_cannot_be_made_is_shown_all_the_same() =>
        Assert.Equal("Mute (its text can't be made: FormatException)", _session.ValueOf("class Mute { public override string ToString() => throw new FormatException(); }\nnew Mute()"));

    [Fact]
    public void What_display_returns_is_not_shown_again() => Assert.Equal("text", Assert.Single(_session.Run("display(\"text\")").Data).Data["text/plain"]);

    [Fact]
    public void Warnings_are_told_with_their_place()
    {
        var run = _session.Run("#warning look here\n1");
        Assert.Equal("cell 1, line 1, column 10: warning CS1030: #warning: 'look here'\n", run.Text("stderr"));
        Assert.Equal("1", run.Value);
    }

    [Fact]
    public void What_an_exception_says_of_itself_names_no_folder() =>
        Assert.DoesNotContain(_session.Folder, _session.ValueOf("string Trace() { try { throw new Exception(); } catch (Exception e) { return e.ToString(); } }\nTrace()"), StringComparison.Ordinal);
}
