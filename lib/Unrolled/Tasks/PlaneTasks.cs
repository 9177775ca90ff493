using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// Two questions about a point of the square [−1, 1]², one-to-one (T = 1), for the normalisation experiment of chapter 05. The quadrant
/// depends on the direction of the point only, the coordinates on its scale as well, and layer normalisation without biases loses scale.
/// </summary>
public static class PlaneTasks
{
    /// <summary>
    /// The squared error, summed over both coordinates, of the best predictor that knows the direction of the point but not its distance:
    /// 2/27. As a root mean square per coordinate it is 1/√27 = 0.192.
    /// </summary>
    public const double DirectionOnlyLoss = 2.0 / 27;

    /// <summary>
    /// Which quadrant? One-hot, counted as in geometry: (+, +), (−, +), (−, −), (+, −). n_x = 2, n_q = 4.
    /// Trivial: ¼ each, with cross-entropy log 4 and chance level ¼.
    /// </summary>
    public static SequenceTask Quadrant(int count, Random rng)
    {
        var (x, y) = SequenceTask.Draw(count, () =>
        {
            var point = Point(rng);
            return (new Sequence([point]), new Sequence([Sequence.OneHot(QuadrantOf(point), 4)]));
        });
        return new("quadrant", x, y, Softmax.Instance, Loss.CategoricalCrossEntropy, Math.Log(4), 0.25);
    }

    /// <summary>
    /// Where exactly? y = x, n_x = n_q = 2. Trivial: (0, 0), with the squared error 2/3 summed over both coordinates; as a root mean
    /// square per coordinate 1/√3 = 0.577.
    /// </summary>
    public static SequenceTask Coordinates(int count, Random rng)
    {
        var (x, y) = SequenceTask.Draw(count, () =>
        {
            Sequence point = [Point(rng)];
            return (point, point);
        });
        return new("coordinates", x, y, Activation.Identity, Loss.SquaredError, 2.0 / 3);
    }

    private static Vector<double> Point(Random rng) => Vector<double>.Build.Dense([rng.Uniform(-1, 1), rng.Uniform(-1, 1)]);

    private static int QuadrantOf(Vector<double> point) => (point[0] >= 0, point[1] >= 0) switch
    {
        (true, true) => 0,
        (false, true) => 1,
        (false, false) => 2,
        (true, false) => 3,
    };
}
