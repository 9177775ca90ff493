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

    public static void WriteObject(this Utf8JsonWriter json, string property, Action write)
    {
        json.WriteStartObject(property);
        write();
        json.WriteEndObject();
    }
}
