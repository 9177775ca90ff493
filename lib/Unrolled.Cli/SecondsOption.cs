using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Unrolled.Cli;

/// <summary>An option that takes a time.</summary>
internal static class SecondsOption
{
    public static Option<double> Create(string name, string description, double otherwise) => new(name)
    {
        Description = description,
        HelpName = "SECONDS",
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => Read(name, result),
    };

    private static double Read(string name, ArgumentResult result)
    {
        if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86_400)
            return seconds;
        result.AddError($"{name} must be a number of seconds above 0 and at most 86400, got \"{result.Tokens[0].Value}\".");
        return 0;
    }
}
