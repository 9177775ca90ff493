using System.Text.RegularExpressions;
using Unrolled.Figures.Tests;
using Unrolled.Notebooks;

namespace Unrolled.Repository.Tests;

/// <summary>Every image in the committed notebooks can be read: figures, frames of steppers, pictures beside each other.</summary>
public sealed partial class FigureGeometryTests
{
    public static TheoryData<string> Notebooks => NotebookContractTests.Notebooks;

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void No_text_overlaps_another_or_leaves_its_canvas(string path) => Assert.Empty(
        from cell in NotebookDocument.Read(RepositoryFolder.PathOf(path)).Cells
        from output in cell.Outputs.OfType<DataOutput>()
        from mime in (string[])["image/svg+xml", "text/html"]
        where output.Data.ContainsKey(mime)
        from image in Image().Matches(output.Data[mime])
        let page = new SvgPage(image.Value)
        from problem in page.Unreadable()
        select $"{path}, cell {cell.Id}, {page.Root.Attribute("data-name")?.Value ?? "unnamed"}: {problem}");

    [Fact]
    public void The_notebooks_hold_images() => Assert.Contains(Notebooks, row =>
        NotebookDocument.Read(RepositoryFolder.PathOf(row.Data)).Cells.SelectMany(cell => cell.Outputs.OfType<DataOutput>())
            .Any(output => output.Data.TryGetValue("text/html", out var html) && Image().IsMatch(html)));

    [GeneratedRegex("<svg\\b.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Image();
}
