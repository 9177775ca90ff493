using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Data;

/// <summary>
/// A small RNN, one sequence, and the gradients that another program's automatic differentiation gives for them: values from outside to
/// check our own against (chapter 03). The committed file comes from PyTorch; <c>data/README.md</c> says how to make it again.
/// The hidden activation is tanh, the output activation the sigmoid, the loss the squared error, averaged over the steps; h_0 = 0.
/// </summary>
/// <param name="p">The parameters.</param>
/// <param name="x">Inputs x_1..x_T, each n_x.</param>
/// <param name="y">Targets y_1..y_T, each n_q.</param>
/// <param name="dL_dθ">∂L/∂θ of every parameter.</param>
/// <param name="dL_do">∂L/∂o_1..∂L/∂o_T, each n_q.</param>
/// <param name="dL_dh">∂L/∂h_0..∂L/∂h_T, each n_h.</param>
public sealed record AutogradCase(RnnParameters p, Sequence x, Sequence y, RnnParameters dL_dθ, Sequence dL_do, Sequence dL_dh)
{
    /// <summary>Reads a case from a JSON file.</summary>
    /// <exception cref="InvalidDataException">The file is not JSON, or a value in it is missing or of the wrong kind.</exception>
    public static AutogradCase Load(string path) => Read(path, root =>
    {
        var (sequence, gradient) = (root.GetProperty("sequences")[0], root.GetProperty("gradient"));
        return new AutogradCase(
            Parameters(root.GetProperty("parameters")),
            new(Rows(sequence.GetProperty(nameof(x)))),
            new(Rows(sequence.GetProperty(nameof(y)))),
            Parameters(gradient.GetProperty(nameof(dL_dθ))),
            new(Rows(gradient.GetProperty(nameof(dL_do)))),
            new(Rows(gradient.GetProperty(nameof(dL_dh))), first: 0));
    });

    /// <summary>Reads a JSON file; whatever is wrong with it, the error names the file.</summary>
    internal static T Read<T>(string path, Func<JsonElement, T> read)
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(file.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException(
                $"Can't read gradients from '{path}': {e.Message} data/README.md says how to make the file again.", e);
        }
    }

    private static RnnParameters Parameters(JsonElement named) => new(
        W_hx: Matrix(named.GetProperty("W_hx")),
        W_hh: Matrix(named.GetProperty("W_hh")),
        b_h: Numbers(named.GetProperty("b_h")),
        W_qh: Matrix(named.GetProperty("W_qh")),
        b_q: Numbers(named.GetProperty("b_q")));

    private static Matrix<double> Matrix(JsonElement rows) => Matrix<double>.Build.DenseOfRowVectors(Rows(rows));

    internal static IEnumerable<Vector<double>> Rows(JsonElement rows) => rows.EnumerateArray().Select(Numbers);

    internal static Vector<double> Numbers(JsonElement numbers) =>
        Vector<double>.Build.DenseOfEnumerable(numbers.EnumerateArray().Select(number => number.GetDouble()));
}
