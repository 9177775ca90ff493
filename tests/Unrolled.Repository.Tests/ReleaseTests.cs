using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Unrolled.Repository.Tests;

/// <summary>The number of the last release stands in one place, and two others repeat it for those who read only them.</summary>
public sealed partial class ReleaseTests
{
    private static readonly string Version = XDocument.Load(RepositoryFolder.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;

    [Fact]
    public void The_citation_names_it() =>
        Assert.Contains($"\nversion: {Version}\n", File.ReadAllText(RepositoryFolder.PathOf("CITATION.cff")), StringComparison.Ordinal);

    [Fact]
    public void The_changelog_begins_with_what_is_unreleased_and_goes_on_with_it()
    {
        var headings = Heading().Matches(File.ReadAllText(RepositoryFolder.PathOf("CHANGELOG.md"))).Select(match => match.Groups["text"].Value);
        Assert.Equal(["Unreleased", Version], headings.Take(2));
    }

    [GeneratedRegex(@"(?m)^## (?<text>.+)$")]
    private static partial Regex Heading();
}
