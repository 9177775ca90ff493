using MathNet.Numerics.Random;

namespace Unrolled.Tests.Tasks;

public class SequenceTaskTests
{
    [Fact]
    public void Adding_sums_the_two_marked_values_one_from_each_half()
    {
        foreach (var T in new[] { 2, 3, 10, 50 })
        {
            var task = AddingProblem.Generate(200, T, Rng);
            Assert.Equal((T, 2, 1), (task.T, task.n_x, task.n_q));
            foreach (var (x, y) in task.x.Zip(task.y))
            {
                int[] marked = [.. Enumerable.Range(1, T).Where(t => x[t][1] == 1)];
                Assert.Equal(2, marked.Length);
                Assert.True(marked[0] <= T / 2 && marked[1] > T / 2);
                Assert.Equal((T, 1), (y.First, y.Count));
                Assert.Equal(x[marked[0]][0] + x[marked[1]][0], y[T][0]);
            }
        }
    }

    [Fact]
    public void Temporal_order_is_the_order_of_the_two_symbols_that_are_not_distractors()
    {
        foreach (var T in new[] { 10, 11, 19, 100 })
            foreach (var (x, y) in Pairs(TemporalOrder.Generate(200, T, Rng)))
            {
                int[] symbols = [.. x.Select(x_t => x_t.MaximumIndex())];
                Assert.All(x, x_t => Assert.Equal((8, 1.0), (x_t.Count, x_t.Sum())));
                Assert.Equal((4, 5), (symbols[0], symbols[^1]));
                int[] at = [.. Enumerable.Range(1, T).Where(t => symbols[t - 1] >= 6)];
                Assert.Equal(2, at.Length);
                Assert.InRange(at[0], T / 10 + 1, 2 * T / 10);
                Assert.InRange(at[1], 5 * T / 10 + 1, 6 * T / 10);
                Assert.Equal(2 * (symbols[at[0] - 1] - 6) + symbols[at[1] - 1] - 6, y[T].MaximumIndex());
                Assert.All(Enumerable.Range(2, T - 2).Except(at), t => Assert.InRange(symbols[t - 1], 0, 3));
            }
    }

    [Fact]
    public void Copying_asks_for_the_first_symbols_after_the_delimiter()
    {
        const int K = 4, lag = 6, S = 3, blank = 3, delimiter = 4;
        var task = CopyProblem.Generate(50, K, lag, S, Rng);
        Assert.Equal((lag + 2 * K, S + 2, S + 1), (task.T, task.n_x, task.n_q));
        foreach (var (x, y) in Pairs(task))
        {
            Assert.Equal(delimiter, x[K + lag].MaximumIndex());
            for (var t = 1; t <= K; t++)
            {
                Assert.InRange(x[t].MaximumIndex(), 0, S - 1);
                Assert.Equal(x[t].MaximumIndex(), y[t + lag + K].MaximumIndex());
            }

            Assert.All(Enumerable.Range(K + 1, task.T - K).Where(t => t != K + lag), t => Assert.Equal(blank, x[t].MaximumIndex()));
            Assert.All(Enumerable.Range(1, lag + K), t => Assert.Equal(blank, y[t].MaximumIndex()));
        }
    }

    [Fact]
    public void The_copying_baseline_is_that_of_the_paper() =>
        Near.Equal("10 log 8 / (T + 20)", 10 * Math.Log(8) / 120, CopyProblem.TrivialLoss(K: 10, lag: 100, S: 8), Near.Golden);

    [Fact]
    public void Echo_repeats_each_bit_after_the_lag()
    {
        foreach (var (x, y) in Pairs(BitTasks.Echo(50, T: 9, lag: 4, Rng)))
        {
            Assert.Equal((5, 9), (y.First, y.T));
            Assert.All(Enumerable.Range(5, 5), t => Assert.Equal(x[t - 4], y[t]));
        }
    }

    [Fact]
    public void Parity_is_whether_the_ones_so_far_are_odd()
    {
        foreach (var (x, y) in Pairs(BitTasks.Parity(50, T: 9, Rng)))
            Assert.All(Enumerable.Range(1, 9), t => Assert.Equal(x.Take(t).Count(x_t => x_t[0] == 1) % 2, y[t][0]));
    }

    [Fact]
    public void Latching_asks_at_the_end_for_the_first_input_and_the_rest_is_noise()
    {
        var task = LatchProblem.Generate(400, T: 9, s: 0.3, Rng);
        Assert.Equal((9, 1, 1), (task.T, task.n_x, task.n_q));
        foreach (var (x, y) in Pairs(task))
        {
            Assert.Equal((9, 1), (y.First, y.Count));
            Assert.Equal(1, Math.Abs(x[1][0]));
            Assert.Equal(x[1], y[9]);
        }

        var variance = task.x.Average(x => x.Skip(1).Average(x_t => x_t[0] * x_t[0]));
        Assert.Equal(0.3, Math.Sqrt(variance), 0.02);
    }

