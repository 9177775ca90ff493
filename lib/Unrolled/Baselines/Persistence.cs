using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>The forecast to beat: tomorrow is like today, ŷ_t = y_{t−1}. For a random walk nothing that knows only the past is better.</summary>
public static class Persistence
{
    /// <summary>The forecasts of y[from], …, y[N − 1] (counted from 0): y[from − 1], …, y[N − 2].</summary>
    /// <exception cref="ArgumentOutOfRangeException">from is below 1 or beyond the end.</exception>
    public static Vector<double> Forecasts(Vector<double> y, int from) => LagMatrix.Forecasts(y, from, p: 1, known => known[1]);
}
