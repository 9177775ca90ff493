namespace Unrolled.Notebooks.Tests;

public sealed class ScratchFolderTests
{
    private const string HeldFile = "held-by-its-owner";

    [Fact]
    public void It_goes_with_its_owner()
    {
        string path;
        using (var scratch = new ScratchFolder())
        {
            path = scratch.Path;
            Directory.CreateDirectory(Path.Combine(path, "a", "b"));
            File.WriteAllText(Path.Combine(path, "a", "b", "c.txt"), "");
        }

        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void What_a_killed_owner_left_goes_with_the_next_one_and_what_has_an_owner_stays()
    {
        using var owned = new ScratchFolder();
        Age(owned.Path);
        var left = Directory.CreateTempSubdirectory("unrolled-");
        File.WriteAllText(Path.Combine(left.FullName, HeldFile), "");
        using (new ScratchFolder())
            Assert.True(Directory.Exists(left.FullName), "It may be in the making.");
        Age(left.FullName);
        using (new ScratchFolder())
            Assert.False(Directory.Exists(left.FullName));
        Assert.True(Directory.Exists(owned.Path));
    }

    [Fact]
    public void Folders_of_others_stay()
    {
        var others = Directory.CreateTempSubdirectory("unrolled-");
        using (new ScratchFolder())
            Assert.True(Directory.Exists(others.FullName));
        others.Delete();
    }

    private static void Age(string folder) => File.SetLastWriteTimeUtc(Path.Combine(folder, HeldFile), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
}
