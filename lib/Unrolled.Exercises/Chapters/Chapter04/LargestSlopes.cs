namespace Unrolled.Exercises;

public static partial class Chapter04
{
    /// <summary>γ = max φ′ of three activations.</summary>
    /// <returns>γ of tanh(a), of the logistic sigmoid σ(a), and of 2 tanh(a).</returns>
    public delegate (double tanh, double sigmoid, double twoTanh) LargestSlopesFunction();

    /// <summary>4.4: γ of tanh, of the sigmoid, and of 2 tanh.</summary>
    public static ValueExercise<LargestSlopesFunction> LargestSlopes { get; } = new("4.4", "γ of three activations")
    {
        Matters = "γ says how large the norm of W_hh may be before the proof of vanishing fails: up to 1/γ.",
        Next = "exercise 4.5 multiplies the Jacobians.",
        Cases = _ => [TestCase.Of("three activations")],
        Reference = () => (Activation.Tanh.γ, Activation.Sigmoid.γ, 2 * Activation.Tanh.γ),
        Misconceptions =
        [
            new("largest value", "You took the largest value of φ. γ is the largest value of its derivative.", "4.5", () => (1, 1, 2)),
            new("factor left out", "You left the factor out of the derivative of 2 tanh. A derivative keeps constant factors.", "4.5", () => (1, 0.25, 1)),
            new("integer division", "In C# `1 / 4` divides integers and gives 0. Write `0.25` or `1.0 / 4`.", "4.5", () => (1, 0, 2)),
            new("σ for σ′", "For the sigmoid you took σ(0). Its derivative there is σ(0) (1 − σ(0)).", "4.5", () => (1, 0.5, 2)),
        ],
        Hints =
        [
            "Where is each of the three curves steepest?",
            "All three are steepest at a = 0. tanh′ = 1 − tanh², σ′ = σ (1 − σ), and a constant factor stays.",
        ],
    };
}
