namespace Unrolled.Figures;

/// <summary>Parallel coordinates in words: the axes, and the runs a reader would look for.</summary>
internal static class ParallelText
{
    public static string Of(ParallelCoordinates runs)
    {
        var lines = new List<string> { runs.Title.Length > 0 ? runs.Title : "Untitled figure" };
        if (runs.Runs == 0) return string.Join('\n', lines.Append("no runs"));
        var by = runs.Coloring is { } color ? $", coloured by {color.Title}" : "";
        lines.Add($"{Count(runs.Runs, "run")} on {Count(runs.Axes.Length, "axis", "axes")}{by}");
        lines.AddRange(runs.Axes.Select(axis => AxisText(axis, runs.Runs)));
        if (runs.Coloring is not { } coloring) return string.Join('\n', lines);

        var shown = Enumerable.Range(0, runs.Runs).Where(coloring.Shows).ToList();
        if (shown.Count == 0) return string.Join('\n', lines);
        lines.Add(Settings("lowest", shown.MinBy(run => coloring.Values[run])));
        lines.Add(Settings("highest", shown.MaxBy(run => coloring.Values[run])));
        return string.Join('\n', lines);

        string Settings(string which, int run)
        {
            var others = runs.Axes.Where(axis => axis != coloring).Select(axis => $"{axis.Title} {axis.Text(run)}");
            return $"{which} {coloring.Title} {coloring.Text(run)}: {string.Join(", ", others)}";
        }
    }

    private static string AxisText(ParallelAxis axis, int runs)
    {
        if (axis.Categories.Length > 0)
            return $"{axis.Title}: {string.Join(", ", axis.Categories.Select((name, i) => $"{name} ({axis.Values.Count(value => value == i + 1)})"))}";
        var shown = Enumerable.Range(0, runs).Where(axis.Shows).Select(run => axis.Values[run]).ToList();
        var title = axis.Title + (axis.Type == AxisType.Log ? " (logarithmic)" : "");
        var missing = runs - shown.Count > 0 ? $", {Count(runs - shown.Count, "run")} without a value" : "";
        return shown.Count == 0 ? $"{title}: no values" : $"{title}: {NumberText.Of(shown.Min(), 4)} to {NumberText.Of(shown.Max(), 4)}{missing}";
    }

    private static string Count(int count, string one, string? many = null) => $"{count} {(count == 1 ? one : many ?? one + "s")}";
}
