using System.Text.RegularExpressions;

namespace Unrolled.Repository.Tests;

/// <summary>A rule that stands in two places will differ one day.</summary>
public sealed class OnePlaceTests
{
    [Theory]
    [InlineData("a file is written whole", @"flushToDisk|File\.Move\([^;]*overwrite", "lib/Shared/AtomicFile.cs")]
    [InlineData("the words of outcomes", @"""(not-attempted|too-slow|changed-argument)""", "lib/Unrolled.Exercises/Checking/Outcome.cs")]
    [InlineData("the MIME type of a result", @"""application/vnd\.unrolled\.result\+json""", "lib/Unrolled.Figures/Interactive/MimeTypes.cs")]
    [InlineData("the MIME type of a verdict", @"""application/vnd\.unrolled\.verdict\+json""", "lib/Unrolled.Exercises/Checking/Feedback.cs")]
    [InlineData("one-hot", @"Vector<double>\.Build\.Dense\([^,;]+, (\w) => \1 == [^|&;?]+ \? 1(\.0)? : 0", "lib/Unrolled/Cells/Sequence.cs")]
    public void A_rule_stands_in_one_place(string rule, string pattern, string place)
    {
        var places = Sources().Where(file => Regex.IsMatch(File.ReadAllText(file.Full), pattern)).Select(file => file.Name).ToList();
        Assert.True(places.SequenceEqual([place]), $"{rule}: {string.Join(" and ", places)}, not {place} alone");
    }

    private static IEnumerable<(string Full, string Name)> Sources() =>
        from full in Directory.EnumerateFiles(RepositoryFolder.PathOf("lib"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let name = Path.GetRelativePath(RepositoryFolder.Root, full).Replace('\\', '/')
        where !name.Contains("/obj/", StringComparison.Ordinal) && !name.Contains("/bin/", StringComparison.Ordinal)
        select (full, name);
}
