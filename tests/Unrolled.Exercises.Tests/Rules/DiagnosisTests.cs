using System.Collections.Immutable;
using System.Globalization;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises.Tests;

/// <summary>A diagnosis is right or is not given, on whatever cases.</summary>
public sealed class DiagnosisTests
{
    private const int Perturbations = 200;
    private const int Seeds = 10;

    public static TheoryData<string> Ids => [.. Catalogue.All.OfType<IValueExercise>().Cast<Exercise>().Select(exercise => exercise.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_misconception_is_recognised_on_any_random_cases(string id)
    {
        var exercise = Catalogue.Find(id)!;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var (right, wrong) = Run(exercise, seed);
            Assert.All(wrong, w => Assert.Equal(w.Name, ((IValueExercise)exercise).FeedbackOn(right, w.Attempts).Diagnosis));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_wrong_answer_that_nobody_knows_is_never_misdiagnosed(string id)
    {
        var exercise = Catalogue.Find(id)!;
        var random = new MersenneTwister(17);
        for (var i = 0; i < Perturbations; i++)
        {
            var (right, wrong) = Run(exercise, seed: i % Seeds);
            // Near the right answer, and near each of the wrong ones, where a mix-up is most likely.
            Attempts[] near = [right, .. wrong.Select(w => w.Attempts)];
            var given = Perturbed(near[i % near.Length], random);
            var feedback = ((IValueExercise)exercise).FeedbackOn(right, given);
            Assert.True(feedback.Outcome is Outcome.Wrong or Outcome.Failed, $"perturbation {i}: {feedback}");
        }
    }

    private static (Attempts Right, List<(string Name, Attempts Attempts)> Wrong) Run(Exercise exercise, int seed)
    {
        var cases = ((IValueExercise)exercise).MakeCases(seed);
        return (Attempts.OfOurs(exercise.OwnAnswer, cases), [.. exercise.WrongAnswers.Select(w => (w.Name, Attempts.OfOurs(w.Answer, cases)))]);
    }

    // One case at least, in one number or word at least.
    private static Attempts Perturbed(Attempts attempts, MersenneTwister random)
    {
        var answered = Enumerable.Range(0, attempts.Done.Count).Where(i => attempts.Done[i].Answer is { Parts.Length: > 0 }).ToArray();
        var always = answered[random.Next(answered.Length)];
        return attempts with
        {
            Done = [.. attempts.Done.Select((attempt, i) => answered.Contains(i) && (i == always || random.NextDouble() < 0.5) ? Perturbed(attempt, random) : attempt)],
        };
    }

    private static Attempt Perturbed(Attempt attempt, MersenneTwister random)
    {
        var parts = attempt.Answer!.Parts;
        var always = random.Next(parts.Length);
        return attempt with
        {
            Answer = attempt.Answer with { Parts = [.. parts.Select((part, i) => i == always || random.NextDouble() < 0.3 ? Perturbed(part, random) : part)] },
        };
    }

    private static Part Perturbed(Part part, MersenneTwister random)
    {
        if (part.Word is not null)
            return part with { Word = $"perturbed {random.Next(1000).ToString(CultureInfo.InvariantCulture)}" };
        // From a slip in one entry to another scale of all.
        var size = Math.Pow(10, 2 - 6 * random.NextDouble()) * part.Numbers.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max();
        var always = part.Numbers.Length > 0 ? random.Next(part.Numbers.Length) : 0;
        return part with { Numbers = [.. part.Numbers.Select((x, i) => i == always || random.NextDouble() < 0.5 ? Moved(x, size + 1e-3, random) : x)] };
    }

    private static double Moved(double x, double size, MersenneTwister random) =>
        (double.IsFinite(x) ? x : 0) + (random.NextDouble() < 0.5 ? -1 : 1) * size * (0.1 + random.NextDouble());
}
