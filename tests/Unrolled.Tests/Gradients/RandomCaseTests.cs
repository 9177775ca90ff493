namespace Unrolled.Tests.Gradients;

public class RandomCaseTests
{
    [Fact]
    public void The_cases_include_size_1_one_step_and_every_function()
    {
        var cases = new List<RandomCase>();
        RandomCase.ForAll(cases.Add);
        Assert.Contains(cases, c => c is { T: 1, Steps: "mean" });
        Assert.Contains(cases, c => c is { n_x: 1 });
        Assert.Contains(cases, c => c is { n_h: 1, T: > 1 });
        Assert.Contains(cases, c => c is { n_q: 1 });
        Assert.Contains(cases, c => c.n_x != c.n_h && c.n_h != c.n_q && c.n_x != c.n_q);
        Assert.Equal(4, cases.Select(c => c.φ_h).Distinct().Count());
        Assert.Equal(6, cases.Select(c => (c.φ_o, c.ℓ)).Distinct().Count());
        Assert.Equal(3, cases.Select(c => c.Steps).Distinct().Count());
    }
}
