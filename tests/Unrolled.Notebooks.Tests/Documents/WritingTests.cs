namespace Unrolled.Notebooks.Tests.Documents;

public sealed class WritingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unrolled-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_new_file_and_an_old_one_are_written_whole()
    {
        var path = Path.Combine(_folder, "a.ipynb");
        NotebookDocument.Parse(Samples.Everything, path).Write(path);
        Assert.Equal(Samples.Everything, File.ReadAllBytes(path));

        var changed = Samples.Parse(Samples.Notebook());
        changed.Write(path);
        Assert.Equal(changed, NotebookDocument.Read(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_folder_in_the_way_stays_and_no_temporary_file_is_left()
    {
        var path = Path.Combine(_folder, "a.ipynb");
        Directory.CreateDirectory(path);
        Assert.ThrowsAny<Exception>(() => Samples.Parse(Samples.Everything).Write(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
        Assert.Empty(Directory.GetFileSystemEntries(path));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_target_is_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        var target = Path.Combine(_folder, "target.ipynb");
        var link = Path.Combine(_folder, "link.ipynb");
        File.WriteAllText(target, "old");
        File.CreateSymbolicLink(link, target);

        Samples.Parse(Samples.Everything).Write(link);

        Assert.Equal(target, new FileInfo(link).LinkTarget);
        Assert.Equal(Samples.Everything, File.ReadAllBytes(target));
    }
}
