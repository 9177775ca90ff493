namespace Unrolled.Repository.Tests;

internal static class RepositoryFolder
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Unrolled.slnx")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("These tests run inside the repository: Unrolled.slnx was not found above them.");
    }
}
