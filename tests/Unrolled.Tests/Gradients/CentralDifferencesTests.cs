using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Gradients;

public sealed class CentralDifferencesTests
{
    // 1e8 + 1e-5 is rounded to a neighbour 1.5e-8 away, so the two points are not 2ε apart.
    [Fact]
    public void The_distance_is_the_one_that_was_really_added() =>
        Near.Equal("slope", 1, CentralDifferences.Of(v => v[0], Vector<double>.Build.Dense(1, 1e8))[0], 1e-12);
}
