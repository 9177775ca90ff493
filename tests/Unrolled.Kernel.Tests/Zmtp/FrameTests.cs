using System.Text;
using Unrolled.Kernel.Zmtp;

namespace Unrolled.Kernel.Tests.Zmtp;

public sealed class FrameTests
{
    [Fact]
    public void A_message_of_libzmq_is_read()
    {
        using var stream = new Duplex(Captured.Bytes(Captured.ThreeFrames));
        Assert.Equal(["one", "", "three"], ZmtpFrames.ReadMessage(stream)!.Select(Encoding.ASCII.GetString));
        Assert.Null(ZmtpFrames.ReadMessage(stream));
    }

    [Fact]
    public void A_message_is_written_as_libzmq_writes_it() =>
        Assert.Equal(Captured.ThreeFrames, Hex(ZmtpFrames.Message(["one"u8.ToArray(), [], "three"u8.ToArray()])));

    [Theory]
    [InlineData(255, "00ff")]
    [InlineData(256, "020000000000000100")]
    [InlineData(70_000, "020000000000011170")]
    public void The_length_takes_one_byte_or_eight(int length, string head)
    {
        var body = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        var message = ZmtpFrames.Message([body]);
        Assert.StartsWith(head, Hex(message), StringComparison.Ordinal);
        using var stream = new MemoryStream(message);
        Assert.Equal(body, ZmtpFrames.ReadMessage(stream)!.Single());
    }

    [Fact]
    public void Commands_between_messages_are_passed_over()
    {
        using var stream = new MemoryStream([.. ZmtpFrames.Command("\x0004PING\0\0"u8.ToArray()), .. Captured.Bytes(Captured.Ping)]);
        Assert.Equal(["", "ping"], ZmtpFrames.ReadMessage(stream)!.Select(Encoding.ASCII.GetString));
    }

    [Theory]
    [InlineData("0003ab", "a body that ends early")]
    [InlineData("00", "no length")]
    [InlineData("0200000000", "half a length")]
    [InlineData("0101aa", "a message without its last frame")]
    public void A_stream_that_ends_within_a_message_says_so(string hex, string what)
    {
        using var stream = new MemoryStream(Captured.Bytes(hex));
        Assert.True(Record.Exception(() => ZmtpFrames.ReadMessage(stream)) is EndOfStreamException, what);
    }

    [Theory]
    [InlineData("0801aa", "begins with the byte 0x08")]
    [InlineData("ff01aa", "begins with the byte 0xff")]
    [InlineData("0501aa", "begins with the byte 0x05")]
    [InlineData("02ffffffffffffffff", "a frame of 18446744073709551615 came")]
    [InlineData("027fffffffffffffff", "a frame of 9223372036854775807 came")]
    [InlineData("020000000008000001", "a frame of 134217729 came")]
    public void What_is_no_frame_or_too_long_is_refused(string hex, string told)
    {
        using var stream = new MemoryStream(Captured.Bytes(hex));
        Assert.Contains(told, Assert.Throws<ZmtpException>(() => ZmtpFrames.ReadMessage(stream)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_of_endless_frames_is_refused()
    {
        using var stream = new MemoryStream([.. Enumerable.Repeat(new byte[] { 1, 0 }, 5000).SelectMany(frame => frame)]);
        Assert.Contains("1024 frames", Assert.Throws<ZmtpException>(() => ZmtpFrames.ReadMessage(stream)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_that_announces_much_and_brings_little_takes_little_memory()
    {
        // 100 MB announced, three bytes sent.
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var stream = new MemoryStream(Captured.Bytes("020000000006000000", "aabbcc"));
        Assert.Throws<EndOfStreamException>(() => ZmtpFrames.ReadMessage(stream));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
