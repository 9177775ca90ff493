using System.Text.Json;

namespace Unrolled.Kernel.Jupyter;

/// <summary>A message that came in with a valid signature.</summary>
/// <param name="Identities">The frames before the delimiter: the way back to the sender.</param>
/// <param name="Type">The header's <c>msg_type</c>.</param>
/// <param name="Header">The header, to be quoted as parent of every answer.</param>
/// <param name="Content">The content; what it holds depends on the type.</param>
internal sealed record JupyterMessage(IReadOnlyList<byte[]> Identities, string Type, JsonElement Header, JsonElement Content)
{
    /// <summary>A member of the content that is a string; anything else counts as absent.</summary>
    /// <exception cref="InvalidOperationException">The string holds half a surrogate pair, which Python can write and .NET can't read.</exception>
    public string Text(string name, string absent = "") =>
        Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : absent;

    /// <summary>A member of the content that is true or false; anything else counts as absent.</summary>
    public bool Flag(string name, bool absent) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : absent;

    /// <summary>A member of the content that is a whole number; anything else counts as absent.</summary>
    public int Integer(string name, int absent) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : absent;

    /// <summary>The members, as far as they are strings, of a member of the content that is an object; anything else counts as absent.</summary>
    /// <exception cref="InvalidOperationException">A string holds half a surrogate pair, which Python can write and .NET can't read.</exception>
    public IEnumerable<KeyValuePair<string, string>> Texts(string name) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String)
                .DistinctBy(member => member.Name).Select(member => KeyValuePair.Create(member.Name, member.Value.GetString()!))
            : [];
}

/// <summary>What came is no message, or not one signed with this kernel's key.</summary>
internal sealed class MessageRefusedException(string message) : Exception(message);
