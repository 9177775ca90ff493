namespace Unrolled;

/// <summary>The few random things tasks are made of.</summary>
internal static class Draws
{
    public static double Bit(this Random rng) => rng.Next(2);

    public static double Uniform(this Random rng, double from, double to) => from + (to - from) * rng.NextDouble();

    public static T[] Many<T>(int count, Func<T> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
}
