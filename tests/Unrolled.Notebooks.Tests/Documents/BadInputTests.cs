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
    [InlineData("""{"nbformat": "4"}""", "'nbformat' must be the number 4, got the string '4'.")]
    [InlineData("""{"nbformat": 3, "nbformat_minor": 0, "worksheets": []}""", "older nbformat 3. Convert it: jupyter nbconvert --to notebook --inplace \"sample.ipynb\"")]
    [InlineData("""{"nbformat": 5, "nbformat_minor": 0}""", "newer nbformat 5. Save it as nbformat 4")]
    [InlineData("""{"nbformat": 4, "cells": []}""", "'nbformat_minor' must be a whole number, got nothing")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "cells": {}}""", "'cells' must be a list, got an object")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 4, "cells": [1]}""", "expected a JSON object, got the number 1")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "cells": ["x"]}""", "cell 1: expected a JSON object, got the string 'x'")]
    [InlineData("""{"nbformat": 4, "nbformat": 4}""", "Duplicate property 'nbformat'")]
    [InlineData("""{"nbformat": 4, "metadata": {"a": 1, "\u0061": 2}}""", "Duplicate property 'a'")]
    [InlineData("""{"nbformat": 4, "x": "\ud83d"}""", "half a surrogate pair")]
    [InlineData("""{"nbformat": 4, "x": NaN}""", "cut off or damaged at line 1")]
    public void What_is_not_a_notebook_is_refused(string text, string message) => AssertParseRefused(Encoding.UTF8.GetBytes(text), message);

    [Theory]
    [InlineData("cell_type", "\"code\"", "\"heading\"", "'cell_type' must be code, markdown or raw, got the string 'heading'")]
    [InlineData("id", "\"c\"", "\"b\"", "cell ids must be unique, got 'b' more than once")]
    [InlineData("id", "\"c\"", "\"a b\"", "cell 2: 'id' must be 1 to 64 of the characters")]
    [InlineData("id", "\"c\"", "7", "cell 2: 'id' must be a string, got the number 7")]
    [InlineData("source", "\"\"", "[\"a\", 1]", "cell 2: 'source' must be a string or a list of strings, got a list with other values")]
    [InlineData("metadata", "{}", "null", "cell 2: 'metadata' must be an object, got null")]
    [InlineData("metadata", "{}", """{"tags": "optional"}""", "cell 2: 'tags' must be a list of strings, got the string 'optional'")]
    [InlineData("execution_count", "null", "1.5", "cell 2: 'execution_count' must be a whole number or null, got the number 1.5")]
    [InlineData("execution_count", "null", "12345678901234567890", "'execution_count' must be a whole number or null")]
    [InlineData("outputs", "[]", "null", "cell 2: 'outputs' must be a list, got null")]
    [InlineData("outputs", "[]", "[{}]", "cell 2: output 1: 'output_type' must be a string, got nothing")]
    [InlineData("outputs", "[]", """[{"output_type": "stream", "name": "stdout"}]""", "cell 2: output 1: 'text' must be a string or a list of strings")]
    [InlineData("outputs", "[]", """[{"output_type": "display_data", "data": {"text/html": {}}}]""", "'text/html' must be a string or a list of strings, got an object")]
    [InlineData("outputs", "[]", """[{"output_type": "display_data", "data": []}]""", "'data' must be an object, got a list")]
    [InlineData("outputs", "[]", """[{"output_type": "error", "ename": "E", "evalue": "", "traceback": ""}]""", "'traceback' must be a list of strings")]
    public void A_wrong_member_is_named_with_its_cell(string member, string good, string bad, string message)
    {
        var text = Samples.Notebook(
            Samples.CodeCell("b"),
            Samples.CodeCell().Replace($"\"{member}\": {good}", $"\"{member}\": {bad}", StringComparison.Ordinal));
        AssertParseRefused(Encoding.UTF8.GetBytes(text), message);
    }

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
