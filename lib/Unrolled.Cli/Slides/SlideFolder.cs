using System.Text;

namespace Unrolled.Cli.Slides;

/// <summary>The slides folder on disk.</summary>
internal sealed record SlideFolder(string Path)
{
    /// <summary>The decks, in the order of their names.</summary>
    /// <exception cref="UsageException">There are none.</exception>
    public IReadOnlyList<Deck> Decks()
    {
        var files = Directory.Exists(Path) ? Directory.EnumerateFiles(Path, "*.md").Where(file => System.IO.Path.GetFileName(file) != "README.md") : [];
        var decks = files.Order(StringComparer.Ordinal).Select(file => new Deck(System.IO.Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))).ToList();
        return decks.Count > 0 ? decks : throw new UsageException($"No decks (.md) in {Path}.");
    }

    /// <summary>The files that differ from what they should hold, and the figures that no notebook draws any more.</summary>
    public IEnumerable<string> Stale(SlideFiles fresh) =>
        fresh.Files.Where(file => !Holds(file.Key, file.Value)).Select(file => file.Key).Concat(Leftovers(fresh));

    /// <summary>Writes what differs and deletes what is left over; returns the files touched.</summary>
    public IReadOnlyList<string> Write(SlideFiles fresh)
    {
        Directory.CreateDirectory(In(SlideFiles.FigureFolder));
        List<string> stale = [.. Stale(fresh)];
        foreach (var file in stale)
        {
            if (fresh.Files.TryGetValue(file, out var text))
                AtomicFile.Write(In(file), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            else
                File.Delete(In(file));
        }

        return stale;
    }

    private IEnumerable<string> Leftovers(SlideFiles fresh)
    {
        var folder = In(SlideFiles.FigureFolder);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Select(file => $"{SlideFiles.FigureFolder}/{System.IO.Path.GetFileName(file)}").Where(file => !fresh.Files.ContainsKey(file)).Order(StringComparer.Ordinal)
            : [];
    }

    private bool Holds(string file, string text) => File.Exists(In(file)) && File.ReadAllText(In(file)) == text;

    private string In(string file) => System.IO.Path.Combine(Path, file);
}
