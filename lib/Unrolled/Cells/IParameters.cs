using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The parameters θ of a network: a record of named tensors that can also be read and written as one vector.
/// A gradient ∂L/∂θ is the same record. Updates, clipping and numeric checks work on the vector and so fit every cell.
/// </summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IParameters<TSelf> where TSelf : IParameters<TSelf>
{
    /// <summary>Every tensor with its name, always in the same order. A bias appears as a matrix with one column.</summary>
    IReadOnlyList<(string Name, Matrix<double> Value)> Tensors();

    /// <summary>A record of the same shapes with the values of <paramref name="θ"/>, in the layout of <see cref="Parameters.ToVector"/>.</summary>
    /// <exception cref="ArgumentException">θ is too short or too long.</exception>
    TSelf WithVector(Vector<double> θ);
}

/// <summary>What can be done with parameters, and with gradients, whatever the cell.</summary>
public static class Parameters
{
    /// <summary>All entries as one vector: tensor after tensor, column after column (the vec operator).</summary>
    public static Vector<double> ToVector<T>(this T p) where T : IParameters<T> =>
        Vector<double>.Build.DenseOfEnumerable(p.Tensors().SelectMany(tensor => tensor.Value.ToColumnMajorArray()));

    /// <summary>f applied to every entry.</summary>
    public static T Map<T>(this T p, Func<double, double> f) where T : IParameters<T> =>
        p.WithVector(p.ToVector().Map(f, Zeros.Include));

    /// <summary>f applied to every pair of entries: <c>p.Zip(g, (θ, g) => θ - λ * g)</c> is one step of gradient descent.</summary>
    public static T Zip<T>(this T p, T other, Func<double, double, double> f) where T : IParameters<T> =>
        p.WithVector(p.ToVector().Map2(f, other.ToVector(), Zeros.Include));

    /// <summary>The global norm ‖θ‖₂ over all entries of all tensors.</summary>
    public static double Norm<T>(this T p) where T : IParameters<T> => p.ToVector().L2Norm();
}

/// <summary>Cuts a vector into tensors of given shapes, from front to back.</summary>
internal sealed class VectorReader
{
    private readonly Vector<double> _θ;
    private int _position;

    private VectorReader(Vector<double> θ) => _θ = θ;

    public static VectorReader Of<T>(Vector<double> θ, T shapes) where T : IParameters<T>
    {
        Check.Size(nameof(θ), θ, "P", shapes.Tensors().Sum(tensor => tensor.Value.RowCount * tensor.Value.ColumnCount));
        return new VectorReader(θ);
    }

    public Matrix<double> Next(Matrix<double> like) =>
        Matrix<double>.Build.Dense(like.RowCount, like.ColumnCount, Take(like.RowCount * like.ColumnCount));

    public Vector<double> Next(Vector<double> like) => Vector<double>.Build.Dense(Take(like.Count));

    private double[] Take(int count)
    {
        _position += count;
        return _θ.SubVector(_position - count, count).ToArray();
    }
}
