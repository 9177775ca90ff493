using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises.Tests;

/// <summary>What a learner is told, kind by kind.</summary>
public sealed class CheckTests
{
    [Fact]
    public void A_right_function_is_told_why_it_matters_and_what_comes_next() =>
        Assert.Equal("✓ 90.1 The sum: passed\nSums are everywhere.\nNext: go on.", $"{Samples.Sum.Check(numbers => numbers.Reverse().Sum())}");

    [Fact]
    public void A_stub_is_told_what_to_replace()
    {
        var feedback = Samples.Sum.Check(_ => throw new NotAttempted());
        Assert.Equal(Outcome.NotAttempted, feedback.Outcome);
        Assert.Contains("throw new NotAttempted();", $"{feedback}", StringComparison.Ordinal);
        Assert.Contains("Chapter90.Sum.Hint()", $"{feedback}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_known_mistake_is_told_with_the_section_to_reread()
    {
        var feedback = Samples.Sum.Check(numbers => numbers.Sum() / numbers.Length);
        Assert.Equal("✗ 90.1 The sum: not right yet\nYou divided by the count.\nReread section 90.1.", $"{feedback}");
        Assert.Equal("mean", feedback.Diagnosis);
    }

    [Fact]
    public void A_known_mistake_in_one_case_only_is_not_diagnosed() =>
        Assert.Equal(Outcome.Wrong, Samples.Sum.Check(numbers => numbers.Length == 3 ? numbers.Average() : numbers.Sum()).Outcome);

    [Fact]
    public void A_mistake_that_throws_where_shapes_differ_is_recognised_all_the_same() =>
        Assert.Equal("fifth number", Samples.Sum.Check(numbers => numbers[4]).Diagnosis);

    [Fact]
    public void A_function_that_only_throws_has_made_no_known_mistake()
    {
        var feedback = Samples.Sum.Check(numbers => numbers[10]);
        Assert.Equal(Outcome.Failed, feedback.Outcome);
        Assert.Contains("case 1 of 2 (3 numbers)", $"{feedback}", StringComparison.Ordinal);
    }

    [Fact]
    public void Two_mistakes_that_explain_it_equally_well_explain_nothing()
    {
        var exercise = SumWith(
            new("mean", "You divided by the count.", "90.1", numbers => numbers.Average()),
            new("mean again", "You divided by the length.", "90.1", numbers => numbers.Sum() / numbers.Length));
        Assert.Equal(Outcome.Wrong, exercise.Check(numbers => numbers.Average()).Outcome);
    }

    [Fact]
    public void An_exception_alone_is_no_diagnosis()
    {
        var exercise = SumWith(new Misconception<Samples.SumFunction>("always throws", "You read too far.", "90.1", numbers => numbers[99]));
        Assert.Equal(Outcome.Failed, exercise.Check(numbers => numbers[77]).Outcome);
    }

    [Fact]
    public void An_unknown_mistake_is_told_by_case_and_distance_without_any_right_number()
    {
        var feedback = Samples.Sum.Check(numbers => 1.3 * numbers.Sum());
        Assert.Equal(Outcome.Wrong, feedback.Outcome);
        Assert.Contains("Wrong in 2 of 2 cases. The first is case 1 of 2 (3 numbers): The number is off by about 30 % of its right size.", $"{feedback}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_right_function_that_changes_its_argument_is_told_which()
    {
        var feedback = Samples.Sum.Check(numbers =>
        {
            Array.Sort(numbers);
            return numbers.Sum();
        });
        Assert.Equal(Outcome.ChangedArgument, feedback.Outcome);
        Assert.Contains("`numbers`", $"{feedback}", StringComparison.Ordinal);
    }

    [Fact]
    public void No_function_at_all_is_refused() => Assert.Throws<ArgumentNullException>(() => Samples.Sum.Check(null!));

    [Fact]
    public void A_case_that_does_not_fit_the_function_is_the_exercises_mistake()
    {
        var exercise = new ValueExercise<Samples.SumFunction>("90.9", "Broken")
        {
            Matters = "", Next = "", Hints = [], Misconceptions = [],
            Cases = _ => [TestCase.Of("a word", "word")],
            Reference = numbers => 0,
        };
        Assert.Contains("must have arguments (Double[]), got (String)", Assert.Throws<ArgumentException>(() => exercise.Check(_ => 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_that_throws_is_the_exercises_mistake()
    {
        var exercise = new ValueExercise<Samples.SumFunction>("90.9", "Broken")
        {
            Matters = "", Next = "", Hints = [], Misconceptions = [],
            Cases = _ => [TestCase.Of("no number", [Array.Empty<double>()])],
            Reference = numbers => numbers[0],
        };
        Assert.Contains("its reference threw IndexOutOfRangeException", Assert.Throws<InvalidOperationException>(() => exercise.Check(numbers => numbers[0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_construction_passes_whatever_it_is_as_long_as_its_properties_hold() =>
        Assert.Equal(Outcome.Passed, Samples.Nilpotent.Check(() => Matrix<double>.Build.DenseOfArray(new double[,] { { 2, -2 }, { 2, -2 } })).Outcome);

    [Fact]
    public void Each_wrong_construction_fails_at_its_own_condition() =>
        Assert.All(Samples.Nilpotent.WrongAnswers, wrong => Assert.Equal(wrong.Name, Samples.Nilpotent.Check((Func<Matrix<double>>)wrong.Answer).Diagnosis));

    [Fact]
    public void A_construction_may_be_missing_or_not_a_number()
    {
        Assert.Contains("null", $"{Samples.Nilpotent.Check(() => null!)}", StringComparison.Ordinal);
        Assert.Contains("NaN", $"{Samples.Nilpotent.Check(() => Matrix<double>.Build.Dense(2, 2, double.NaN))}", StringComparison.Ordinal);
        Assert.Equal(Outcome.NotAttempted, Samples.Nilpotent.Check(() => throw new NotAttempted()).Outcome);
        Assert.Contains("building it: InvalidOperationException: told", $"{Samples.Nilpotent.Check(() => throw new InvalidOperationException("told"))}", StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_in_words_is_shown_a_model_to_compare_with()
    {
        var feedback = Samples.InWords.Check(() => "It shifts.");
        Assert.Equal(Outcome.Compare, feedback.Outcome);
        Assert.Contains("Because a shift pushes every entry out in the end.", feedback.Lines);
        Assert.Equal(Outcome.NotAttempted, Samples.InWords.Check(() => " ").Outcome);
    }

    private static ValueExercise<Samples.SumFunction> SumWith(params Misconception<Samples.SumFunction>[] misconceptions) => new("90.8", "The sum again")
    {
        Matters = "", Next = "", Hints = [], Misconceptions = misconceptions,
        Cases = _ => [TestCase.Of("3 numbers", [new double[] { 1, 2, 4 }]), TestCase.Of("2 numbers", [new double[] { 5, 7 }])],
        Reference = numbers => numbers.Sum(),
    };
}
