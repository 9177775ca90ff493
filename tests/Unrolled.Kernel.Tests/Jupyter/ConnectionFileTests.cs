using System.Net;
using System.Text.Json;
using Unrolled.Kernel.Jupyter;

namespace Unrolled.Kernel.Tests.Jupyter;

public sealed class ConnectionFileTests
{
    private const string Ports = """ "shell_port": 5001, "control_port": 5002, "stdin_port": 5003, "iopub_port": 5004, "hb_port": 5005 """;

    [Fact]
    public void Ports_address_and_key_are_read() => Assert.Equal(
        new ConnectionFile(IPAddress.Parse("127.0.0.2"), 5001, 5002, 5003, 5004, 5005, "k"),
        Parse("""{"transport": "tcp", "ip": "127.0.0.2", "key": "k", "signature_scheme": "hmac-sha256", "kernel_name": "x",""" + Ports + "}"));

    [Theory]
    [InlineData("", "127.0.0.1")]
    [InlineData("\"ip\": \"localhost\",", "127.0.0.1")]
    [InlineData("\"ip\": \"*\",", "0.0.0.0")]
    [InlineData("\"ip\": \"::1\",", "::1")]
    public void The_address_is_the_loopback_unless_the_file_says_more(string member, string address) =>
        Assert.Equal(IPAddress.Parse(address), Parse("{" + member + Ports + "}").Address);

    [Theory]
    [InlineData("[]", "expected a JSON object")]
    [InlineData("{}", "'shell_port' must be a port from 1 to 65535, got nothing")]
    [InlineData("""{"shell_port": "5001"}""", "'shell_port' must be a port from 1 to 65535, got \"5001\"")]
    [InlineData("""{"shell_port": 0}""", "got 0")]
    [InlineData("""{"shell_port": 65536}""", "got 65536")]
    [InlineData("""{"transport": "ipc"}""", "'transport' must be \"tcp\", got \"ipc\"")]
    [InlineData("""{"ip": "my host"}""", "'ip' must be an IP address, got \"my host\"")]
    [InlineData("""{"key": "k", "signature_scheme": "hmac-md5"}""", "'signature_scheme' must be \"hmac-sha256\", got \"hmac-md5\"")]
    [InlineData("""{"key": 1}""", "'key' must be a string, got 1")]
    public void What_this_kernel_cannot_serve_is_named(string json, string told) =>
        Assert.Contains(told, Assert.Throws<FormatException>(() => Parse(json)).Message, StringComparison.Ordinal);

    private static ConnectionFile Parse(string json) => ConnectionFile.Parse(JsonElement.Parse(json));
}
