namespace Unrolled.Kernel.Tests.Jupyter;

public sealed class KernelTests : IDisposable
{
    private readonly Conversation _kernel = new();

    public void Dispose() => _kernel.Dispose();

    [Fact]
    public void A_request_is_framed_by_busy_and_idle_and_answered_to_its_sender()
    {
        _kernel.Shell(Conversation.Frames("comm_info_request"));
        _kernel.WaitUntilQuiet();
        Assert.Equal(["busy", "idle"], _kernel.Published.Take(2).Select(message => message.Content.GetProperty("execution_state").GetString()));
        var reply = _kernel.Replies[0];
        Assert.Equal(("client", "comm_info_reply", "m1"), (reply.FirstFrame, reply.Type, reply.Parent.GetProperty("msg_id").GetString()));
        Assert.All(_kernel.Replies.Concat(_kernel.Published), message => Assert.True(message.SignatureIsRight, message.Type));
    }

    [Fact]
    public void The_kernel_says_who_it_is_on_both_channels_before_its_session_is_open()
    {
        _kernel.Control(Conversation.Frames("kernel_info_request"));
        _kernel.WaitUntilQuiet();
        Assert.All(_kernel.Replies, reply => Assert.Equal(("5.3", "C#"),
            (reply.Content.GetProperty("protocol_version").GetString(), reply.Content.GetProperty("language_info").GetProperty("name").GetString())));
        Assert.Equal(2, _kernel.Replies.Count);
        Assert.False(_kernel.SessionWanted);
    }

    [Fact]
    public void A_message_with_a_wrong_signature_is_not_answered()
    {
        _kernel.Shell(Conversation.Frames("execute_request", """{"code": "1"}""", key: "another key"));
        _kernel.Control(Conversation.Frames("shutdown_request", key: ""));
        _kernel.WaitUntilQuiet();
        Assert.Equal(["kernel_info_reply"], _kernel.Replies.Select(reply => reply.Type));
        Assert.False(_kernel.SessionWanted);
    }

    [Fact]
    public void A_request_that_the_kernel_fails_to_answer_gets_an_error()
    {
        _kernel.Shell(Conversation.Frames("execute_request", """{"code": "1"}"""));
        _kernel.WaitUntilQuiet();
        Assert.Equal(("execute_reply", "error", "KernelError"),
            (_kernel.Replies[0].Type, _kernel.Replies[0].Content.GetProperty("status").GetString(), _kernel.Replies[0].Content.GetProperty("ename").GetString()));
    }

    [Fact]
    public void Code_that_is_no_text_is_refused_and_not_run_as_if_empty()
    {
        _kernel.Shell(Conversation.Frames("execute_request", """{"code": "\ud800"}"""));
        _kernel.WaitUntilQuiet();
        Assert.Equal("error", _kernel.Replies[0].Content.GetProperty("status").GetString());
        Assert.False(_kernel.SessionWanted);
    }

    [Fact]
    public void An_unknown_request_gets_no_reply_and_disturbs_nothing()
    {
        _kernel.Shell(Conversation.Frames("dance_request"));
        _kernel.Control(Conversation.Frames("debug_request"));
        _kernel.WaitUntilQuiet();
        Assert.Equal(["kernel_info_reply"], _kernel.Replies.Select(reply => reply.Type));
    }

    [Fact]
    public void A_comm_that_nobody_takes_is_closed()
    {
        _kernel.Shell(Conversation.Frames("comm_open", """{"comm_id": "c1", "target_name": "t"}"""));
        _kernel.WaitUntilQuiet();
        Assert.Contains(_kernel.Published, message => message.Type == "comm_close" && message.Content.GetProperty("comm_id").GetString() == "c1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Shutdown_is_answered_told_to_all_and_carried_out(bool onControl)
    {
        var request = Conversation.Frames("shutdown_request", """{"restart": true}""");
        if (onControl)
            _kernel.Control(request);
        else
            _kernel.Shell(request);
        Assert.Equal(0, _kernel.WaitForEnd());
        Assert.True(_kernel.Replies.Single().Content.GetProperty("restart").GetBoolean());
        Assert.Equal(["status", "shutdown_reply", "status"], _kernel.Published.Select(message => message.Type));
    }
}
