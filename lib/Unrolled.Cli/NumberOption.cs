using System.CommandLine;
using System.Globalization;

namespace Unrolled.Cli;

/// <summary>Options that take a number and say which ones they accept.</summary>
internal static class NumberOption
{
    public static Option<double> Seconds(string name, string description, double otherwise) => new(name)
    {
        Description = description,
        HelpName = "SECONDS",
        DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86_400)
                return seconds;
            result.AddError($"{name} must be a number of seconds above 0 and at most 86400, got \"{result.Tokens[0].Value}\".");
            return 0;
        },
    };

    public static Option<int> Count(string name, string unit, string description, int least, int most, int otherwise) => new(name)
    {
        Description = description,
        HelpName = unit,
        DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= most)
                return count;
            result.AddError(Invariant($"{name} must be a whole number from {least} to {most}, got \"{result.Tokens[0].Value}\"."));
            return 0;
        },
    };
}
