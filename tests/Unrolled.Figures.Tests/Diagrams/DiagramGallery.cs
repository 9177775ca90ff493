namespace Unrolled.Figures.Tests;

/// <summary>Every diagram of the course, at the sizes the chapters use and at the smallest and largest.</summary>
public static class DiagramGallery
{
    public static TheoryData<string> Names => [.. All.Keys];

    public static Diagram Of(string name) => Once[name];

    /// <summary>The diagram made anew, under the culture of the moment.</summary>
    public static Diagram Made(string name) => All[name]();

    internal static readonly Dictionary<string, Func<Diagram>> All = new(
    [
        .. from quantity in Enum.GetValues<Quantity>()
           from steps in (int[])[1, 2, 4, 6]
           select Item($"gradient path of {quantity}, {steps} steps", () => Diagrams.GradientPath(quantity, steps)),
        .. from step in (int[])[1, 4]
           select Item($"gradient path of h_{step}", () => Diagrams.GradientPath(Quantity.h_t, 4, step)),
        .. from steps in (int[])[1, 4, 5] select Item($"unrolling, {steps} steps", () => Diagrams.Unrolling(steps)),
        Item("usage patterns", Diagrams.UsagePatterns),
        .. from size in ((int, int)[])[(1, 1), (3, 3), (2, 4), (4, 2)]
           select Item($"encoder and decoder, {size}", () => Diagrams.EncoderDecoder(size.Item1, size.Item2)),
        .. from size in ((int, int)[])[(6, 3), (6, 2), (5, 2), (6, 6), (1, 1), (3, 1)]
           select Item($"truncated, {size}", () => Diagrams.TruncatedBptt(size.Item1, size.Item2)),
        .. from steps in (int[])[1, 2] select Item($"computational graph, {steps} steps", () => Diagrams.ComputationalGraph(steps)),
        Item("LSTM cell", Diagrams.LstmCell),
        Item("GRU cell", Diagrams.GruCell),
    ]);

    private static readonly Dictionary<string, Diagram> Once = All.ToDictionary(item => item.Key, item => item.Value());

    private static KeyValuePair<string, Func<Diagram>> Item(string name, Func<Diagram> make) => new(name, make);
}