    [Fact]
    public void One_to_one_is_exclusive_or()
    {
        foreach (var (x, y) in Pairs(UsagePatterns.OneToOne(50, Rng)))
            Assert.Equal(x[1][0] != x[1][1], y[1][0] == 1);
    }

    [Fact]
    public void One_to_many_stays_on_for_as_many_steps_as_the_first_input_says()
    {
        foreach (var (x, y) in Pairs(UsagePatterns.OneToMany(50, T: 8, Rng)))
        {
            Assert.Equal(x[1][0] * 8, y.Sum(y_t => y_t[0]));
            Assert.Equal(y.OrderByDescending(y_t => y_t[0]), y);
            Assert.All(x.Skip(1), x_t => Assert.Equal(0, x_t[0]));
        }
    }

    [Fact]
    public void Many_to_one_is_the_majority()
    {
        foreach (var (x, y) in Pairs(UsagePatterns.ManyToOne(50, T: 7, Rng)))
            Assert.Equal(x.Count(x_t => x_t[0] == 1) >= 4, y[7][0] == 1);
        Refusal.Says("odd", () => UsagePatterns.ManyToOne(1, 6, Rng));
    }

    [Fact]
    public void Many_to_many_adds_the_input_before()
    {
        foreach (var (x, y) in Pairs(UsagePatterns.ManyToMany(50, T: 6, Rng)))
        {
            Assert.Equal(x[1], y[1]);
            Assert.All(Enumerable.Range(2, 5), t => Assert.Equal(x[t] + x[t - 1], y[t]));
        }
    }

    [Fact]
    public void The_decoder_writes_the_means_of_the_pairs_the_encoder_read()
    {
        foreach (var (x, y) in Pairs(UsagePatterns.EncoderDecoder(50, m: 4, Rng)))
        {
            Assert.Equal((12, 9, 12), (x.T, y.First, y.T));
            Assert.All(Enumerable.Range(1, 4), j => Near.Equal("mean", (x[2 * j - 1][0] + x[2 * j][0]) / 2, y[8 + j][0], Near.Golden));
            Assert.All(Enumerable.Range(1, 12), t => Assert.Equal(t > 8 ? 1 : 0, x[t][1]));
        }
    }

    [Fact]
    public void A_quadrant_depends_on_the_direction_only_and_coordinates_on_the_scale()
    {
        foreach (var (x, y) in Pairs(PlaneTasks.Quadrant(200, Rng)))
            Assert.Equal((int)(Math.Floor(Math.Atan2(x[1][1], x[1][0]) / (Math.PI / 2)) + 4) % 4, y[1].MaximumIndex());
        Assert.All(Pairs(PlaneTasks.Coordinates(50, Rng)), e => Assert.Equal(e.First[1], e.Second[1]));
    }

    [Fact]
    public void Who_knows_the_direction_only_gets_the_coordinates_wrong_by_0_192()
    {
        // On a ray the distance has density ∝ r up to the edge of the square, so its mean is ⅔ of the way to the edge.
        var points = PlaneTasks.Coordinates(20_000, Rng).x.Select(x => x[1]);
        var loss = points.Average(point => Math.Pow((point - point * (2.0 / 3 / point.InfinityNorm())).L2Norm(), 2));
        Assert.True(Math.Abs(loss / PlaneTasks.DirectionOnlyLoss - 1) < 0.03, $"measured {loss}");
        Assert.Equal(0.192, Math.Sqrt(PlaneTasks.DirectionOnlyLoss / 2), 5e-4);
    }

    [Fact]
    public void Sequences_that_are_too_short_for_the_task_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AddingProblem.Generate(1, T: 1, Rng));
        Assert.Throws<ArgumentOutOfRangeException>(() => TemporalOrder.Generate(1, T: 9, Rng));
        Assert.Throws<ArgumentOutOfRangeException>(() => CopyProblem.Generate(1, K: 0, lag: 1, S: 2, Rng));
        Assert.Throws<ArgumentOutOfRangeException>(() => CopyProblem.Generate(1, K: 1, lag: 0, S: 2, Rng));
        Assert.Throws<ArgumentOutOfRangeException>(() => CopyProblem.Generate(1, K: 1, lag: 1, S: 1, Rng));
        Assert.Throws<ArgumentOutOfRangeException>(() => BitTasks.Echo(1, T: 3, lag: 3, Rng));
        Assert.Throws<ArgumentOutOfRangeException>(() => BitTasks.Echo(1, T: 3, lag: 0, Rng));
        Assert.Throws<ArgumentOutOfRangeException>(() => BitTasks.Parity(1, T: 0, Rng));
        Assert.Throws<ArgumentOutOfRangeException>(() => UsagePatterns.EncoderDecoder(1, m: 0, Rng));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatchProblem.Generate(1, T: 1, s: 0.1, Rng));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatchProblem.Generate(1, T: 2, s: -0.1, Rng));
    }

    private static MersenneTwister Rng => new(11);

    private static IEnumerable<(Sequence First, Sequence Second)> Pairs(SequenceTask task) => task.x.Zip(task.y);
}
