namespace Unrolled.Tests.Data;

/// <summary>The committed data folder, found from where the tests run.</summary>
static class DataFolder
{
    public static string File(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Unrolled.slnx")))
                return Path.Combine(folder.FullName, "data", name);
        }
        throw new InvalidOperationException("The tests must run inside the repository: no folder above them holds Unrolled.slnx.");
    }
}
