namespace Unrolled.Exercises;

public static partial class Chapter01
{
    /// <summary>The steps k whose inputs x_k the state h_t can depend on.</summary>
    /// <param name="t">The step of the state.</param>
    /// <param name="length">The number of steps, T.</param>
    public delegate HashSet<int> ReachFunction(int t, int length);

    /// <summary>1.8: which inputs a state can depend on.</summary>
    public static ValueExercise<ReachFunction> Reach { get; } = new("1.8", "What a state can depend on")
    {
        Matters = "No future, and no limit to the past: the same triangle comes back as the (t, k) heat map of chapter 03.",
        Next = "exercise 1.9 is a question to answer in words.",
        Cases = _ => [ReachCase(3, 5), ReachCase(1, 4), ReachCase(6, 6), ReachCase(4, 9)],
        Reference = (t, T) => [.. Enumerable.Range(1, t)],
        Misconceptions =
        [
            new("includes x_{t+1}", "Your set includes the next input, but h_t is computed before that input is read.", "1.4",
                (t, T) => [.. Enumerable.Range(1, Math.Min(t + 1, T))]),
            new("the whole sequence", "Your set includes all inputs to come: a state cannot depend on the future.", "1.4",
                (t, T) => [.. Enumerable.Range(1, T)]),
            new("forgets x_1", "You left out x_1: it enters h_1, and every later state depends on h_1.", "1.4",
                (t, T) => [.. Enumerable.Range(2, t - 1)]),
            new("forgets x_t", "You left out x_t, which enters h_t directly.", "1.4",
                (t, T) => [.. Enumerable.Range(1, t - 1)]),
            new("counted from 0", "You counted the steps from 0. They count from 1: the first input is x_1, and h_0 has no input.", "1.4",
                (t, T) => [.. Enumerable.Range(0, t)]),
            new("includes step 0", "Your set includes step 0, but there is no x_0: the first input is x_1, and h_0 has none.", "1.4",
                (t, T) => [.. Enumerable.Range(0, t + 1)]),
            new("the other way round", "You named the states that depend on x_t. Asked are the inputs that h_t depends on.", "1.4",
                (t, T) => [.. Enumerable.Range(t, T - t + 1)]),
            new("what comes after", "You named the inputs after x_t. A state cannot depend on the future; asked is the past, with x_t.", "1.4",
                (t, T) => [.. Enumerable.Range(t + 1, T - t)]),
            new("own input only", "You named the input of this step only: the past comes in through h_{t-1}.", "1.4",
                (t, T) => [t]),
            new("the last two", "You named two inputs only. h_{t-1} itself depends on h_{t-2}, and so on back to the first input.", "1.4",
                (t, T) => [.. Enumerable.Range(Math.Max(1, t - 1), Math.Min(2, t))]),
        ],
        Hints =
        [
            "Write h_3 as f(f(f(h_0, x_1), x_2), x_3). Which inputs do you see?",
            "Now the same for h_t: where does the chain begin, and with which input does it end?",
            "`Enumerable.Range(first, count).ToHashSet()` gives consecutive steps.",
        ],
    };

    private static TestCase ReachCase(int t, int T) => TestCase.Of(Invariant($"t = {t}, T = {T}"), t, T);
}
