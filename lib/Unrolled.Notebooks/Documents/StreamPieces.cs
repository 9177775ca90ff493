namespace Unrolled.Notebooks;

/// <summary>How a stream is cut into outputs depends on when it was flushed, and means nothing.</summary>
internal static class StreamPieces
{
    /// <summary>The same outputs with adjacent pieces of one stream put together.</summary>
    public static IEnumerable<CellOutput> Merge(IReadOnlyList<CellOutput> outputs)
    {
        for (var i = 0; i < outputs.Count;)
        {
            if (outputs[i] is not StreamOutput first)
            {
                yield return outputs[i++];
                continue;
            }

            var from = i;
            while (i < outputs.Count && outputs[i] is StreamOutput next && next.Name == first.Name)
                i++;
            yield return i - from == 1
                ? first
                : new StreamOutput(first.Name, string.Concat(Enumerable.Range(from, i - from).Select(k => ((StreamOutput)outputs[k]).Text)));
        }
    }
}
