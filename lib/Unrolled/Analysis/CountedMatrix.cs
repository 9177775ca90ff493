using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>Adds up the multiply-adds of all products of its matrices.</summary>
public sealed class ProductCounter
{
    /// <summary>An m × k matrix times a k × n matrix takes m k n multiply-adds.</summary>
    public long MultiplyAdds { get; private set; }

    /// <summary>A matrix that is given, so that no product comes before it.</summary>
    public CountedMatrix Given(Matrix<double> value) => new(this, value, Chain: 0);

    internal void Add(Matrix<double> A, Matrix<double> B) => MultiplyAdds += (long)A.RowCount * A.ColumnCount * B.ColumnCount;
}

/// <summary>
/// A matrix that knows how many products had to be done one after the other to get it. Products that do not wait for each other may run
/// at the same time, so the chain, not the count, bounds the time on a machine with any number of processors.
/// </summary>
/// <param name="Counter">Counts the multiply-adds.</param>
/// <param name="Value">The numbers.</param>
/// <param name="Chain">The products on the longest way from a given matrix to this one.</param>
public sealed record CountedMatrix(ProductCounter Counter, Matrix<double> Value, int Chain)
{
    /// <summary>The product A B: one product later than the later of both.</summary>
    public static CountedMatrix operator *(CountedMatrix A, CountedMatrix B)
    {
        A.Counter.Add(A.Value, B.Value);
        return new(A.Counter, A.Value * B.Value, Math.Max(A.Chain, B.Chain) + 1);
    }

    /// <summary>The sum A + B; sums are not counted.</summary>
    public static CountedMatrix operator +(CountedMatrix A, CountedMatrix B) =>
        new(A.Counter, A.Value + B.Value, Math.Max(A.Chain, B.Chain));

    /// <summary>Anything that is done to the numbers without a product of matrices: a transpose, a column, tanh.</summary>
    public CountedMatrix Map(Func<Matrix<double>, Matrix<double>> f) => this with { Value = f(Value) };
}
