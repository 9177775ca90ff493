using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Data;

/// <summary>
/// A small LSTM or GRU, one sequence, and the gradients that PyTorch's automatic differentiation gives for them (chapter 06);
/// <c>data/README.md</c> says how to make the files again. Outputs are linear, the loss is the squared error, averaged over the steps;
/// the initial state is zero.
/// </summary>
/// <param name="p">The parameters.</param>
/// <param name="x">Inputs x_1..x_T, each n_x.</param>
/// <param name="y">Targets y_1..y_T, each n_q.</param>
/// <param name="dL_dθ">∂L/∂θ of every parameter.</param>
/// <param name="dL_dh">∂L/∂h_0..∂L/∂h_T, each n_h.</param>
/// <param name="dL_dc">∂L/∂c_0..∂L/∂c_T, each n_h; empty for the GRU.</param>
/// <typeparam name="TParameters">Says which cell: <see cref="LstmParameters"/> or <see cref="GruParameters"/>.</typeparam>
/// <param name="torch_h">h_1..h_T of torch.nn.GRU with the same weights: another function. Empty for the LSTM.</param>
public sealed record GatedAutogradCase<TParameters>(
    TParameters p, Sequence x, Sequence y, TParameters dL_dθ, Sequence dL_dh, Sequence dL_dc, Sequence torch_h)
    where TParameters : IParameters<TParameters>;

/// <summary>Reads the cases of chapter 06.</summary>
public static class GatedAutogradCase
{
    /// <summary>Reads a case of the LSTM.</summary>
    /// <exception cref="InvalidDataException">The file is not JSON, or a value in it is missing or of the wrong kind.</exception>
    public static GatedAutogradCase<LstmParameters> LoadLstm(string path) =>
        Load(path, (n_x, n_h, n_q) => LstmParameters.Create(n_x, n_h, n_q, Initialise.Zero, new MersenneTwister(0)));

    /// <summary>Reads a case of the GRU.</summary>
    /// <inheritdoc cref="LoadLstm" path="/exception"/>
    public static GatedAutogradCase<GruParameters> LoadGru(string path) =>
        Load(path, (n_x, n_h, n_q) => GruParameters.Create(n_x, n_h, n_q, Initialise.Zero, new MersenneTwister(0)));

    private static GatedAutogradCase<TParameters> Load<TParameters>(string path, Func<int, int, int, TParameters> shapes)
        where TParameters : IParameters<TParameters> =>
        AutogradCase.Read(path, root =>
        {
            var (config, sequence, gradient) = (root.GetProperty("config"), root.GetProperty("sequences")[0], root.GetProperty("gradient"));
            int Size(string name) => config.GetProperty(name).GetInt32();
            var zero = shapes(Size("n_x"), Size("n_h"), Size("n_q"));
            return new GatedAutogradCase<TParameters>(
                Tensors(root.GetProperty("parameters"), zero),
                new(AutogradCase.Rows(sequence.GetProperty("x"))),
                new(AutogradCase.Rows(sequence.GetProperty("y"))),
                Tensors(gradient.GetProperty("dL_dθ"), zero),
                new(AutogradCase.Rows(gradient.GetProperty("dL_dh")), first: 0),
                gradient.TryGetProperty("dL_dc", out var dL_dc) ? new(AutogradCase.Rows(dL_dc), first: 0) : [],
                root.TryGetProperty("torch_nn_GRU", out var torch) ? new(AutogradCase.Rows(torch.GetProperty("h"))) : []);
        });

    private static TParameters Tensors<TParameters>(JsonElement named, TParameters shapes) where TParameters : IParameters<TParameters> =>
        shapes.WithVector(Vector<double>.Build.DenseOfEnumerable(
            shapes.Tensors().SelectMany(tensor => ColumnByColumn(named.GetProperty(tensor.Name)))));

    // A bias is a list of numbers, a matrix a list of rows.
    private static double[] ColumnByColumn(JsonElement value) => value[0].ValueKind == JsonValueKind.Array
        ? Matrix<double>.Build.DenseOfRowVectors(AutogradCase.Rows(value)).ToColumnMajorArray()
        : AutogradCase.Numbers(value).ToArray();
}
