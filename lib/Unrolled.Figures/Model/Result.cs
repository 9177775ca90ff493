namespace Unrolled.Figures;

/// <summary>A number that a notebook computes and slides quote by name.</summary>
/// <remarks>As the value of a cell it shows its text, and carries <c>{"name", "value", "text"}</c> for the slides.</remarks>
[TypeFormatterSource(typeof(ResultFormatters), PreferredMimeTypes = [MimeTypes.Text, MimeTypes.Result])]
public sealed record Result
{
    /// <summary>A named number.</summary>
    /// <param name="name">Lower-case letters, digits, dots, underscores and hyphens, such as "demo.test_rmse".</param>
    /// <param name="value">The number.</param>
    /// <param name="format">How it is written: a .NET numeric format such as "0.00" or "P1"; null gives four significant digits.</param>
    /// <exception cref="ArgumentException">The name holds other characters.</exception>
    /// <exception cref="FormatException">The format is not a numeric format.</exception>
    public Result(string name, double value, string? format = null)
    {
        Name = Names.Checked(name);
        Value = value;
        Text = format is null ? NumberText.Of(value, 4) : NumberText.Formatted(value, format);
    }

    /// <summary>The name by which slides find the number.</summary>
    public string Name { get; }

    /// <summary>The number.</summary>
    public double Value { get; }

    /// <summary>The number as it is written, the same under every culture.</summary>
    public string Text { get; }

    /// <summary>The result as JSON (<c>application/vnd.unrolled.result+json</c>); NaN and ±∞ have the value null.</summary>
    public string ToJson() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteNumberOrNull("value", Value);
        json.WriteString("text", Text);
        json.WriteEndObject();
    });

    /// <summary>"demo.test_rmse = 2.03".</summary>
    public override string ToString() => $"{Name} = {Text}";
}
