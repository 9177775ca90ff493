namespace Unrolled.Cli.Tests;

/// <summary>Files that are no notebooks: named, explained, and left as they are even by --write.</summary>
public sealed class BadNotebookTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    public static TheoryData<string, string> Files
    {
        get
        {
            var good = Workspace.Notebook("1", "2");
            return new()
            {
                { "", "empty file" },
                { "This is a letter.", "expected JSON" },
                { "[1, 2, 3]", "'nbformat'" },
                { good[..(good.Length / 2)], "cut off or damaged" },
                { good.Replace("\"nbformat\":4", "\"nbformat\":2", StringComparison.Ordinal), "older nbformat 2" },
                { good.Replace("\"source\":\"2\"", "\"source\":2", StringComparison.Ordinal), "cell 2: 'source' must be a string or a list of strings, got the number 2" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_is_no_notebook_is_named_and_kept(string content, string told)
    {
        var path = _workspace.Write("mine.ipynb", content);
        Cli.Run(_workspace.Folder, "run", "--write", path).AssertRefused(1, path, told);
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public void Noise_of_200_MB_is_refused_and_kept()
    {
        var path = _workspace.PathOf("noise.ipynb");
        const int Megabyte = 1024 * 1024;
        var noise = new byte[Megabyte];
        new Random(1).NextBytes(noise);
        using (var file = File.Create(path))
        {
            for (var i = 0; i < 200; i++)
                file.Write(noise);
        }

        Cli.Run(_workspace.Folder, "run", "--write", path).AssertRefused(1, path, "at most 100 MB");
        Assert.Equal(200L * Megabyte, new FileInfo(path).Length);
    }

    [Fact]
    public void One_bad_notebook_does_not_keep_the_others_from_running()
    {
        _workspace.Write("bad.ipynb", "{");
        _workspace.WriteNotebook("good.ipynb", "1");
        Cli.Run(_workspace.Folder, "run", "bad.ipynb", "good.ipynb").AssertRefused(1, "bad.ipynb: expected JSON", "passed");
    }
}
