using System.Diagnostics;
using System.Globalization;
using Unrolled.Figures.Tests;

namespace Unrolled.Benchmarks;

/// <summary>Prints how long every picture of the gallery takes to draw and how large its SVG is, and the medians.</summary>
internal static class FigureTimes
{
    private const int Repetitions = 25;

    public static void Print()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var pictures = Gallery.All.Select(item => (item.Key, (Func<string>)item.Value.ToSvg))
            .Concat(PictureGallery.All.Select(item => (item.Key, (Func<string>)item.Value.ToHtml)))
            .Concat(DiagramGallery.All.Select(item => (item.Key, (Func<string>)item.Value().ToSvg)));
        var rows = pictures.Select(picture => (Name: picture.Key, Time: Fastest(picture.Item2), Size: picture.Item2().Length / 1000.0)).ToList();
        foreach (var (name, time, size) in rows.OrderByDescending(row => row.Time)) Line(name, time, size);
        Line("MEDIAN", rows.Select(row => row.Time).Order().ElementAt(rows.Count / 2), rows.Select(row => row.Size).Order().ElementAt(rows.Count / 2));
    }

    // In milliseconds. On a shared machine the fastest says most about the code.
    private static double Fastest(Func<string> draw) => Enumerable.Range(0, Repetitions).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        draw();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    });

    private static void Line(string name, double time, double size) => Console.WriteLine($"{time,8:0.00} ms {size,7:0.0} kB  {name}");
}
