using System.Globalization;

namespace Unrolled.Tests.Data;

/// <summary>Runs a test where numbers and dates are written differently.</summary>
static class Cultures
{
    /// <summary>Cultures with a decimal comma and the day before the month.</summary>
    public static TheoryData<string> WithComma => ["vi-VN", "de-DE"];

    public static T Under<T>(string culture, Func<T> run)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture, predefinedOnly: true);
            return run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
