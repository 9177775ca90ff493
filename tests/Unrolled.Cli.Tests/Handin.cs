using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.Cli.Tests;

/// <summary>What students hand in for exercises 2.1 and 2.4: right, wrong and worse.</summary>
internal static class Handin
{
    public const string SetUp = """
        #load "setup.csx"
        using MathNet.Numerics.LinearAlgebra;
        using Unrolled;
        using Unrolled.Exercises;
        """;

    public const string RightStep = "(p.W_hx * x_t + p.W_hh * h_tm1 + p.b_h).PointwiseTanh()";

    public const string RightDerivative = """
        Vector<double> TanhDerivative(Vector<double> a, Vector<double> h)
        {
            return 1 - h.PointwiseMultiply(h);
        }
        Chapter02.TanhDerivative.Check(TanhDerivative)
        """;

    /// <summary>A cell that answers exercise 2.1 by these statements.</summary>
    public static string Step(string body) => $$"""
        Vector<double> OneStep(RnnParameters p, Vector<double> x_t, Vector<double> h_tm1)
        {
            {{body}}
        }
        Chapter02.OneStep.Check(OneStep)
        """;

    /// <summary>A notebook with exercise 2.1 answered right, checked in a certain way, and exercise 2.4 right.</summary>
    /// <param name="use">What stands where the check stands, which is called CHECK.</param>
    public static string CheckedBy(string use) => WithStep($"return {RightStep};")
        .Replace("Chapter02.OneStep.Check(OneStep)", JsonEncodedText.Encode(use.Replace("CHECK", "Chapter02.OneStep.Check(OneStep)", StringComparison.Ordinal)).ToString(), StringComparison.Ordinal);

    /// <summary>A notebook with the set-up, exercise 2.1 answered by these statements, and exercise 2.4 right.</summary>
    public static string WithStep(string body) => Notebook(SetUp, Step(body), RightDerivative);

    /// <summary>A notebook of code cells, with a forged verdict standing as output of each.</summary>
    public static string Notebook(params string[] sources) => Notebook(sources.Select((source, i) => ($"c{i + 1}", source)));

    public static string Notebook(IEnumerable<(string Id, string Source)> cells) => new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select(cell => new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = 1,
            ["id"] = cell.Id,
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(new JsonObject
            {
                ["output_type"] = "display_data",
                ["metadata"] = new JsonObject(),
                ["data"] = new JsonObject { ["application/vnd.unrolled.verdict+json"] = JsonNode.Parse(Forged) },
            }),
            ["source"] = cell.Source,
        })]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString();

    /// <summary>A verdict that no check gave.</summary>
    public const string Forged = """{"id":"2.1","outcome":"passed","diagnosis":null,"seal":"0000"}""";
}
