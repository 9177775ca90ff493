using Unrolled.Kernel.Tests.Zmtp;
using Unrolled.Kernel.Zmtp;

namespace Unrolled.Kernel.Tests.Jupyter;

/// <summary>Ten thousand malformed connections and messages: none brings the kernel down, and none gets as far as the session.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 10_000;

    [Fact]
    public void Malformed_frames_are_refused_and_nothing_else_happens()
    {
        var random = new Random(1);
        var said = Captured.Bytes(Captured.Greeting, Captured.ReadyDealer, Captured.ThreeFrames)
            .Concat(ZmtpFrames.Message(Conversation.Frames("execute_request", """{"code": "1"}"""))).ToArray();
        var refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var spoiled = Spoil(said, random);
            var error = Record.Exception(() =>
            {
                using var connection = new Duplex(spoiled);
                ZmtpHandshake.Perform(connection, "ROUTER", "DEALER", "REQ", "ROUTER");
                while (ZmtpFrames.ReadMessage(connection) is not null)
                {
                }
            });
            Assert.True(error is null or ZmtpException or EndOfStreamException, $"round {round}: {error}");
            refused += error is null ? 0 : 1;
        }

        Assert.InRange(refused, Rounds / 2, Rounds);
    }

    [Fact]
    public void Malformed_messages_are_dropped_and_the_kernel_goes_on()
    {
        using var kernel = new Conversation();
        var random = new Random(2);
        for (var round = 0; round < Rounds; round++)
        {
            var frames = SpoiledMessage(random);
            if (random.Next(2) == 0)
                kernel.Shell(frames);
            else
                kernel.Control(frames);
        }

        kernel.WaitUntilQuiet();
        Assert.Equal(["kernel_info_reply"], kernel.Replies.Select(reply => reply.Type));
        Assert.False(kernel.SessionWanted);
    }

    [Fact]
    public void Signed_messages_with_strange_contents_get_an_answer_or_none_and_the_kernel_goes_on()
    {
        using var kernel = new Conversation();
        var random = new Random(3);
        string[] types = ["complete_request", "inspect_request", "is_complete_request", "history_request", "comm_info_request", "comm_open", "interrupt_request", "x"];
        string[] values = ["null", "[]", "{}", "-1", "1e400", "2147483648", "true", "\"\"", "\"\\ud800\"", "\"*\"", "\"tail\"", "\"range\"", "\"search\"", "[[[[]]]]"];
        string[] names = ["code", "cursor_pos", "detail_level", "hist_access_type", "n", "start", "stop", "pattern", "unique", "output", "session", "comm_id"];
        for (var round = 0; round < Rounds; round++)
        {
            var content = string.Join(", ", random.GetItems(names, 4).Distinct().Select(name => $"\"{name}\": {random.GetItems(values, 1)[0]}"));
            var frames = Conversation.Frames(random.GetItems(types, 1)[0], "{" + content + "}");
            if (random.Next(2) == 0)
                kernel.Shell(frames);
            else
                kernel.Control(frames);
        }

        kernel.WaitUntilQuiet();
        Assert.All(kernel.Replies, reply => Assert.True(reply.SignatureIsRight));
    }

    // Every signature here is wrong, or the message is none: a changed part, a lost or added frame, a signature of another key.
    private static List<byte[]> SpoiledMessage(Random random)
    {
        var frames = Conversation.Frames("execute_request", """{"code": "Environment.Exit(1)"}""", key: random.Next(4) == 0 ? "another key" : Conversation.Key);
        switch (random.Next(5))
        {
            case 0:
                frames.RemoveAt(random.Next(1, frames.Count));
                break;
            case 1:
                frames[random.Next(2, frames.Count)] = [];
                break;
            case 2:
                frames.Insert(random.Next(2, frames.Count), Noise(random));
                break;
            case 3:
                var spoiled = random.Next(2, frames.Count);
                frames[spoiled] = [.. frames[spoiled], .. Noise(random)];
                break;
            default:
                frames = [.. Enumerable.Range(0, random.Next(10)).Select(_ => Noise(random))];
                break;
        }

        return frames;
    }

    private static byte[] Spoil(byte[] bytes, Random random)
    {
        var spoiled = bytes.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(spoiled.Count);
            switch (random.Next(4))
            {
                case 0:
                    spoiled[at] = (byte)random.Next(256);
                    break;
                case 1:
                    spoiled.RemoveRange(at, random.Next(spoiled.Count - at));
                    break;
                case 2:
                    spoiled.InsertRange(at, Noise(random));
                    break;
                default:
                    spoiled[at] ^= (byte)(1 << random.Next(8));
                    break;
            }

            if (spoiled.Count == 0)
                break;
        }

        return [.. spoiled];
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(1, 40)];
        random.NextBytes(noise);
        return noise;
    }
}
