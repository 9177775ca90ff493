using Unrolled.Notebooks;

namespace Unrolled.Cli.Slides;

/// <summary>Makes pages of decks: a folder that Marp can read is laid out, used and removed.</summary>
internal static class SlidePages
{
    /// <summary>Writes an HTML and a PDF file for each deck.</summary>
    public static async Task BuildAsync(SlideTools tools, SlideFiles slides, string output, bool dark, Action<string> progress, CancellationToken cancel)
    {
        using var source = new Layout(slides, dark);
        Directory.CreateDirectory(output);
        progress("HTML");
        await tools.MarpAsync(source.Folder, output, [], cancel).ConfigureAwait(false);
        progress("PDF");
        await tools.MarpAsync(source.Folder, output, ["--pdf", "--pdf-outlines"], cancel).ConfigureAwait(false);
        // The HTML shows the figures from beside it.
        Directory.CreateDirectory(Path.Combine(output, SlideFiles.FigureFolder));
        foreach (var figure in Directory.EnumerateFiles(Path.Combine(source.Folder, SlideFiles.FigureFolder)))
            File.Copy(figure, Path.Combine(output, SlideFiles.FigureFolder, Path.GetFileName(figure)), overwrite: true);
    }

    /// <summary>A line for each text or figure that overflows its slide.</summary>
    public static async Task<IReadOnlyList<string>> OverflowAsync(SlideTools tools, SlideFiles slides, CancellationToken cancel)
    {
        using var source = new Layout(slides, dark: false);
        await tools.MarpAsync(source.Folder, source.Folder, ["--template", "bare"], cancel).ConfigureAwait(false);
        return await tools.OverflowAsync(slides.Decks.Select(deck => Path.Combine(source.Folder, deck.Name + ".html")), cancel).ConfigureAwait(false);
    }

    /// <summary>A temporary folder with the decks, without markers, and their figures.</summary>
    private sealed class Layout : IDisposable
    {
        private readonly ScratchFolder _folder = new();

        public Layout(SlideFiles slides, bool dark)
        {
            foreach (var (file, text) in slides.Files.Where(file => file.Key.EndsWith(".svg", StringComparison.Ordinal)))
                Write(file, text);
            foreach (var deck in slides.Decks)
                Write($"{deck.Name}.md", Markers.Without(dark ? Dark(deck.Text) : deck.Text));
        }

        public string Folder => _folder.Path;

        public void Dispose() => _folder.Dispose();

        // A slide's own class replaces the deck's.
        private static string Dark(string markdown) =>
            "---\nclass: invert\n" + markdown["---\n".Length..].Replace("<!-- _class: ", "<!-- _class: invert ", StringComparison.Ordinal);

        private void Write(string file, string text)
        {
            var path = Path.Combine(Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
