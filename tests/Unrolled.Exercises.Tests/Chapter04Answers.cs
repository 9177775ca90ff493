using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises.Tests;

public sealed class Chapter04Answers : Answers
{
    public Chapter04Answers()
    {
        Right(Chapter04.SpectralRadius,
            W => Spectrum.Of(W).ρ,
            W =>
            {
                double largest = 0;
                foreach (var λ in W.Evd().EigenValues)
                    largest = Math.Max(largest, Math.Sqrt(λ.Real * λ.Real + λ.Imaginary * λ.Imaginary));
                return largest;
            },
            W => W.ToComplex().Evd().EigenValues.AbsoluteMaximum().Magnitude);

        Right(Chapter04.Power,
            (W, k) => W.Power(k),
            (W, k) =>
            {
                var (P, Λ, PInverse) = Diagonalisation.Of(W);
                return (P * Λ.Power(k) * PInverse).Real();
            },
            (W, k) =>
            {
                var power = Matrix<double>.Build.DenseIdentity(W.RowCount);
                for (var i = 0; i < k; i++)
                    power *= W;
                return power;
            });

        Right(Chapter04.Conclude,
            (σ_1, ρ, φ_h) => LongLagCriterion.Of(σ_1, ρ, φ_h),
            (σ_1, ρ, φ_h) => φ_h == Activation.Identity
                ? ρ < 1 ? LongLags.Vanish : ρ > 1 ? LongLags.Explode : σ_1 > 1 ? LongLags.CannotTell : LongLags.CannotExplode
                : (φ_h.γ * σ_1).CompareTo(1) switch { < 0 => LongLags.Vanish, 0 => LongLags.CannotExplode, _ => LongLags.CannotTell });

        Right(Chapter04.LargestSlopes,
            () => (1, 0.25, 2),
            () => (Steepest(Math.Tanh), Steepest(a => 1 / (1 + Math.Exp(-a))), Steepest(a => 2 * Math.Tanh(a))));

        Right(Chapter04.JacobianProduct,
            (J, t, k) => new JacobianChain(Enumerable.Range(1, t).Select(J), J(t).RowCount).Product(t, k),
            (J, t, k) =>
            {
                var product = Matrix<double>.Build.DenseIdentity(J(t).RowCount);
                for (var i = t; i > k; i--)
                    product *= J(i);
                return product;
            },
            ProductByRecursion);

        Right(Chapter04.StepsLeft,
            W => (int)Math.Ceiling(-2 / Math.Log10(Spectrum.Of(W).ρ)),
            W =>
            {
                var (left, k) = (1.0, 0);
                for (; left > 0.01; k++)
                    left *= Spectrum.Of(W).ρ;
                return k;
            });

        Right(Chapter04.Rescale,
            (W, ρ) => Initialise.WithSpectralRadius(ρ, (_, _, _) => W)(W.RowCount, W.RowCount, Random.Shared),
            (W, ρ) => W / W.Evd().EigenValues.Max(Complex.Abs) * ρ);

        Right(Chapter04.Transient,
            () => Matrix<double>.Build.Dense(5, 5, (i, j) => i == j + 1 ? 3 : 0),
            () => Matrix<double>.Build.DenseOfArray(new double[,] { { 2, -2 }, { 2, -2 } }),
            () => Initialise.WithSpectralRadius(0.9, Initialise.Gaussian(1))(16, 16, new Random(1)));

        Right(Chapter04.LyapunovExponent,
            J => Math.Log(J.Reverse().Aggregate((left, J_t) => left * J_t).L2Norm()) / J.Count,
            J => Math.Log(new JacobianChain(J, J[0].RowCount).NormsByLag()[J.Count]) / J.Count,
            J =>
            {
                var (product, logs) = (Matrix<double>.Build.DenseIdentity(J[0].RowCount), 0.0);
                foreach (var J_t in J)
                {
                    product = J_t * product;
                    logs += Math.Log(product.FrobeniusNorm());
                    product /= product.FrobeniusNorm();
                }

                return (logs + Math.Log(product.Svd().S[0])) / J.Count;
            });
    }

    private static double Steepest(Func<double, double> φ) =>
        Enumerable.Range(-200, 401).Max(i => (φ(i / 100.0 + 1e-5) - φ(i / 100.0 - 1e-5)) / 2e-5);

    private static Matrix<double> ProductByRecursion(Func<int, Matrix<double>> J, int t, int k) =>
        t == k ? Matrix<double>.Build.DenseIdentity(J(k).RowCount) : J(t) * ProductByRecursion(J, t - 1, k);
}
