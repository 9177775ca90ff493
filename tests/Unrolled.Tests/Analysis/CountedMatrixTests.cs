using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Analysis;

public class CountedMatrixTests
{
    private readonly ProductCounter _counter = new();

    [Fact]
    public void A_product_takes_rows_times_inner_size_times_columns()
    {
        var C = Given(2, 3) * Given(3, 5);
        Assert.Equal((2 * 3 * 5, 1), (_counter.MultiplyAdds, C.Chain));
        Assert.Equal((2, 5), (C.Value.RowCount, C.Value.ColumnCount));
    }

    [Fact]
    public void Products_that_wait_for_each_other_make_a_chain_and_others_do_not()
    {
        var (A, B) = (Given(4, 4), Given(4, 4));
        Assert.Equal(2, (A * (A * B)).Chain);
        Assert.Equal(1, (A * B + B * A).Chain);
        Assert.Equal(2, ((A * B) * (B * A)).Chain);
        Assert.Equal(2, (A * B + B * (A * B)).Chain);
        Assert.Equal(10 * 64, _counter.MultiplyAdds);
    }

    [Fact]
    public void What_is_no_product_of_matrices_costs_nothing_and_makes_no_chain_longer()
    {
        var A = Given(2, 3);
        var B = A.Map(M => M.Transpose());
        Assert.Equal(0, (A + A).Chain + B.Chain + _counter.MultiplyAdds);
        Assert.Equal(A.Value.Transpose(), B.Value);
        Assert.Equal(2 * A.Value, (A + A).Value);
    }

    private CountedMatrix Given(int rows, int columns) => _counter.Given(Matrix<double>.Build.Dense(rows, columns, (i, j) => i - j + 1));
}
