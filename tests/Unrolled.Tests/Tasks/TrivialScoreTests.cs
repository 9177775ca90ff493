using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Tests.Tasks;

public class TrivialScoreTests
{
    public static TheoryData<string, Func<int, Random, SequenceTask>> All => new()
    {
        { "adding", (count, rng) => AddingProblem.Generate(count, T: 9, rng) },
        { "temporal order", (count, rng) => TemporalOrder.Generate(count, T: 23, rng) },
        { "copy", (count, rng) => CopyProblem.Generate(count, K: 6, lag: 1, S: 2, rng) },
        { "echo", (count, rng) => BitTasks.Echo(count, T: 7, lag: 3, rng) },
        { "parity", (count, rng) => BitTasks.Parity(count, T: 6, rng) },
        { "latching", (count, rng) => LatchProblem.Generate(count, T: 5, s: 0.3, rng) },
        { "one-to-one", UsagePatterns.OneToOne },
        { "one-to-many", (count, rng) => UsagePatterns.OneToMany(count, T: 6, rng) },
        { "many-to-one", (count, rng) => UsagePatterns.ManyToOne(count, T: 7, rng) },
        { "many-to-many", (count, rng) => UsagePatterns.ManyToMany(count, T: 5, rng) },
        { "encoder-decoder", (count, rng) => UsagePatterns.EncoderDecoder(count, m: 3, rng) },
        { "quadrant", PlaneTasks.Quadrant },
        { "coordinates", PlaneTasks.Coordinates },
    };

    [Theory, MemberData(nameof(All))]
    public void The_best_output_without_inputs_scores_what_the_task_says(string name, Func<int, Random, SequenceTask> generate)
    {
        var task = generate(3000, new MersenneTwister(1));

        // the best output at each step is the mean target of that step
        var first = task.y[0].First;
        Sequence o = new(Enumerable.Range(first, task.T - first + 1).Select(t => task.y.Select(y => y[t]).Aggregate((a, b) => a + b) / task.Count), first);
        var loss = task.y.Average(y => Enumerable.Range(first, o.Count).Average(t => task.ℓ.Value(o[t], y[t])));
        Assert.True(Math.Abs(loss / task.TrivialLoss - 1) < 0.03, $"{name}: measured {loss}, said {task.TrivialLoss}");

        if (task.TrivialAccuracy is { } chance)
        {
            var right = task.y.Average(y => Enumerable.Range(first, o.Count).Average(t => Class(o[t]) == Class(y[t]) ? 1.0 : 0));
            Assert.Equal(chance, right, 0.03);
        }

        static int Class(Vector<double> v) => v.Count > 1 ? v.MaximumIndex() : v[0] > 0.5 ? 1 : 0;
    }

    [Theory, MemberData(nameof(All))]
    public void The_same_seed_gives_the_same_task_and_another_seed_another(string name, Func<int, Random, SequenceTask> generate)
    {
        SequenceTask a = generate(20, new MersenneTwister(7)), b = generate(20, new MersenneTwister(7)), c = generate(20, new MersenneTwister(8));
        Assert.Equal(a.x, b.x);
        Assert.Equal(a.y, b.y);
        Assert.False(a.x.Zip(c.x).All(pair => pair.First.SequenceEqual(pair.Second)), name);
    }

    [Theory, MemberData(nameof(All))]
    public void A_network_of_the_right_shape_can_be_held_to_the_task(string name, Func<int, Random, SequenceTask> generate)
    {
        var task = generate(2, new MersenneTwister(3));
        var p = RnnParameters.Gaussian(task.n_x, 3, task.n_q, 0.1, new MersenneTwister(4));
        Near.Equal($"{name}: Σ w_t", 1, task.w.Sum(), Near.Golden);
        for (var i = 0; i < task.Count; i++)
            Assert.True(double.IsFinite(task.Loss(i).Of(Rnn.Forward(p, task.x[i], φ_o: task.φ_o).Output)), name);
    }

    [Theory, MemberData(nameof(All))]
    public void A_task_without_examples_is_refused(string name, Func<int, Random, SequenceTask> generate)
    {
        var message = Assert.Throws<ArgumentOutOfRangeException>(() => generate(0, new MersenneTwister(1))).Message;
        Assert.True(message.Contains("count", StringComparison.Ordinal), name);
    }
}
