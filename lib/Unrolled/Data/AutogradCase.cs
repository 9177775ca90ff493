using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Data;

/// <summary>
/// A small network, one sequence, and the gradients that another program's automatic differentiation gives for them: values from outside
/// to check our own against (chapters 03 and 06). The committed files come from PyTorch; <c>data/README.md</c> says how to make them again.
/// The loss is the squared error, averaged over the steps; the initial state is zero.
/// </summary>
/// <param name="p">The parameters.</param>
/// <param name="x">Inputs x_1..x_T, each n_x.</param>
/// <param name="y">Targets y_1..y_T, each n_q.</param>
/// <param name="dL_dθ">∂L/∂θ of every parameter.</param>
/// <param name="dL_do">∂L/∂o_1..∂L/∂o_T, each n_q.</param>
/// <param name="dL_dh">∂L/∂h_0..∂L/∂h_T, each n_h.</param>
/// <param name="dL_dc">∂L/∂c_0..∂L/∂c_T, each n_h; empty for cells without c.</param>
/// <param name="torch_h">h_1..h_T of torch.nn.GRU with the same weights: another function. Empty for other cells.</param>
/// <typeparam name="TParameters">Says which cell: <see cref="RnnParameters"/>, <see cref="LstmParameters"/> or <see cref="GruParameters"/>.</typeparam>
public sealed record AutogradCase<TParameters>(
    TParameters p, Sequence x, Sequence y, TParameters dL_dθ, Sequence dL_do, Sequence dL_dh, Sequence dL_dc, Sequence torch_h)
    where TParameters : IParameters<TParameters>;

/// <summary>Reads <see cref="AutogradCase{TParameters}"/> from JSON files.</summary>
public static class AutogradCase
{
    private delegate TParameters Shapes<TParameters>(int n_x, int n_h, int n_q, Initialiser init, Random rng);

    /// <summary>Reads a case of the RNN, with tanh as hidden activation and the sigmoid as output activation.</summary>
    /// <exception cref="InvalidDataException">The file is not JSON, or a value in it is missing or of the wrong kind.</exception>
    public static AutogradCase<RnnParameters> LoadRnn(string path) => Load<RnnParameters>(path, RnnParameters.Create);

    /// <summary>Reads a case of the LSTM, with linear outputs.</summary>
    /// <inheritdoc cref="LoadRnn" path="/exception"/>
    public static AutogradCase<LstmParameters> LoadLstm(string path) => Load<LstmParameters>(path, LstmParameters.Create);

    /// <summary>Reads a case of the GRU, with linear outputs.</summary>
    /// <inheritdoc cref="LoadRnn" path="/exception"/>
    public static AutogradCase<GruParameters> LoadGru(string path) => Load<GruParameters>(path, GruParameters.Create);

    private static AutogradCase<TParameters> Load<TParameters>(string path, Shapes<TParameters> create)
        where TParameters : IParameters<TParameters>
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(file.RootElement, create);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException(
                $"Can't read gradients from '{path}': {e.Message} data/README.md says how to make the file again.", e);
        }
    }

    private static AutogradCase<TParameters> Read<TParameters>(JsonElement root, Shapes<TParameters> create)
        where TParameters : IParameters<TParameters>
    {
        var (config, sequence, gradient) = (root.GetProperty("config"), root.GetProperty("sequences")[0], root.GetProperty("gradient"));
        int Size(string name) => config.GetProperty(name).GetInt32();
        var shapes = create(Size("n_x"), Size("n_h"), Size("n_q"), Initialise.Zero, new MersenneTwister(0));
        return new AutogradCase<TParameters>(
            Tensors(root.GetProperty("parameters"), shapes),
            new(Rows(sequence.GetProperty("x"))),
            new(Rows(sequence.GetProperty("y"))),
            Tensors(gradient.GetProperty("dL_dθ"), shapes),
            new(Rows(gradient.GetProperty("dL_do"))),
            new(Rows(gradient.GetProperty("dL_dh")), first: 0),
            gradient.TryGetProperty("dL_dc", out var dL_dc) ? new(Rows(dL_dc), first: 0) : [],
            root.TryGetProperty("torch_nn_GRU", out var torch) ? new(Rows(torch.GetProperty("h"))) : []);
    }

    private static TParameters Tensors<TParameters>(JsonElement named, TParameters shapes) where TParameters : IParameters<TParameters> =>
        shapes.WithVector(Vector<double>.Build.DenseOfEnumerable(
            shapes.Tensors().SelectMany(tensor => ColumnByColumn(named.GetProperty(tensor.Name)))));

    // A bias is a list of numbers, a matrix a list of rows.
    private static double[] ColumnByColumn(JsonElement value) => value[0].ValueKind == JsonValueKind.Array
        ? Matrix<double>.Build.DenseOfRowVectors(Rows(value)).ToColumnMajorArray()
        : Numbers(value).ToArray();

    private static IEnumerable<Vector<double>> Rows(JsonElement rows) => rows.EnumerateArray().Select(Numbers);

    private static Vector<double> Numbers(JsonElement numbers) =>
        Vector<double>.Build.DenseOfEnumerable(numbers.EnumerateArray().Select(number => number.GetDouble()));
}
