using System.Text;
using Unrolled.Kernel.Zmtp;

namespace Unrolled.Kernel.Tests.Zmtp;

public sealed class HandshakeTests
{
    private const string Ours = "ff00000000000000007f03004e554c4c000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000";

    [Theory]
    [InlineData("ROUTER", Captured.ReadyDealer, "abc")]
    [InlineData("PUB", Captured.ReadySub, "")]
    [InlineData("REP", Captured.ReadyReq, "")]
    public void Libzmq_is_greeted_and_its_identity_known(string socketType, string ready, string identity)
    {
        using var connection = new Duplex(Captured.Bytes(Captured.Greeting, ready));
        Assert.Equal(identity, Encoding.ASCII.GetString(ZmtpHandshake.Perform(connection, socketType, "DEALER", "SUB", "REQ")));
        Assert.Equal(Captured.Bytes(Ours), connection.Written[..ZmtpHandshake.GreetingBytes]);
        using var said = new MemoryStream(connection.Written[ZmtpHandshake.GreetingBytes..]);
        var frame = ZmtpFrames.Read(said, 1000)!.Value;
        Assert.True(frame.IsCommand);
        Assert.Contains($"\x0005READY\vSocket-Type\0\0\0{(char)socketType.Length}{socketType}", Encoding.ASCII.GetString(frame.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0100", "not one of ZMTP 2 or later")]
    [InlineData("ff00000000000000017f00", "speaks ZMTP 0")]
    [InlineData("ff00000000000000017f0100", "speaks ZMTP 1")]
    [InlineData("474554202f20485454502f312e31", "not one of ZMTP")]
    public void An_older_peer_or_none_is_refused(string hex, string told) =>
        AssertRefused(told, [.. Captured.Bytes(hex), .. new byte[64]]);

    [Fact]
    public void Another_mechanism_is_refused()
    {
        var greeting = Captured.Bytes(Captured.Greeting);
        "CURVE"u8.CopyTo(greeting.AsSpan(12));
        AssertRefused("the mechanism CURVE", greeting);
    }

    [Theory]
    [InlineData(Captured.ThreeFrames, "not READY")]
    [InlineData("0407045245414459aabb", "not READY")]
    [InlineData("040705524541445909", "within a property")]
    [InlineData("041605524541445901610000000f", "within a property")]
    [InlineData("0417055245414459", "")]
    [InlineData(Captured.ReadySub, "A ROUTER socket talks to DEALER, not to SUB.")]
    [InlineData("0406055245414459", "not to nothing")]
    public void A_wrong_first_command_is_refused(string hex, string told)
    {
        var error = Record.Exception(() => ZmtpHandshake.Perform(new Duplex(Captured.Bytes(Captured.Greeting, hex)), "ROUTER", "DEALER"));
        Assert.True(error is ZmtpException or EndOfStreamException, $"{error}");
        if (error is ZmtpException)
            Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string told, byte[] said)
    {
        using var connection = new Duplex(said);
        Assert.Contains(told, Assert.Throws<ZmtpException>(() => ZmtpHandshake.Perform(connection, "ROUTER", "DEALER")).Message, StringComparison.Ordinal);
    }
}
