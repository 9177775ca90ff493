namespace Unrolled.Cli.Gallery;

/// <summary>What a picture is.</summary>
internal enum PictureKind
{
    Figure,
    Stepper,
    Table,
}

/// <summary>A picture that a notebook shows under a name.</summary>
/// <param name="Name">The name, safe in a file name and in a URL.</param>
/// <param name="Cell">The id of the cell that drew it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Html">The picture as a page shows it.</param>
/// <param name="Alt">The picture in words.</param>
/// <param name="Svgs">Its images: one of a figure, those of all frames of a stepper, none of a table.</param>
internal sealed record NamedPicture(string Name, string Cell, PictureKind Kind, string Html, string Alt, IReadOnlyList<string> Svgs)
{
    /// <summary>The names of the files for its images, without extension.</summary>
    public IEnumerable<string> FileNames =>
        Kind == PictureKind.Figure ? [Name] : Svgs.Select((_, i) => Invariant($"{Name}-{i + 1:00}"));
}
