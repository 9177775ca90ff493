using MathNet.Numerics.Random;
using Unrolled.Data;

namespace Unrolled.Exercises;

public static partial class Chapter05
{
    private const double LeastLearningRate = 0.2, EnoughLearned = 0.02;

    /// <summary>5.8: a learning rate and a threshold for the run that explodes.</summary>
    public static PropertyExercise<(double λ, double τ)> TameTheRun { get; } = new("5.8", "Tame the run that explodes")
    {
        Matters = "You have trained a network at a learning rate that would have destroyed it without clipping.",
        Next = "exercise 5.9 asks what a small error is worth.",
        Reference = () => (0.2, 0.1),
        Conditions =
        [
            new("both are above 0", "λ and τ must both be above 0.", "5.2", answer => answer is { λ: > 0, τ: > 0 }, () => (0.2, 0)),
            new("the learning rate stays large", "Your λ is below 0.2. That may train without any clipping; keep λ at 0.2 or above.", "5.8",
                answer => answer.λ >= LeastLearningRate, () => (0.02, 5)),
            new("the run does not explode", "With your values the run explodes: the steps are still too long. Clip harder, or choose a smaller λ that is allowed.", "5.8",
                answer => Trained(answer) is { End: TrainingEnd.Finished } run && run.Epochs[^1].L < run.Epochs[0].L, () => (0.2, 100)),
            new("the network learns", "The run does not explode, but it hardly learns in 200 epochs: a step is never longer than λ τ. Clip less.", "5.8",
                answer => Trained(answer).Epochs[^1].L < EnoughLearned, () => (0.2, 1e-4)),
        ],
        Hints =
        [
            "Section 5.8 trains this very run. No step can be longer than λ τ.",
            "Look at the norm of the gradient in the figure of section 5.8 when all goes well, and put τ near it.",
            "Try λ at its smallest allowed value and τ between 0.05 and 0.5.",
        ],
    };

    private static TrainingRun<RnnParameters> Trained((double λ, double τ) answer)
    {
        var task = new PriceTask(PriceSimulation.Structured.Series(), PriceSimulation.TrainDays);
        var p = RnnParameters.Create(1, 16, 1, Initialise.Xavier, new MersenneTwister(2));
        p = p with { W_hh = 1.1 / Spectrum.Of(p.W_hh).ρ * p.W_hh };
        return Trainer.Train(p, task.Train, new()
        {
            Epochs = 200,
            Optimiser = new GradientDescent(answer.λ),
            Clipping = Clipping.ByNorm(answer.τ),
        });
    }
}
