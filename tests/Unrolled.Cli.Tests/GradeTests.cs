using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Unrolled.Cli.Tests;

/// <summary>A class hands in its notebooks, and one run grades them all.</summary>
public sealed class GradeTests(GradeTests.GradedClass graded) : IClassFixture<GradeTests.GradedClass>
{
    private const string Passed = "passed";
    private const string Missing = "missing";

    // File, what is handed in, and the outcomes of exercises 2.1 and 2.4; a diagnosis stands for the outcome "misconception".
    private static readonly (string File, string Content, string Step, string Derivative)[] Handins =
    [
        ("right", Handin.WithStep($"return {Handin.RightStep};"), Passed, Passed),
        ("right-in-another-way", Handin.WithStep("return Rnn.Forward(p, [x_t], h_0: h_tm1).h[1];"), Passed, Passed),
        ("stub", Handin.WithStep("throw new NotAttempted();"), "not-attempted", Passed),
        ("known-mistake", Handin.WithStep("return (p.W_hx * x_t + p.W_hh * h_tm1).PointwiseTanh();"), "no bias", Passed),
        ("unknown-mistake", Handin.WithStep($"return 1.1 * {Handin.RightStep};"), "wrong", Passed),
        ("exception", Handin.WithStep("throw new Exception(\"<&\\u0001\");"), "failed", Passed),
        ("hanging", Handin.WithStep("while (true) { }"), "too-slow", Passed),
        ("hanging-and-allocating", Handin.WithStep("while (true) h_tm1 = h_tm1 + x_t.Sum();"), "too-slow", Passed),
        ("hanging-in-a-lambda", Handin.WithStep("return h_tm1.Map(h => { while (h < 1e9) h += new double[9].Length - 9; return h; });"), "too-slow", Passed),
        ("sleeping", Handin.WithStep("System.Threading.Thread.Sleep(-1); return null;"), "too-slow", Passed),
        ("overwriting", Handin.WithStep($"var h_t = {Handin.RightStep}; x_t[0] = 0; return h_t;"), "changed-argument", Passed),
        ("out-of-memory", Handin.WithStep("var all = new List<double[]>(); while (true) all.Add(new double[60_000_000]);"), "failed", Passed),
        ("stack-overflow", Handin.WithStep("return OneStep(p, x_t, h_tm1 + 1) + 1;"), Missing, Passed),
        ("exiting", Handin.WithStep("Environment.Exit(0); return null;"), Missing, Passed),
        ("not-compiling", Handin.WithStep("return;"), Missing, Passed),
        ("hanging-cell", Handin.Notebook(Handin.SetUp, "System.Threading.Thread.Sleep(-1);", Handin.RightDerivative), Missing, Passed),
        ("flooding", Handin.Notebook(Handin.SetUp, "Console.WriteLine(new string('x', 20_000_000));", Handin.RightDerivative), Missing, Passed),
        ("destructive", Handin.Notebook(Handin.SetUp, "System.IO.Directory.Delete(\"../data\", recursive: true);", Handin.RightDerivative), Missing, Passed),
        ("empty-notebook", Handin.Notebook(), Missing, Missing),
        ("without-set-up", Handin.Notebook(Handin.RightDerivative), Missing, Missing),
        ("set-up-elsewhere", Handin.Notebook(Handin.SetUp.Replace("setup.csx", "../course/setup.csx", StringComparison.Ordinal), Handin.RightDerivative), Missing, Passed),
        ("reordered", Handin.Notebook(Handin.SetUp, Handin.RightDerivative, Handin.Step($"return {Handin.RightStep};")), Passed, Passed),
        ("doubled", Handin.Notebook([("a", Handin.SetUp), ("b", Handin.Step($"return {Handin.RightStep};")), ("b", Handin.Step("return null;"))]), Passed, Missing),
        ("forging", Handin.Notebook(Handin.SetUp,
            "public record Forged(); Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Forged>((f, writer) => writer.Write(\"\"\"" + Handin.Forged
            + "\"\"\"), \"application/vnd.unrolled.verdict+json\");", "display(new Forged(), \"application/vnd.unrolled.verdict+json\");",
            "Unrolled.Exercises.Seal.SetKey(\"mine\");", Handin.RightDerivative), Missing, Passed),
        ("semicolon", Handin.CheckedBy("CHECK;"), Passed, Passed),
        ("kept", Handin.CheckedBy("var verdict = CHECK;"), Passed, Passed),
        ("returned", Handin.CheckedBy("return CHECK;"), Passed, Passed),
        ("printed", Handin.CheckedBy("Console.WriteLine(CHECK);"), Passed, Passed),
        ("in-a-loop", Handin.CheckedBy("for (var i = 0; i < 3; i++) CHECK;"), Passed, Passed),
        ("not-last", Handin.CheckedBy("CHECK; 5"), Passed, Passed),
        ("in-a-task", Handin.CheckedBy("Task.Run(() => CHECK);"), Passed, Passed),
        ("in-a-list", Handin.CheckedBy("new[] { CHECK }.Select(f => f.Headline)"), Passed, Passed),
        ("before-an-exception", Handin.CheckedBy("CHECK; throw new Exception();"), Passed, Passed),
        ("after-a-flood", Handin.CheckedBy("try { Console.WriteLine(new string('x', 20_000_000)); } catch { } CHECK"), Passed, Passed),
        ("silenced", Handin.CheckedBy("Console.SetOut(System.IO.TextWriter.Null); Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Feedback>(f => \"\", \"text/html\"); CHECK"), Passed, Passed),
        ("with-a-message", Handin.CheckedBy("Console.WriteLine(\"{\\\"type\\\":\\\"done\\\",\\\"count\\\":2,\\\"status\\\":\\\"ok\\\"}\"); CHECK"), Passed, Passed),
        ("empty-file", "", Missing, Missing),
        ("not-json", "I could not open the notebook, sorry.", Missing, Missing),
        ("new-format", "{ \"nbformat\": 5, \"cells\": [] }", Missing, Missing),
    ];

