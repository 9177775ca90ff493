using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Unrolled.Figures;

/// <summary>JSON that keeps Greek letters readable in a notebook's source, yet is safe inside HTML.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options)) write(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>JSON knows no NaN and no ±∞; null is what Plotly draws as a gap.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value)) json.WriteNumberValue(value);
        else json.WriteNullValue();
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string property, double value)
    {
        json.WritePropertyName(property);
        json.WriteNumberOrNull(value);
    }

    /// <summary>Numbers with seven digits, or as many as tell them apart: the last bits differ between machines.</summary>
    public static void WriteNumbers(this Utf8JsonWriter json, string property, IReadOnlyList<double> values)
    {
        json.WritePropertyName(property);
        json.WriteNumbers(values);
    }

    public static void WriteNumbers(this Utf8JsonWriter json, IReadOnlyList<double> values)
    {
        var digits = NumberText.DigitsFor(values, least: 7);
        json.WriteStartArray();
        foreach (var value in values) json.WriteNumberOrNull(double.IsFinite(value) ? NumberText.Rounded(value, digits) : value);
        json.WriteEndArray();
    }

    /// <summary>A share of a width or height, with four decimals. Not by Math.Round(share, 4), which makes 0.0188 of 0.01875 on .NET 10 and 0.0187 on .NET 11.</summary>
    public static void WriteShare(this Utf8JsonWriter json, string property, double share) => json.WriteNumber(property, Math.Round(share * 10_000) / 10_000);

    public static void WriteObject(this Utf8JsonWriter json, string property, Action write)
    {
        json.WriteStartObject(property);
        write();
        json.WriteEndObject();
    }
}
