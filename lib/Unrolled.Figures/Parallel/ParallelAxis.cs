using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>One axis of <see cref="ParallelCoordinates"/>.</summary>
public sealed record ParallelAxis
{
    // A sweep tries a few values of a setting; they are the ticks, unless they stand too close to be labelled.
    private const int MostSettings = 8;
    private const double LeastShare = 0.08;

    /// <summary>What it measures or names.</summary>
    public string Title { get; init; } = "";

    /// <summary>Linear or logarithmic.</summary>
    public AxisType Type { get; init; } = AxisType.Linear;

    /// <summary>The names of the places 1, 2, …, n on the axis; empty for an axis of numbers.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>One value for each run; on an axis of names its place.</summary>
    public ImmutableArray<double> Values { get; init; } = [];

    /// <summary>Whether a run has a place on the axis.</summary>
    internal bool Shows(int run) => Scale.CanShow(Type, Values[run]);

    /// <summary>The range of the axis; null when no run has a place on it.</summary>
    internal AxisRange? Range()
    {
        if (Categories.Length > 0) return new(0.5, Categories.Length + 0.5, Whole: true);
        var shown = Values.Where(value => Scale.CanShow(Type, value)).Aggregate(Extent.None, (extent, value) => extent.With(value));
        return AxisRange.Of(new() { Type = Type }, shown, room: 0.03);
    }

    /// <summary>The few values that a setting takes, or the places of names, in ascending order; empty for an axis of many values.</summary>
    internal ImmutableArray<double> Settings()
    {
        if (Categories.Length > 0) return [.. Enumerable.Range(1, Categories.Length).Select(i => (double)i)];
        ImmutableArray<double> values = [.. Values.Where(value => Scale.CanShow(Type, value)).Distinct().Order()];
        if (values.Length > MostSettings || Range() is not { } range) return [];
        var scale = new Scale(Type, range.Low, range.High, 0, 1);
        return values.Zip(values.Skip(1)).All(pair => scale.Pixel(pair.Second) - scale.Pixel(pair.First) >= LeastShare) ? values : [];
    }

    /// <summary>The ticks of the axis: its settings, numbers at even steps, or names wrapped into lines of this width.</summary>
    internal Ticks Ticks(int height, double width)
    {
        if (Range() is not { } range) return Figures.Ticks.None;
        if (Categories.Length > 0)
            return new([.. Categories.Select((name, i) => new Tick(i + 1, string.Join('\n', Wrap.Lines(name, width, Style.LabelSize))))], "");
        var settings = Settings();
        return settings.Length > 0
            ? new([.. settings.Select(value => new Tick(value, NumberText.Of(value, 4).Replace('-', '−')))], "")
            : Figures.Ticks.For(Type, range, Math.Clamp(height / 48, 2, 10));
    }

    /// <summary>The value of a run in words.</summary>
    internal string Text(int run) =>
        Categories.Length > 0 ? Categories[(int)Values[run] - 1] : NumberText.Of(Values[run], 4);
}
