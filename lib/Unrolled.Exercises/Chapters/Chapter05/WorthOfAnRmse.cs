namespace Unrolled.Exercises;

public static partial class Chapter05
{
    /// <summary>5.9: what a small error is worth, in words.</summary>
    public static WordsExercise WorthOfAnRmse { get; } = new("5.9", "What a small error is worth")
    {
        Matters = "You can now ask the questions that a good-looking forecast must answer.",
        Next = "chapter 06 brings cells that keep their gradient: LSTM and GRU.",
        ModelAnswer =
            "I would ask for the RMSE of persistence on the same test days. If it is smaller, the network knows less than the rule \"tomorrow is like today\", "
            + "however well the curves agree to the eye: a curve that repeats yesterday's price looks good in any plot. "
            + "I would ask for the error of a linear autoregression on the same windows; if it does as well, the network is not needed. "
            + "I would ask how many starts and configurations were tried, and whether the test days took part in that choice or in the scaling; "
            + "the best of many runs on the test days is a lucky run. "
            + "And I would ask for the correlation of the forecast move with the true move, which says whether anything about tomorrow is known. "
            + "On a random walk the best RMSE is that of persistence, so no network can be expected to beat it; a small RMSE only says that prices move little in a day.",
        Hints =
        [
            "Which forecast costs nothing, and what is its error on the same days?",
            "Think of the plot: which forecast follows the truth one day late, and how would it look from afar? Then think of how the run was chosen.",
        ],
    };
}