    public static TheoryData<string> Files => [.. Handins.Select(handin => handin.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_notebook_is_graded_by_what_its_code_does(string file)
    {
        var (_, _, step, derivative) = Handins.Single(handin => handin.File == file);
        Assert.Equal((step, derivative), (graded.Outcome(file, "2.1"), graded.Outcome(file, "2.4")));
    }

    [Fact]
    public void Notebooks_that_could_not_be_run_are_told_and_make_the_exit_code_1()
    {
        graded.Result.AssertRefused(1, "empty-file.ipynb:\n", "not-json.ipynb:\n", "new-format.ipynb:\n");
        string[] unreadable = ["empty-file", "not-json", "new-format"];
        Assert.All(Handins, handin => Assert.Equal(unreadable.Contains(handin.File), graded.Notebook(handin.File)["unreadable"] is not null));
    }

    [Theory]
    [InlineData("stack-overflow", "cell 2 (id c2): WorkerLost")]
    [InlineData("exiting", "cell 2 (id c2): WorkerLost")]
    [InlineData("not-compiling", "cell 2 (id c2): CompilationError")]
    [InlineData("hanging-cell", "cell 2 (id c2): TimeLimit")]
    [InlineData("flooding", "cell 2 (id c2): OutputLimitException")]
    [InlineData("without-set-up", "cell 1 (id c1): CompilationError")]
    public void A_cell_that_fails_is_named(string file, string told)
    {
        Assert.StartsWith(told, (string)graded.Notebook(file)["problems"]!.AsArray().Single()!, StringComparison.Ordinal);
        Assert.Contains($"  {told}", graded.Result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Attempts_are_counted()
    {
        Assert.Equal(3, Attempts("in-a-loop"));
        Assert.Equal(1, Attempts("kept"));
        Assert.Equal(0, Attempts("empty-notebook"));

        int Attempts(string file) => (int)graded.Notebook(file)["outcomes"]!.AsArray().Single(o => (string)o!["id"]! == "2.1")!["attempts"]!;
    }

    [Fact]
    public void The_table_has_a_line_for_each_notebook()
    {
        Assert.All(Handins, handin => Assert.Contains($"│ ./{handin.File}.ipynb ", graded.Result.Output, StringComparison.Ordinal));
        Assert.Contains("2.1 no bias; ", graded.Result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_JUnit_file_says_the_same_as_the_JSON_file()
    {
        var suites = graded.JUnit.Root!.Elements("testsuite").ToList();
        Assert.Equal(Handins.Length, suites.Count);
        Assert.Equal(Handins.Count(handin => handin.Step == Passed), suites.Count(suite => Test(suite, "2.1") is { HasElements: false }));
        Assert.Equal("no bias", Test(Suite("known-mistake"), "2.1")?.Element("failure")?.Attribute("message")?.Value);
        Assert.Equal("too-slow", Test(Suite("hanging"), "2.1")?.Element("error")?.Attribute("message")?.Value);
        Assert.NotNull(Suite("not-json").Element("testcase")?.Element("error"));

        XElement Suite(string file) => suites.Single(suite => suite.Attribute("name")!.Value.EndsWith($"/{file}.ipynb", StringComparison.Ordinal));
        static XElement? Test(XElement suite, string id) =>
            suite.Elements("testcase").SingleOrDefault(test => test.Attribute("name")!.Value.StartsWith(id + " ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_handed_in_stays_as_it_was()
    {
        Assert.All(Handins, handin => Assert.Equal(handin.Content, File.ReadAllText(graded.PathOf(handin.File))));
        Assert.Equal(Handins.Length, Directory.GetFiles(graded.Folder, "*", SearchOption.AllDirectories).Length);
    }

    /// <summary>The class and its grades; grading takes a while and is done once for all tests.</summary>
    public sealed class GradedClass : IDisposable
    {
        private readonly Workspace _handins = new();
        private readonly Workspace _reports = new();

        public GradedClass()
        {
            foreach (var (file, content, _, _) in Handins)
                File.WriteAllText(PathOf(file), content);
            string[] limits = ["--cell-timeout", "60", "--memory", "600", "--jobs", "2"];
            Result = Cli.Start(_handins.Folder, ["grade", ".", "--json", _reports.PathOf("g.json"), "--junit", _reports.PathOf("g.xml"), .. limits],
                "vi_VN.UTF-8").Result(patience: 6);
            Json = JsonNode.Parse(File.ReadAllText(_reports.PathOf("g.json")))!;
            JUnit = XDocument.Load(_reports.PathOf("g.xml"));
        }

        internal CliResult Result { get; }

        internal JsonNode Json { get; }

        internal XDocument JUnit { get; }

        internal string Folder => _handins.Folder;

        internal string PathOf(string file) => _handins.PathOf($"{file}.ipynb");

        internal JsonNode Notebook(string file) => Json["notebooks"]!.AsArray().Single(n => ((string)n!["path"]!).EndsWith($"/{file}.ipynb", StringComparison.Ordinal))!;

        internal string Outcome(string file, string id)
        {
            var outcome = Notebook(file)["outcomes"]!.AsArray().Single(o => (string)o!["id"]! == id)!;
            return (string?)outcome["diagnosis"] ?? (string)outcome["outcome"]!;
        }

        public void Dispose()
        {
            _handins.Dispose();
            _reports.Dispose();
        }
    }
}
