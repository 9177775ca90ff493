using FsCheck;

namespace Unrolled.Figures.Tests;

/// <summary>Property tests with a fixed seed: a test that fails today fails tomorrow.</summary>
internal static class Properties
{
    public static void Hold(this Property property) => property.Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20_26, 1));
}
