using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter04
{
    /// <summary>What follows for long lags.</summary>
    /// <param name="σ_1">The norm of W_hh.</param>
    /// <param name="ρ">The spectral radius of W_hh.</param>
    /// <param name="φ_h">The activation; φ_h.γ is the largest slope, and Activation.Identity is the linear network.</param>
    /// <returns>Vanish, CannotExplode, Explode or CannotTell.</returns>
    public delegate LongLags ConcludeFunction(double σ_1, double ρ, Activation φ_h);

    /// <summary>4.3: what σ_1, ρ and γ say about long lags.</summary>
    public static ValueExercise<ConcludeFunction> Conclude { get; } = new("4.3", "What follows, and what does not")
    {
        Matters = "Most wrong statements about vanishing and exploding gradients read more out of ρ or the norm than is in them.",
        Next = "exercise 4.4 finds γ of three activations.",
        Cases = LongLagCases,
        Reference = LongLagCriterion.Of,
        Misconceptions =
        [
            new("ρ alone decides", "You let ρ alone decide. It rules the powers of one matrix, so the identity only; with an activation each step multiplies by diag(φ′) W_hh, and γσ_1 bounds that.", "4.7",
                (σ_1, ρ, φ_h) => ρ switch { < 1 => LongLags.Vanish, 1 => LongLags.CannotTell, _ => LongLags.Explode }),
            new("ρ alone decides, and 1 is stable", "You let ρ alone decide, also that ρ = 1 cannot explode. It rules the powers of one matrix, so the identity only, and even there a Jordan block with ρ = 1 grows.", "4.7",
                (σ_1, ρ, φ_h) => ρ switch { < 1 => LongLags.Vanish, 1 => LongLags.CannotExplode, _ => LongLags.Explode }),
            new("norm above 1 read as exploding", "You read γσ_1 > 1 as exploding. It is an upper bound: a bound that grows proves nothing.", "4.6",
                (σ_1, ρ, φ_h) => (φ_h.γ * σ_1) switch { < 1 => LongLags.Vanish, 1 => LongLags.CannotExplode, _ => LongLags.Explode }),
            new("ρ < 1 read as vanishing with an activation", "You read ρ < 1 as vanishing with an activation too. The factors diag(φ′) W_hh have other eigenvalues than W_hh.", "4.7",
                (σ_1, ρ, φ_h) => ρ < 1 ? LongLags.Vanish : LongLagCriterion.Of(σ_1, ρ, φ_h)),
            new("ρ > 1 read as exploding with an activation", "You read ρ > 1 as exploding with an activation too. Units that saturate can make the product shrink.", "4.8",
                (σ_1, ρ, φ_h) => φ_h.γ * σ_1 > 1 && ρ > 1 ? LongLags.Explode : LongLagCriterion.Of(σ_1, ρ, φ_h)),
            new("γ ignored", "You compared σ_1 with 1. Each step multiplies by φ′ as well: compare γσ_1 with 1.", "4.5",
                (σ_1, ρ, φ_h) => φ_h == Activation.Identity ? LongLagCriterion.Of(σ_1, ρ, φ_h) : LongLagCriterion.Of(σ_1, ρ, Activation.Tanh)),
            new("ρ = 1 read as stable", "You took ρ = 1 for a case that cannot explode. The powers of a Jordan block with ρ = 1 grow without bound.", "4.4",
                (σ_1, ρ, φ_h) => φ_h == Activation.Identity && ρ == 1 ? LongLags.CannotExplode : LongLagCriterion.Of(σ_1, ρ, φ_h)),
            new("stopped at γσ_1 = 1", "At γσ_1 = 1 you said only that nothing explodes. For the identity with ρ < 1 more is proved: it vanishes.", "4.6",
                (σ_1, ρ, φ_h) => φ_h.γ * σ_1 == 1 ? LongLags.CannotExplode : LongLagCriterion.Of(σ_1, ρ, φ_h)),
            new("bound forgotten at ρ = 1", "For the identity with ρ = 1 you looked at ρ only. If σ_1 = 1 too, the bound proves that nothing explodes.", "4.6",
                (σ_1, ρ, φ_h) => φ_h == Activation.Identity && ρ == 1 ? LongLags.CannotTell : LongLagCriterion.Of(σ_1, ρ, φ_h)),
            new("γσ_1 = 1 read as vanishing", "You read γσ_1 = 1 as vanishing. A bound of 1 keeps the product from exploding; it may also stay.", "4.4",
                (σ_1, ρ, φ_h) => φ_h.γ * σ_1 <= 1 ? LongLags.Vanish : LongLagCriterion.Of(σ_1, ρ, φ_h)),
            new("bound only", "You asked the bound only. For the identity the product is a power of W_hh, and there ρ says more.", "4.6",
                (σ_1, ρ, φ_h) => (φ_h.γ * σ_1) switch { < 1 => LongLags.Vanish, 1 => LongLags.CannotExplode, _ => LongLags.CannotTell }),
        ],
        Hints =
        [
            "One product of two numbers bounds a step, whatever the inputs. Ask it first.",
            "`φ_h.γ * σ_1` below 1 proves vanishing, equal to 1 proves that nothing explodes, above 1 proves nothing.",
            "Only for `φ_h == Activation.Identity` is the product a power of one matrix. There ρ decides, except at ρ = 1.",
        ],
    };

    private static IReadOnlyList<TestCase> LongLagCases(MersenneTwister random)
    {
        double Above(double from) => Math.Round(from + 0.5 * random.NextDouble(), 2);
        double Below() => Math.Round(0.5 + 0.4 * random.NextDouble(), 2);
        var (tanh, sigmoid, ReLU, identity) = (Activation.Tanh, Activation.Sigmoid, Activation.ReLU, Activation.Identity);
        return
        [
            Case(0.95, Below(), tanh), Case(1, 1, tanh), Case(1, Below(), tanh), Case(Above(1.2), Below(), tanh), Case(Above(1.8), Above(1.2), tanh),
            Case(Above(2), Above(1.2), sigmoid), Case(Above(2), Below(), sigmoid), Case(4, 2, sigmoid), Case(Above(5), Below(), sigmoid),
            Case(Above(5), Above(2), sigmoid), Case(Above(1.2), Below(), ReLU), Case(0.95, Below(), ReLU),
            Case(Above(1.5), Below(), identity), Case(Above(2), Above(1.2), identity), Case(Above(1.2), 1, identity), Case(1, 1, identity),
            Case(1, Below(), identity), Case(0.95, Below(), identity),
        ];

        static TestCase Case(double σ_1, double ρ, Activation φ_h) => TestCase.Of(Invariant($"{φ_h.Name}, σ_1 = {σ_1}, ρ = {ρ}"), σ_1, ρ, φ_h);
    }
}
