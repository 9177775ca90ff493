namespace Unrolled.Testing;

/// <summary>What stands in the progress folder of this checkout.</summary>
internal static class LearnersProgress
{
    public static string Read()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Unrolled.slnx")))
            at = at.Parent ?? throw new DirectoryNotFoundException($"No Unrolled.slnx above {AppContext.BaseDirectory}.");
        var folder = new DirectoryInfo(Path.Combine(at.FullName, ".unrolled"));
        return folder.Exists
            ? string.Join('\n', folder.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{file.Name}: {File.ReadAllText(file.FullName)}"))
            : "";
    }
}
