namespace Unrolled.Figures;

/// <summary>Tells .NET Interactive how a type shows itself in a notebook.</summary>
/// <remarks>
/// .NET Interactive looks for an attribute of this name and these properties by reflection, so that a library can render itself without
/// referencing it.
/// </remarks>
/// <param name="formatterSourceType">A class with a method <c>CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class whose <c>CreateTypeFormatters()</c> gives one formatter for each MIME type.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types of the output, all of which are written.</summary>
    public string[] PreferredMimeTypes { get; init; } = [];
}
