using System.CommandLine;
using System.Globalization;
using System.Text;
using Spectre.Console;
using Unrolled.Cli.Gallery;

namespace Unrolled.Cli.Commands;

/// <summary><c>figures gallery</c>: every named picture of the committed notebooks on one page, to look at.</summary>
internal static class FiguresCommand
{
    private const string Index = "index.html";
    private const string SvgFolder = "svg";

    public static Command Create(IAnsiConsole console)
    {
        var output = new Argument<string>("out") { Description = "The folder to write to; it is made when it is not there.", HelpName = "OUT" };
        var gallery = new Command(
            "gallery", $"Put every named figure, stepper and table of the committed notebooks on one page, OUT/{Index}, and every image into OUT/{SvgFolder}.") { output };
        gallery.SetAction((parsed, cancel) => Task.FromResult(Gallery(console, parsed.GetValue(output)!, cancel)));
        return new Command("figures", "The course's figures.") { gallery };
    }

    private static int Gallery(IAnsiConsole console, string output, CancellationToken cancel)
    {
        if (File.Exists(output)) throw new UsageException($"{output} is a file; name a folder to write to.");
        var chapters = new List<ChapterPictures>();
        foreach (var chapter in Chapter.Select([], CourseFolder.Find()))
        {
            cancel.ThrowIfCancellationRequested();
            console.Hint($"reading {chapter.Name} …");
            chapters.Add(ChapterPictures.Read(chapter));
        }

        var problems = chapters.SelectMany(c => c.Problems.Select(problem => $"{c.Chapter.Name}: {problem}")).Concat(Twice(chapters)).ToList();
        Directory.CreateDirectory(Path.Combine(output, SvgFolder));
        foreach (var picture in chapters.SelectMany(chapter => chapter.Pictures))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var (name, svg) in picture.FileNames.Zip(picture.Svgs)) Write(Path.Combine(output, SvgFolder, name + ".svg"), svg);
        }

        // The page comes last: where it stands, so do its images.
        Write(Path.Combine(output, Index), GalleryPage.Html(chapters));
        Show(console, chapters);
        foreach (var problem in problems) console.Error(problem);
        console.Write(new Text($"{Path.Combine(output, Index)}\n"));
        return problems.Count == 0 ? ExitCode.Pass : ExitCode.Failures;
    }

    private static IEnumerable<string> Twice(List<ChapterPictures> chapters) =>
        from place in chapters.SelectMany(c => c.Pictures.Select(picture => (picture.Name, Where: $"{c.Chapter.Name}, cell {picture.Cell}")))
        group place.Where by place.Name into places
        where places.Count() > 1
        select $"The name {places.Key} stands more than once: {string.Join("; ", places)}. Give each picture a name of its own.";

    private static void Write(string path, string text) => AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    private static void Show(IAnsiConsole console, List<ChapterPictures> chapters)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("chapter");
        foreach (var column in new[] { "figures", "steppers", "tables", "size" }) table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var (chapter, pictures, _) in chapters)
        {
            table.AddRow(
                new Text(chapter.Name), Count(pictures, PictureKind.Figure), Count(pictures, PictureKind.Stepper), Count(pictures, PictureKind.Table),
                new Text(GalleryPage.Kilobytes(pictures.Sum(picture => Encoding.UTF8.GetByteCount(picture.Html)))));
        }

        console.Write(table);
    }

    private static Text Count(IReadOnlyList<NamedPicture> pictures, PictureKind kind) =>
        new(pictures.Count(picture => picture.Kind == kind).ToString(CultureInfo.InvariantCulture));
}
