namespace Unrolled.Figures;

/// <summary>Moves labels apart along one direction, each as little as possible.</summary>
internal static class Spread
{
    /// <summary>
    /// Centres for labels that would like to stand at <paramref name="wanted"/>, so that none overlap and all lie in [from, to]. When they
    /// need more room than there is, they run over the end.
    /// </summary>
    /// <param name="wanted">The wanted centres.</param>
    /// <param name="sizes">The extents of the labels, gaps included.</param>
    /// <param name="from">The start of the room.</param>
    /// <param name="to">The end of the room.</param>
    public static double[] Apart(IReadOnlyList<double> wanted, IReadOnlyList<double> sizes, double from, double to)
    {
        // Neighbours that would overlap stick together in a block, which stands at the mean of what its labels want.
        var blocks = new List<Block>();
        foreach (var i in Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]))
        {
            blocks.Add(new([i], sizes[i], wanted[i] - sizes[i] / 2, 1));
            while (blocks.Count > 1 && blocks[^2].End(from, to) > blocks[^1].Start(from, to))
            {
                blocks[^2] = blocks[^2].Joined(blocks[^1]);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }

        var centres = new double[wanted.Count];
        foreach (var block in blocks)
        {
            var start = block.Start(from, to);
            foreach (var i in block.Labels)
            {
                centres[i] = start + sizes[i] / 2;
                start += sizes[i];
            }
        }

        return centres;
    }

    private sealed record Block(int[] Labels, double Size, double WantedStart, int Weight)
    {
        public double Start(double from, double to) => Math.Max(from, Math.Min(WantedStart, to - Size));

        public double End(double from, double to) => Start(from, to) + Size;

        // The labels of the second block begin after those of the first, so their wish for the common start lies that much lower.
        public Block Joined(Block next) => new(
            [.. Labels, .. next.Labels],
            Size + next.Size,
            (WantedStart * Weight + (next.WantedStart - Size) * next.Weight) / (Weight + next.Weight),
            Weight + next.Weight);
    }
}
