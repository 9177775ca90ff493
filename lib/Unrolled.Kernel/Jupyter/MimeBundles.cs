using System.Text.Json;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Jupyter;

/// <summary>A value's forms as messages carry them: text whole, where a file has lines, and JSON as JSON.</summary>
internal static class MimeBundles
{
    public static IReadOnlyDictionary<string, object> ToWire(this MimeBundle bundle) =>
        bundle.ToDictionary(form => form.Key, object (form) => MimeBundle.IsJson(form.Key) ? JsonElement.Parse(form.Value) : form.Value);
}
