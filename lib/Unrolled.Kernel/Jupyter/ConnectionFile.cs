using System.Net;
using System.Text.Json;

namespace Unrolled.Kernel.Jupyter;

/// <summary>What a front end writes for the kernel it starts: where to listen, and the key that signs messages ("Connection files" in Jupyter's documentation).</summary>
/// <param name="Address">The address to bind; the loopback address when the file names none.</param>
/// <param name="ShellPort">Requests.</param>
/// <param name="ControlPort">Requests that must not wait for a running cell.</param>
/// <param name="StdinPort">Questions to the user.</param>
/// <param name="IoPubPort">Outputs.</param>
/// <param name="HeartbeatPort">Echoes.</param>
/// <param name="Key">The key of the signatures; empty for none.</param>
internal sealed record ConnectionFile(
    IPAddress Address, int ShellPort, int ControlPort, int StdinPort, int IoPubPort, int HeartbeatPort, string Key)
{
    private const string SignatureScheme = "hmac-sha256";

    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="FormatException">It is not a connection file, or one this kernel can't serve; the message says why.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return Parse(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new FormatException($"{path} is not a connection file that this kernel can use: {e.Message}", e);
        }
    }

    /// <exception cref="FormatException">A member is missing or of the wrong kind; the message names it.</exception>
    public static ConnectionFile Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException("expected a JSON object.");
        if (Text(json, "transport", "tcp") is not "tcp" and var transport)
            throw new FormatException($"'transport' must be \"tcp\", got \"{transport}\".");
        var key = Text(json, "key", "");
        if (Text(json, "signature_scheme", SignatureScheme) is not SignatureScheme and var scheme && key.Length > 0)
            throw new FormatException($"'signature_scheme' must be \"{SignatureScheme}\", got \"{scheme}\".");
        return new ConnectionFile(
            AddressOf(Text(json, "ip", "127.0.0.1")),
            Port(json, "shell_port"), Port(json, "control_port"), Port(json, "stdin_port"), Port(json, "iopub_port"), Port(json, "hb_port"), key);
    }

    private static IPAddress AddressOf(string ip) => ip switch
    {
        "*" => IPAddress.Any,
        "" or "localhost" => IPAddress.Loopback,
        _ => IPAddress.TryParse(ip, out var address) ? address : throw new FormatException($"'ip' must be an IP address, got \"{ip}\"."),
    };

    private static string Text(JsonElement json, string name, string absent) =>
        !json.TryGetProperty(name, out var value) ? absent
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : throw new FormatException($"'{name}' must be a string, got {value.GetRawText()}.");

    private static int Port(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw new FormatException($"'{name}' must be a port from 1 to {IPEndPoint.MaxPort}, got {(value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText())}.");
}
