using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Golden;

/// <summary>One file of golden values; make_golden.py says what stands in it and where it comes from.</summary>
internal sealed class GoldenFile(string name)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden");

    private readonly JsonElement _root = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name))).RootElement;

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public JsonElement Gradient => _root.GetProperty("gradient");

    public IEnumerable<JsonElement> Training => _root.GetProperty("training").EnumerateArray();

    public string Cell => Config("cell").GetString()!;

    public Activation φ_h => new[] { Activation.Tanh, Activation.Sigmoid, Activation.ReLU, Activation.Identity }
        .Single(φ => φ.Name == Config("φ_h").GetString());

    public OutputActivation φ_o => new OutputActivation[] { Activation.Identity, Activation.Sigmoid, Softmax.Instance }
        .Single(φ => φ.Name == Config("φ_o").GetString());

    public Loss ℓ => new[] { Loss.SquaredError, Loss.BinaryCrossEntropy, Loss.CategoricalCrossEntropy }
        .Single(ℓ => ℓ.Name == Config("loss").GetString());

    public int n_x => Config("n_x").GetInt32();

    public int n_q => Config("n_q").GetInt32();

    /// <summary>One size, or one per layer of a stack.</summary>
    public int[] n_h => Config("n_h").ValueKind == JsonValueKind.Array
        ? [.. Config("n_h").EnumerateArray().Select(n => n.GetInt32())]
        : [Config("n_h").GetInt32()];

    public IReadOnlyList<(Sequence x, SequenceLoss L)> Sequences =>
        [.. _root.GetProperty("sequences").EnumerateArray().Select(s => (Steps(s.GetProperty("x")), LossOf(Steps(s.GetProperty("y")))))];

    /// <summary>The same sequences as training reads them.</summary>
    public SequenceDataset Dataset
    {
        get
        {
            var sequences = _root.GetProperty("sequences").EnumerateArray();
            Sequence[] x = [.. sequences.Select(s => Steps(s.GetProperty("x")))], y = [.. sequences.Select(s => Steps(s.GetProperty("y")))];
            return Config("steps").GetString() == "last" ? SequenceDataset.Last(x, [.. y.Select(y => y[1])]) : SequenceDataset.Mean(x, y);
        }
    }

    public T Parameters<T>(T shapes) where T : IParameters<T> => Tensors(_root.GetProperty("parameters"), shapes);

    public static T Tensors<T>(JsonElement byName, T shapes) where T : IParameters<T> =>
        shapes.WithVector(Vector<double>.Build.DenseOfEnumerable(
            shapes.Tensors().SelectMany(tensor => Tensor(byName.GetProperty(tensor.Name)).ToColumnMajorArray())));

    public static Sequence Steps(JsonElement rows, int first = 1) => new(rows.EnumerateArray().Select(Vector), first);

    public static Vector<double> Vector(JsonElement numbers) =>
        Vector<double>.Build.DenseOfEnumerable(numbers.EnumerateArray().Select(number => number.GetDouble()));

    private static Matrix<double> Tensor(JsonElement value) => value[0].ValueKind == JsonValueKind.Array
        ? Matrix<double>.Build.DenseOfRowVectors(value.EnumerateArray().Select(Vector))
        : Vector(value).ToColumnMatrix();

    private SequenceLoss LossOf(Sequence y) => Config("steps").GetString() == "last"
        ? SequenceLoss.Last(ℓ, Config("T").GetInt32(), y[1])
        : SequenceLoss.Mean(ℓ, y);

    private JsonElement Config(string key) => _root.GetProperty("config").GetProperty(key);

    /// <summary>What a run does with a gradient, as make_golden.py states it.</summary>
    public static (Clipping Clipping, Optimiser Optimiser) Rule(JsonElement run)
    {
        double Number(string name) => run.GetProperty(name).GetDouble();
        return run.GetProperty("update").GetString() switch
        {
            "sgd" => (Clipping.None, new GradientDescent(Number("lr"))),
            "clip" => (Clipping.ByNorm(Number("tau")), new GradientDescent(Number("lr"))),
            "momentum" => (Clipping.None, new Momentum(Number("lr"), Number("mu"))),
            "adam" => (Clipping.None, new Adam(Number("lr"), Number("b1"), Number("b2"), Number("eps"))),
            var other => throw new InvalidDataException($"The update must be sgd, clip, momentum or adam, got {other}."),
        };
    }
}
