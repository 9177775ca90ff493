using System.IO.Compression;
using System.Text.Json.Nodes;
using Unrolled.Cli.Grading;

namespace Unrolled.Cli.Tests.Grading;

/// <summary>Grading in pieces, on several machines, and in a sandbox.</summary>
public sealed class GradeRunTests : IDisposable
{
    private readonly Workspace _class = new();
    private readonly Workspace _reports = new();

    public void Dispose()
    {
        _class.Dispose();
        _reports.Dispose();
    }

    [Fact]
    public void A_run_goes_on_with_what_it_had_and_grades_what_has_changed()
    {
        var (json, right) = (_reports.PathOf("g.json"), Handin.Notebook(Handin.SetUp, Handin.RightDerivative));
        _class.Write("an.ipynb", right);
        _class.Write("binh.ipynb", right);
        Assert.Equal(0, Grade("--json", json).ExitCode);
        // What is not graded again keeps what stands there.
        File.WriteAllText(json, File.ReadAllText(json).Replace("\"outcome\": \"passed\"", "\"outcome\": \"wrong\"", StringComparison.Ordinal));
        _class.Write("binh.ipynb", right + "\n");
        Assert.Contains("grading 2 of 2", Grade("--json", json, "--resume").Output, StringComparison.Ordinal);
        Assert.Equal(["wrong", "passed"], Outcomes(json, "2.4"));
        Grade("--resume").AssertRefused(2, "--json");
    }

    [Fact]
    public void A_run_that_goes_on_and_is_interrupted_loses_nothing_of_what_it_had()
    {
        var (json, right) = (_reports.PathOf("g.json"), Handin.Notebook(Handin.SetUp, Handin.RightDerivative));
        _class.Write("an.ipynb", Handin.Notebook(Handin.SetUp));
        _class.Write("binh.ipynb", right);
        Assert.Equal(0, Grade("--json", json).ExitCode);
        _class.Write("an.ipynb", Handin.Notebook("System.Threading.Thread.Sleep(-1);"));
        _class.Write("aa.ipynb", right);
        var run = Cli.Start(_class.Folder, ["grade", ".", "--cell-timeout", "600", "--json", json, "--resume"]);
        Patience.Until(() => Students(json).Contains("aa"), "the first notebook's grades");
        run.Interrupt();
        Assert.Contains("Interrupted after 2 of 3", run.Result().Output, StringComparison.Ordinal);
        Assert.Equal(["aa", "binh"], Students(json));
    }

    [Fact]
    public void Shares_are_joined_to_one_report()
    {
        string[] students = ["an", "binh", "chi"];
        foreach (var student in students)
            _class.Write($"{student}.ipynb", Handin.Notebook(Handin.SetUp, student == "chi" ? "1" : Handin.RightDerivative));
        Assert.Equal(0, Grade("--json", _reports.PathOf("1.json"), "--shard", "1/2").ExitCode);
        Assert.Equal(0, Grade("--json", _reports.PathOf("2.json"), "--shard", "2/2").ExitCode);
        var merged = Cli.Run(_reports.Folder, "grade", "merge", "1.json", "2.json", "--json", "all.json", "--csv", "all.csv", "--html", "all.html");
        Assert.True(merged.ExitCode == 0, merged.Output);
        Assert.Equal(["passed", "passed", "missing"], Outcomes(_reports.PathOf("all.json"), "2.4"));
        Assert.Equal(["student", .. students, ""], File.ReadAllText(_reports.PathOf("all.csv")).Split('\n').Select(line => line.Split(',')[0]));
        Grade("--shard", "3/2").AssertRefused(2, "--shard expects K/N");
    }

    [Fact]
    public void An_archive_is_graded_with_the_files_beside_the_notebook()
    {
        using (var zip = ZipFile.Open(_class.PathOf("an.zip"), ZipArchiveMode.Create))
        {
            Add("an/02.ipynb", Handin.Notebook(Handin.SetUp, "#load \"mine.csx\"\nif (System.IO.File.ReadAllText(\"my.csv\") != \"a,b\") throw new Exception();", "Chapter02.TanhDerivative.Check(Mine)"));
            Add("an/mine.csx", "MathNet.Numerics.LinearAlgebra.Vector<double> Mine(MathNet.Numerics.LinearAlgebra.Vector<double> a, MathNet.Numerics.LinearAlgebra.Vector<double> h) => 1 - h.PointwiseMultiply(h);");
            Add("an/my.csv", "a,b");
            Add("an/setup.csx", "throw new Exception(\"an old one\");");

            void Add(string name, string content)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        var result = Grade("--json", _reports.PathOf("g.json"));
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(["passed"], Outcomes(_reports.PathOf("g.json"), "2.4"));
    }

    [Fact]
    public void A_sandbox_keeps_students_from_the_network_from_others_work_and_from_writing_elsewhere()
    {
        var sandbox = Sandbox.Find(CourseFolder.Find(), [_class.Folder]);
        Assert.SkipWhen(!sandbox.Told.StartsWith("bwrap", StringComparison.Ordinal), "This machine has no bwrap that works.");
        var (secret, outside) = (_class.Write("binh.ipynb", Handin.Notebook(Handin.SetUp)), Path.Combine(CourseFolder.Find().Data, "written-by-a-student"));
        _class.Write("an.ipynb", Handin.Notebook(Handin.SetUp, $$"""
            if (System.IO.File.Exists(@"{{secret}}")) throw new Exception("read");
            if (System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces().Any(i => i.NetworkInterfaceType != System.Net.NetworkInformation.NetworkInterfaceType.Loopback)) throw new Exception("network");
            System.IO.File.WriteAllText("own", "");
            System.IO.File.WriteAllText(System.IO.Path.GetTempFileName(), "");
            try { System.IO.File.WriteAllText(@"{{outside}}", ""); throw new Exception("written"); } catch (System.IO.IOException) { }
            """, Handin.RightDerivative));
        var result = Grade("--json", _reports.PathOf("g.json"));
        Assert.Contains("sandbox: bwrap", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(outside));
        Assert.Empty(Json(_reports.PathOf("g.json"))["notebooks"]![0]!["problems"]!.AsArray());
        Assert.Contains("sandbox: none", Grade("--no-sandbox").Output, StringComparison.Ordinal);
    }

    private CliResult Grade(params string[] options) => Cli.Run(_class.Folder, ["grade", ".", "--cell-timeout", "300", .. options]);

    private static JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(file))!;

    private static IEnumerable<string> Students(string file) => Json(file)["notebooks"]!.AsArray().Select(notebook => (string)notebook!["student"]!);

    private static IEnumerable<string> Outcomes(string file, string id) => Json(file)["notebooks"]!.AsArray()
        .Select(notebook => (string)notebook!["outcomes"]!.AsArray().Single(outcome => (string)outcome!["id"]! == id)!["outcome"]!);
}
