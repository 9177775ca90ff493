using MathNet.Numerics.LinearAlgebra;
using Unrolled.Tests.Gradients;

namespace Unrolled.Tests.Analysis;

public class GatedJacobianTests
{
    // c_t = f_t ⊙ c_{t-1} + i_t ⊙ c̃_t puts diag(f_t) on the direct path, without a W; Π f_t still forgets.
    [Fact]
    public void With_closed_gate_paths_the_memory_keeps_half_of_itself_at_every_step()
    {
        var p = LstmParameters.Create(1, 3, 1, Initialise.Zero, Random.Shared); // zero weights and biases: f_t = σ(0) = 0.5
        var trace = Lstm.Forward(p, Sequence.OfNumbers(new double[100]));
        Assert.Equal(Math.Pow(0.5, 100), JacobianChain.Of(trace).Product(100, 0)[3, 3]);
        Assert.Equal(8e-31, Math.Pow(0.5, 100), 0.2e-31);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.731)]
    [InlineData(3, 0.953)]
    public void The_forget_bias_sets_the_rate_of_forgetting(double bias, double kept)
    {
        var p = LstmParameters.Create(1, 1, 1, Initialise.Zero, Random.Shared) with { b_f = Vector<double>.Build.Dense([bias]) };
        var trace = Lstm.Forward(p, Sequence.OfNumbers([0.3]));
        Assert.Equal(kept, LstmJacobian.At(trace, 1).Direct[0, 0], 5e-4);
    }

    [Fact]
    public void The_LSTM_paths_are_central_differences_with_the_other_paths_held() => RandomCase.ForAll(c =>
    {
        var trace = Trajectories.Lstm(c);
        var (p, x_t, h, c_0) = (trace.p, c.x[1], trace.h[0], trace.c[0]);
        var J = LstmJacobian.At(trace, 1);
        Vector<double> σ(Matrix<double> W, Matrix<double> U, Vector<double> b, Vector<double> h) => Activation.Sigmoid.Apply(W * x_t + U * h + b);
        var (f_t, i_t, c̃_t) = (trace.f[1], trace.i[1], trace.c̃[1]);

        Near.Equal("direct", Numeric(c_tm1 => f_t.PointwiseMultiply(c_tm1), c_0), J.Direct, Near.Numeric);
        Near.Equal("forget", Numeric(h => σ(p.W_f, p.U_f, p.b_f, h).PointwiseMultiply(c_0), h), J.Forget, Near.Numeric);
        Near.Equal("input", Numeric(h => σ(p.W_i, p.U_i, p.b_i, h).PointwiseMultiply(c̃_t), h), J.Input, Near.Numeric);
        Near.Equal("candidate", Numeric(h => (p.W_c * x_t + p.U_c * h + p.b_c).PointwiseTanh().PointwiseMultiply(i_t), h), J.Candidate, Near.Numeric);
        Near.Equal("output", Numeric(h => σ(p.W_o, p.U_o, p.b_o, h).PointwiseMultiply(trace.c[1].PointwiseTanh()), h), J.Output, Near.Numeric);
        Near.Equal("readout", Numeric(c_t => trace.o[1].PointwiseMultiply(c_t.PointwiseTanh()), trace.c[1]), J.Readout, Near.Numeric);
    });

    [Fact]
    public void In_total_the_memory_acts_on_the_next_one_directly_and_through_h() => RandomCase.ForAll(
        c =>
        {
            var trace = Trajectories.Lstm(c);
            var t = c.T;
            var o_tm1 = trace.o[t - 1];
            Vector<double> Next(Vector<double> c_tm1) =>
                Lstm.Forward(trace.p, trace.x.Slice(t, t), h_0: o_tm1.PointwiseMultiply(c_tm1.PointwiseTanh()), c_0: c_tm1).c[1];
            Near.Equal("∂c_t/∂c_{t-1}", Numeric(Next, trace.c[t - 1]), LstmJacobian.At(trace, t).Memory, Near.Numeric);
        },
        c => c.T > 1);

    [Fact]
    public void At_the_first_step_h_0_does_not_follow_c_0() => RandomCase.ForAll(c =>
    {
        var J = LstmJacobian.At(Trajectories.Lstm(c), 1);
        Assert.Equal(J.Direct, J.Memory);
    });

    // With h_t = (1 − z_t) ⊙ h_{t-1} + z_t ⊙ h̃_t the gradient passes through 1 − z_t.
    [Fact]
    public void The_GRU_paths_are_central_differences_with_the_other_paths_held() => RandomCase.ForAll(c =>
    {
        var trace = Trajectories.Gru(c);
        var (p, x_t, h_0, r, z, h̃) = (trace.p, c.x[1], trace.h[0], trace.r[1], trace.z[1], trace.h̃[1]);
        var J = GruJacobian.At(trace, 1);
        Vector<double> Mix(Vector<double> z, Vector<double> h, Vector<double> h̃) => (1 - z).PointwiseMultiply(h) + z.PointwiseMultiply(h̃);
        Vector<double> h̃_of(Vector<double> r, Vector<double> h) => (p.W * x_t + p.U * r.PointwiseMultiply(h) + p.b).PointwiseTanh();

        Near.Equal("direct", Numeric(h => Mix(z, h, h̃), h_0), J.Direct, Near.Numeric);
        Near.Equal("update", Numeric(h => Mix(Activation.Sigmoid.Apply(p.W_z * x_t + p.U_z * h + p.b_z), h_0, h̃), h_0), J.Update, Near.Numeric);
        Near.Equal("candidate", Numeric(h => Mix(z, h_0, h̃_of(r, h)), h_0), J.Candidate, Near.Numeric);
        Near.Equal("reset", Numeric(h => Mix(z, h_0, h̃_of(Activation.Sigmoid.Apply(p.W_r * x_t + p.U_r * h + p.b_r), h_0)), h_0), J.Reset, Near.Numeric);
    });

    [Theory]
    [InlineData(-20, 1)]
    [InlineData(20, 0)]
    public void A_GRU_keeps_its_gradient_where_z_is_near_0_and_drops_it_where_z_is_near_1(double bias, double kept)
    {
        var p = GruParameters.Create(1, 1, 1, Initialise.Zero, Random.Shared) with { b_z = Vector<double>.Build.Dense([bias]) };
        var J = JacobianChain.Of(Gru.Forward(p, Sequence.OfNumbers(new double[100]), h_0: Vector<double>.Build.Dense([0.5])));
        Assert.Equal(kept, J.Product(100, 0)[0, 0], 1e-6);
    }

    // What gates do not solve: the gate paths have weights, and large ones explode.
    [Fact]
    public void An_LSTM_with_large_weights_on_its_gate_paths_explodes()
    {
        var p = LstmParameters.Create(1, 1, 1, Initialise.Zero, Random.Shared) with
        {
            U_c = Matrices.Diagonal(8),
            b_f = Vector<double>.Build.Dense([3.0]),
            b_i = Vector<double>.Build.Dense([3.0]),
            b_o = Vector<double>.Build.Dense([3.0]),
        };
        var J = JacobianChain.Of(Lstm.Forward(p, Sequence.OfNumbers(new double[10])));
        Assert.True(J.NormsByLag()[10] > 1e8);
    }

    private static Matrix<double> Numeric(Func<Vector<double>, Vector<double>> f, Vector<double> v) => JacobianChainTests.Numeric(f, v);
}
