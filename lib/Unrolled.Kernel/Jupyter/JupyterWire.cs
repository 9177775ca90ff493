using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Unrolled.Kernel.Jupyter;

/// <summary>Jupyter messages as frames: identities, a delimiter, the signature, and four JSON objects ("The wire protocol" of Jupyter's messaging, 5.3).</summary>
/// <param name="key">The key of the signatures; empty for none.</param>
internal sealed class JupyterWire(string key)
{
    /// <summary>The version of the messaging protocol.</summary>
    public const string ProtocolVersion = "5.3";

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 128 };
    private static readonly JsonSerializerOptions Writing = new()
    {
        MaxDepth = 520,
        // The reader is a program, never a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly string _session = Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);

    /// <exception cref="MessageRefusedException">It is not a message, or its signature is wrong.</exception>
    public JupyterMessage Read(IReadOnlyList<byte[]> frames)
    {
        var delimiter = 0;
        while (delimiter < frames.Count && !frames[delimiter].AsSpan().SequenceEqual(Delimiter))
            delimiter++;
        if (frames.Count < delimiter + 6)
            throw new MessageRefusedException($"A message has <IDS|MSG>, a signature and four JSON objects; {frames.Count} frames came.");
        var parts = frames.Skip(delimiter + 2).Take(4).ToList();
        // Before anything is read of it: an unsigned message is no message.
        if (!CryptographicOperations.FixedTimeEquals(Sign(parts), frames[delimiter + 1]))
            throw new MessageRefusedException("The signature is not that of this kernel's key.");
        var header = Parse(parts[0], "header");
        var content = Parse(parts[3], "content");
        if (!header.TryGetProperty("msg_type", out var type) || type.ValueKind != JsonValueKind.String)
            throw new MessageRefusedException("The header has no msg_type.");
        return new JupyterMessage([.. frames.Take(delimiter)], TextOf(type), header, content);
    }

    /// <summary>The frames of a message.</summary>
    /// <param name="identities">The frames before the delimiter: the way to a client, or a topic.</param>
    /// <param name="type">The message's type.</param>
    /// <param name="parent">The header of the request that led to it.</param>
    /// <param name="content">What System.Text.Json can write as an object.</param>
    public IReadOnlyList<byte[]> Write(IEnumerable<byte[]> identities, string type, JsonElement? parent, object content)
    {
        var header = new
        {
            msg_id = Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture),
            session = _session,
            username = "kernel",
            date = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            msg_type = type,
            version = ProtocolVersion,
        };
        byte[][] parts = [Bytes(header), parent is null ? "{}"u8.ToArray() : Bytes(parent), "{}"u8.ToArray(), Bytes(content)];
        return [.. identities, Delimiter, Sign(parts), .. parts];
    }

    private static byte[] Bytes(object value) => JsonSerializer.SerializeToUtf8Bytes(value, Writing);

    private static JsonElement Parse(byte[] json, string part)
    {
        try
        {
            return JsonElement.Parse(json, Reading) is { ValueKind: JsonValueKind.Object } value
                ? value
                : throw new MessageRefusedException($"The {part} is not a JSON object.");
        }
        catch (JsonException e)
        {
            throw new MessageRefusedException($"The {part} is not JSON: {e.Message}");
        }
    }

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new MessageRefusedException("The msg_type is not text.");
        }
    }

    // Lower-case hexadecimal, in ASCII.
    private byte[] Sign(IReadOnlyList<byte[]> parts)
    {
        if (_key.Length == 0)
            return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts)
            hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
