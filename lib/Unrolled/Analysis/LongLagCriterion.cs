namespace Unrolled;

/// <summary>What W_hh and the activation alone say about ‖∂h_t/∂h_k‖ for long lags t − k.</summary>
public enum LongLags
{
    /// <summary>It tends to 0, whatever the inputs.</summary>
    Vanish,

    /// <summary>It stays at or below 1. It may well vanish: a nilpotent shift has norm 1.</summary>
    CannotExplode,

    /// <summary>It grows without bound.</summary>
    Explode,

    /// <summary>It depends on the trajectory, or on more than ρ and σ_1. Look at the Jacobians.</summary>
    CannotTell,
}

/// <summary>What norm and spectral radius prove about long lags: the conclusions of chapter 04, and nothing more.</summary>
public static class LongLagCriterion
{
    // An orthogonal matrix has σ_1 = 1 up to rounding only.
    private const double Rounding = 1e-12;

    /// <summary>
    /// γσ_1 &lt; 1: the gradient vanishes; γσ_1 = 1: it cannot explode. With the identity as activation ρ decides what σ_1 leaves open:
    /// ρ &lt; 1 vanishes in the end, ρ &gt; 1 explodes, ρ = 1 is undecided (a Jordan block grows). Otherwise W_hh alone cannot tell:
    /// neither γσ_1 &gt; 1 nor ρ &gt; 1 proves exploding, and ρ &lt; 1 does not prove vanishing.
    /// </summary>
    /// <param name="σ_1">The norm of W_hh.</param>
    /// <param name="ρ">The spectral radius of W_hh.</param>
    /// <param name="φ_h">The hidden activation.</param>
    public static LongLags Of(double σ_1, double ρ, Activation φ_h)
    {
        ArgumentNullException.ThrowIfNull(φ_h);
        var bound = φ_h.γ * σ_1;
        var linear = φ_h == Activation.Identity;
        if (bound < 1 - Rounding || (linear && ρ < 1 - Rounding))
            return LongLags.Vanish;
        if (bound <= 1 + Rounding)
            return LongLags.CannotExplode;
        return linear && ρ > 1 + Rounding ? LongLags.Explode : LongLags.CannotTell;
    }

    /// <summary>The same for a matrix whose spectrum is known.</summary>
    public static LongLags Of(Spectrum W_hh, Activation φ_h)
    {
        ArgumentNullException.ThrowIfNull(W_hh);
        return Of(W_hh.Norm, W_hh.ρ, φ_h);
    }
}
