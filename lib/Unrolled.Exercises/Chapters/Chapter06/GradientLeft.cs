using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter06
{
    /// <summary>What the direct path leaves of a gradient.</summary>
    /// <param name="b_f">The bias of the forget gate; all its weights are zero.</param>
    /// <param name="T">The number of steps.</param>
    /// <returns>The factor that ∂L/∂c is multiplied by on the way back over T steps.</returns>
    public delegate double GradientLeftFunction(double b_f, int T);

    /// <summary>6.5: constant gates, T steps.</summary>
    public static ValueExercise<GradientLeftFunction> GradientLeft { get; } = new("6.5", "What is left after T steps")
    {
        Matters = "With this formula you can choose a starting bias for the lag you need.",
        Next = "exercise 6.6 asks the same of the GRU.",
        Cases = random => [BiasCase(0.5, random), BiasCase(2, random), TestCase.Of("b_f = −1.5, T = 3", -1.5, 3)],
        Reference = (b_f, T) => Math.Pow(Activation.Sigmoid.Apply(b_f), T),
        Misconceptions =
        [
            new("bias itself", "You took the bias as the gate. The gate is σ(b_f).", "6.7", (b_f, T) => Math.Pow(b_f, T)),
            new("sum for product", "You added the factors up. Each step multiplies.", "6.7", (b_f, T) => T * Activation.Sigmoid.Apply(b_f)),
            new("one step only", "That is one step. The gradient passes T of them.", "6.7", (b_f, T) => Activation.Sigmoid.Apply(b_f)),
            new("tanh for σ", "You passed the bias through tanh. A gate is a sigmoid.", "6.7", (b_f, T) => Math.Pow(Math.Tanh(b_f), T)),
            new("what is forgotten", "You used 1 − f. The part that stays is f.", "6.7",
                (b_f, T) => Math.Pow(1 - Activation.Sigmoid.Apply(b_f), T)),
        ],
        Hints =
        [
            "All weights of the gate are zero. What is f_t then, and does it depend on t?",
            "Each step back multiplies by f_t (exercise 6.4). Do that T times.",
            "`Activation.Sigmoid.Apply(b_f)` is the gate, `Math.Pow` does the rest.",
        ],
    };

    private static TestCase BiasCase(double from, MersenneTwister random)
    {
        var (b_f, T) = (Math.Round(from + random.NextDouble(), 2), 4 + random.Next(12));
        return TestCase.Of(Invariant($"b_f = {b_f}, T = {T}"), b_f, T);
    }
}
