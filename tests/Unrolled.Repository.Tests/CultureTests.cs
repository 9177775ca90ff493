using System.Globalization;

namespace Unrolled.Repository.Tests;

public sealed class CultureTests
{
    // xunit.runner.json sets Vietnamese for every test project: code that forgets the invariant culture writes 0,5 and fails its own tests.
    [Fact]
    public void Tests_run_where_half_is_written_with_a_comma() => Assert.Equal("0,5", 0.5.ToString(CultureInfo.CurrentCulture));
}
