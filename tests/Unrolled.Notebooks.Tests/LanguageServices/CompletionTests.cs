using Unrolled.Notebooks.Tests.Session;

namespace Unrolled.Notebooks.Tests.LanguageServices;

[Collection(OneAtATime.Name)]
public sealed class CompletionTests(AskedSession session) : IClassFixture<AskedSession>
{
    [Theory]
    [InlineData("Math.Ab|", "Abs", CompletionKind.Method, "double Math.Abs(double value) (+ 7 overloads)")]
    [InlineData("Math.P|", "PI", CompletionKind.Field, "double Math.PI = 3.141592653589793")]
    [InlineData("numbers.Cou|", "Count", CompletionKind.Property, "int List<int>.Count { get; }")]
    [InlineData("AppDomain.CurrentDomain.Process|", "ProcessExit", CompletionKind.Event, "EventHandler? AppDomain.ProcessExit")]
    [InlineData("System.Te|", "Text", CompletionKind.Namespace, "namespace System.Text")]
    [InlineData("String|", "StringBuilder", CompletionKind.Class, "class System.Text.StringBuilder")]
    [InlineData("Comp|", "Complex", CompletionKind.Struct, "readonly struct System.Numerics.Complex")]
    [InlineData("IDisp|", "IDisposable", CompletionKind.Interface, "interface System.IDisposable")]
    [InlineData("DayOf|", "DayOfWeek", CompletionKind.Enum, "enum System.DayOfWeek")]
    [InlineData("DayOfWeek.Mon|", "Monday", CompletionKind.EnumMember, "DayOfWeek.Monday = 1")]
    [InlineData("Tol|", "Told", CompletionKind.Delegate, "delegate void Told(int what)")]
    [InlineData("numbers.Contai|", "Contains", CompletionKind.Method, "bool List<int>.Contains(int item) (+ 2 overloads)")]
    [InlineData("sca|", "scale", CompletionKind.Local, "double scale")]
    [InlineData("Twi|", "Twice", CompletionKind.Method, "int Twice(int n)")]
    [InlineData("disp|", "display", CompletionKind.Method, "DisplayedValue CellFunctions.display(object? value, params string[] mimeTypes)")]
    [InlineData("int F(int inner) => inn|", "inner", CompletionKind.Parameter, "int inner")]
    [InlineData("{ var inner = 1; inn|", "inner", CompletionKind.Local, "int inner")]
    [InlineData("T F<TInner>(TInn|", "TInner", CompletionKind.TypeParameter, "TInner")]
    [InlineData("forea|", "foreach", CompletionKind.Keyword, "foreach")]
    public void A_name_has_a_kind_and_a_signature(string code, string text, CompletionKind kind, string signature) =>
        Assert.Equal(new Completion(text, kind, signature), session.Item(code, text));

    [Theory]
    [InlineData("var x = Math.|", "Sqrt")]
    [InlineData("var x = Math.|\nvar y = 3;", "Sqrt")]
    [InlineData("foo(Math.Sq|", "Sqrt")]
    [InlineData("numbers.Sel|", "Select")]
    [InlineData("numbers?.Sel|", "Select")]
    [InlineData("int? n = 1; n?.Com|", "CompareTo")]
    [InlineData("numbers?.ToString()?.Subs|", "Substring")]
    [InlineData("numbers.Select(v => v.Comp|", "CompareTo")]
    [InlineData("numbers.ForEach(v => { v.Comp|", "CompareTo")]
    [InlineData("from v in numbers select v.Comp|", "CompareTo")]
    [InlineData("var broken = ;;; ) foo(;\nnumbers.Fir|", "First")]
    [InlineData("numbers.Where(n => n > 1).Fir|\nvar broken = ;;; class {", "First")]
    [InlineData("var t = (first: 1, 2); t.fir|", "first")]
    [InlineData("$\"{numbers.Cou|", "Count")]
    [InlineData("Console.Wri|teLine(1)", "WriteLine")]
    [InlineData("new Place(1, 2) { | }", "X")]
    [InlineData("new Place(1, 2) { X = 1, | }", "Y")]
    [InlineData("new Place(1, 2) with { Y| = 1 }", "Y")]
    [InlineData("\"a\" is { Len| }", "Length")]
    [InlineData("new List<int> { sca| }", "scale")]
    [InlineData("new Str|", "StringBuilder")]
    [InlineData("using System.Coll|", "Collections")]
    [InlineData("global::Sys|", "System")]
    [InlineData("List<Str|", "String")]
    [InlineData("#r \"nuget: There.Is.None, 1.0\"\n#!csharp\nsca|", "scale")]
    [InlineData("Math\nsca|", "scale")]
    [InlineData("@sca|", "@scale")]
    public void Names_are_found_in_unfinished_and_broken_code(string code, string expected) => Assert.Contains(expected, session.Names(code));

