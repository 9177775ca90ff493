using System.Text;

namespace Unrolled.Notebooks.Tests.Documents;

public sealed class BadInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unrolled-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_file_is_named() =>
        AssertRefused(Path.Combine(_folder, "absent.ipynb"), "absent.ipynb: expected a notebook file, found nothing there. Check the path.");

    [Fact]
    public void A_file_in_a_missing_folder_is_named() =>
        AssertRefused(Path.Combine(_folder, "no", "absent.ipynb"), "absent.ipynb: expected a notebook file, found nothing there.");

    [Fact]
    public void A_folder_is_not_a_notebook() => AssertRefused(_folder, "got a folder. Name an .ipynb file in it.");

    [Fact]
    public void A_path_that_cannot_be_one_is_refused() => AssertRefused("a\0b.ipynb", "cannot be read");

    [Fact]
    public void More_than_100_MB_are_refused_before_they_are_read()
    {
        var path = Path.Combine(_folder, "noise.ipynb");
        // A sparse file: 200 MB long, nothing on the disk.
        using (var file = File.Create(path))
            file.SetLength(200L * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused(path, "expected a notebook of at most 100 MB, got 200 MB");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void Noise_is_not_UTF8()
    {
        var noise = new byte[100_000];
        new Random(1).NextBytes(noise);
        AssertParseRefused(noise, "expected text in UTF-8, got other bytes");
    }

    [Fact]
    public void Every_cut_of_a_notebook_is_refused_as_damaged_JSON()
    {
        // The last byte is the line end, which JSON does not need.
        for (var length = 1; length < Samples.Everything.Length - 1; length++)
        {
            var error = Assert.Throws<NotebookFormatException>(() => Samples.Parse(Samples.Everything[..length]));
            Assert.StartsWith("sample.ipynb: expected ", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_cut_notebook_names_the_line()
    {
        var error = Assert.Throws<NotebookFormatException>(() => Samples.Parse("{\n \"cells\": [\n  {"));
        Assert.Contains("expected JSON, but it is cut off or damaged at line 3", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "expected a notebook, got an empty file")]
    [InlineData("   \n", "cut off or damaged")]
    [InlineData("# A heading\n", "cut off or damaged at line 1")]
    [InlineData("[]", "got JSON without the member 'nbformat'. Name an .ipynb file.")]
    [InlineData("""{"cells": []}""", "got JSON without the member 'nbformat'")]
    [InlineData("""{"nbformat": "four"}""", "'nbformat' must be the number 3 or 4, got the string 'four'.")]
    [InlineData("""{"nbformat": 4.5}""", "'nbformat' must be the number 3 or 4, got the number 4.5.")]
    [InlineData("""{"nbformat": null}""", "'nbformat' must be the number 3 or 4, got null.")]
    [InlineData("""{"nbformat": 2, "worksheets": []}""", "older nbformat 2. Convert it: jupyter nbconvert --to notebook --inplace \"sample.ipynb\"")]
    [InlineData("""{"nbformat": 3, "nbformat_minor": 0, "worksheets": []}""", "expected cells in 'worksheets', got none. Restore it")]
    [InlineData("""{"nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": 1}, null]}""", "expected cells in 'worksheets', got none. Restore it")]
    [InlineData("""{"nbformat": 5, "nbformat_minor": 0}""", "newer nbformat 5. Save it as nbformat 4")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5}""", "'cells' must be a list, got nothing. Restore it")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "cells": null}""", "'cells' must be a list, got null")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "cells": {}}""", "'cells' must be a list, got an object")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 4, "cells": [1]}""", "expected a JSON object, got the number 1")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "cells": ["x"]}""", "cell 1: expected a JSON object, got the string 'x'")]
    [InlineData("""{"nbformat": 4, "x": nan}""", "cut off or damaged at line 1")]
    [InlineData("{\"nbformat\": 4,\n \"x\": NaN,\n \"y\": }", "cut off or damaged at line 3")]
    [InlineData("""{"nbformat": 4, "x": NaNN}""", "cut off or damaged at line 1")]
    [InlineData("""{"nbformat": 4, "x": "\ud83d""", "cut off or damaged at line 1")]
    [InlineData("""{"nbformat": 4, "x": "\ud8""", "cut off or damaged at line 1")]
    [InlineData("""{"nbformat": 4, "x": "\""", "cut off or damaged at line 1")]
    public void What_is_not_a_notebook_is_refused(string text, string message) => AssertParseRefused(Encoding.UTF8.GetBytes(text), message);

    [Theory]
    [InlineData("""["a", 1]""", "a list with other values")]
    [InlineData("{}", "an object")]
    [InlineData("7", "the number 7")]
    public void Source_that_is_no_text_is_refused_and_named_with_its_cell(string source, string what)
    {
        var text = Samples.Notebook(Samples.CodeCell("b"), Samples.CodeCell(source: source));
        AssertParseRefused(Encoding.UTF8.GetBytes(text), $"cell 2: 'source' must be a string or a list of strings, got {what}. Restore it");
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF })]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { 0xFE, 0xFF })]
    public void A_byte_order_mark_and_nothing_else_is_an_empty_file(byte[] mark) => AssertParseRefused(mark, "expected a notebook, got an empty file");

    private static void AssertParseRefused(byte[] utf8, string message)
    {
        var error = Assert.Throws<NotebookFormatException>(() => Samples.Parse(utf8));
        Assert.StartsWith("sample.ipynb: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string path, string message)
    {
        var error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Read(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
