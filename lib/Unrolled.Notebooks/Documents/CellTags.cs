namespace Unrolled.Notebooks;

/// <summary>The cell tags that mean something to the course.</summary>
public static class CellTags
{
    /// <summary>Shows a package that is not always restorable; skipped unless asked for.</summary>
    public const string Optional = "optional";

    /// <summary>Its output holds measured times or sizes, which differ from run to run.</summary>
    public const string Measured = "measured";
}