    [Theory]
    [InlineData("// sca|")]
    [InlineData("/* sca|")]
    [InlineData("/// <see cref=\"sca|")]
    [InlineData("\"sca|")]
    [InlineData("\"sca|\"")]
    [InlineData("@\"sca|")]
    [InlineData("$\"sca|")]
    [InlineData("\"\"\"\nsca|")]
    [InlineData("'s|")]
    [InlineData("#load \"sca|")]
    [InlineData("#r \"sca|")]
    [InlineData("#r \"nuget: Sca|")]
    [InlineData("#!sca|")]
    [InlineData("#if sca|")]
    [InlineData("1e1|")]
    [InlineData("int sca|")]
    [InlineData("nowhere.|")]
    [InlineData("Twice.|")]
    public void Nothing_is_offered_where_no_known_name_can_stand(string code) => Assert.Empty(session.Complete(code).Items);

    [Theory]
    [InlineData("new Place(1, 2).|", "Hidden", "get_X", "op_Equality", ".ctor", "this[]", "EqualityContract", "PrintMembers", "<Clone>$")]
    [InlineData("Counter.|", "Count", "op_Addition", "ReferenceEquals")]
    [InlineData("new Counter { | }", "Fixed", "Made", "ToString", "scale", "var")]
    [InlineData("new Counter().|", "Made", "Finalize", "MemberwiseClone")]
    [InlineData("Colour.|", "Parse", "value__")]
    [InlineData("|", "scaleSecretly", "<Factory>", "<Initialize>", "ToString", "__arglist")]
    [InlineData("global::|", "FxResources")]
    [InlineData("new |", "Math")]
    [InlineData("numbers.|", "var", "scale")]
    [InlineData("{ |; var later = 1; }", "later")]
    public void What_cannot_be_written_there_is_left_out(string code, params string[] absent)
    {
        var names = session.Names(code);
        Assert.NotEmpty(names);
        Assert.Empty(names.Intersect(absent));
    }

    [Fact]
    public void Members_of_an_enum_are_all_that_its_name_offers() => Assert.Equal(["Green", "Red"], session.Names("Colour.|"));

    [Fact]
    public void Names_that_agree_in_letter_case_come_first_and_each_part_is_in_ordinal_order()
    {
        var names = session.Names("s|");
        Assert.Equal(names.Where(n => n[0] == 's').Order(StringComparer.Ordinal).Concat(names.Where(n => n[0] == 'S').Order(StringComparer.Ordinal)), names);
        Assert.Contains("scale", names);
        Assert.Contains("String", names);
    }

    [Fact]
    public void The_range_holds_what_is_written_of_the_name()
    {
        var completions = session.Complete("var x = Math.Ab|s(1)");
        Assert.Equal((13, 15), (completions.Start, completions.End));
        Assert.Equal((9, 9), session.Complete("numbers. |") is var none ? (none.Start, none.End) : default);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_position_outside_the_code_is_named(int position)
    {
        using var harness = new SessionHarness();
        var complete = Assert.Throws<ArgumentOutOfRangeException>(() => harness.Session.Complete("abc", position));
        Assert.Equal(("position", (object)position), (complete.ParamName, complete.ActualValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => harness.Session.Inspect("abc", position));
    }
}
