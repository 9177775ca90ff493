using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Tests.Cells;

public class ParametersTests
{
    private static readonly RnnParameters Rnn = RnnParameters.Gaussian(3, 4, 2, 1, new MersenneTwister(1));

    [Fact]
    public void The_vector_holds_tensor_after_tensor_and_column_after_column()
    {
        var p = new RnnParameters(
            Matrix<double>.Build.DenseOfArray(new double[,] { { 1 }, { 2 } }),
            Matrix<double>.Build.DenseOfArray(new double[,] { { 3, 5 }, { 4, 6 } }),
            Vector<double>.Build.Dense([7, 8]),
            Matrix<double>.Build.DenseOfArray(new double[,] { { 9, 10 } }),
            Vector<double>.Build.Dense([11]));
        Assert.Equal(Enumerable.Range(1, 11).Select(i => (double)i), p.ToVector());
    }

    [Fact]
    public void Every_record_comes_back_from_its_vector()
    {
        ComesBack(Rnn, expected: (3 + 4 + 1) * 4 + (4 + 1) * 2);
        ComesBack(LstmParameters.Gaussian(3, 4, 2, 1, new MersenneTwister(1)), expected: 4 * (3 + 4 + 1) * 4 + (4 + 1) * 2);
        ComesBack(GruParameters.Gaussian(3, 4, 2, 1, new MersenneTwister(1)), expected: 3 * (3 + 4 + 1) * 4 + (4 + 1) * 2);
        ComesBack(StackedRnnParameters.Create(3, [4, 5], 2, Initialise.Xavier, new MersenneTwister(1)),
            expected: (3 + 4 + 1) * 4 + (4 + 5 + 1) * 5 + (5 + 1) * 2);

        static void ComesBack<T>(T p, int expected) where T : IParameters<T>
        {
            Assert.Equal(expected, p.ToVector().Count);
            var numbered = p.WithVector(Vector<double>.Build.Dense(expected, i => i));
            Assert.Equal(Enumerable.Range(0, expected).Select(i => (double)i), numbered.ToVector());
            Assert.Equal(p.Tensors().Select(t => (t.Name, t.Value.RowCount, t.Value.ColumnCount)),
                numbered.Tensors().Select(t => (t.Name, t.Value.RowCount, t.Value.ColumnCount)));
        }
    }

    [Fact]
    public void A_step_of_gradient_descent_is_one_zip()
    {
        var g = Rnn.Map(_ => 2);
        var next = Rnn.Zip(g, (θ, g) => θ - 0.1 * g);
        Near.Equal("W_hh", Rnn.W_hh - 0.2, next.W_hh, 1e-15);
        Near.Equal("b_q", Rnn.b_q - 0.2, next.b_q, 1e-15);
    }

    [Fact]
    public void The_norm_runs_over_all_entries_of_all_tensors()
    {
        Assert.Equal(Math.Sqrt(Rnn.ToVector().Count) * 3, Rnn.Map(_ => 3).Norm(), 12);
    }

    [Fact]
    public void A_vector_of_another_size_is_refused()
    {
        Refusal.Is("θ must have P = 42 entries, got 43.", () => Rnn.WithVector(Vector<double>.Build.Dense(43)));
    }

    [Fact]
    public void Layers_of_a_stack_are_named_from_1_upwards() => Assert.Equal(
        ["W_hx[1]", "W_hh[1]", "b_h[1]", "W_hx[2]", "W_hh[2]", "b_h[2]", "W_qh", "b_q"],
        StackedRnnParameters.Create(1, [2, 2], 1, Initialise.Zero, new MersenneTwister(1)).Tensors().Select(t => t.Name));
}
