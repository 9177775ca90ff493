namespace Unrolled.Kernel.Tests.Protocol;

/// <summary>Lines that are no requests are refused one by one; the worker goes on.</summary>
public sealed class MalformedRequestTests(MalformedRequestTests.OpenWorker open) : IClassFixture<MalformedRequestTests.OpenWorker>
{
    public static TheoryData<string> Lines =>
    [
        "nonsense",
        "{",
        "[]",
        "42",
        "null",
        "{}",
        """{"count": 1, "source": "1"}""",
        """{"type": "dance"}""",
        """{"type": 42}""",
        """{"type": "execute"}""",
        """{"type": "execute", "count": 1}""",
        """{"type": "execute", "count": 1, "source": null}""",
        """{"type": "execute", "count": "one", "source": "1"}""",
        """{"type": "execute", "count": 1, "source": "\ud800"}""",
        """{"type": "complete", "code": "", "position": 0}""",
        """{"type": "inspect", "id": 1, "code": null, "position": 0}""",
        """{"type": "start"}""",
        """{"type": "start", "directory": null}""",
        new string('[', 10_000),
        new string('x', 1_000_000),
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void An_open_session_refuses_the_line_and_goes_on(string line)
    {
        open.Worker.Send(line);
        AssertRefused(open.Worker.Next());
        Assert.Equal("ok", open.Worker.RunCell(1, "var a = 1;").Single().Status);
    }

    [Fact]
    public void A_worker_that_has_not_started_refuses_the_lines_too()
    {
        using var worker = new WorkerProcess();
        foreach (var line in Lines)
        {
            worker.Send(line);
            AssertRefused(worker.Next());
            AssertRefused(worker.Next());
        }

        worker.SendStart(worker.Temporary);
        Assert.Equal("ready", worker.Next().Type);
    }

    [Fact]
    public void An_empty_line_says_nothing()
    {
        open.Worker.Send("");
        Assert.Equal("ok", open.Worker.RunCell(1, "").Single().Status);
    }

    private static void AssertRefused(Message answer)
    {
        Assert.Equal("refused", answer.Type);
        Assert.NotEmpty(answer.Reason);
    }

    public sealed class OpenWorker : IDisposable
    {
        public WorkerProcess Worker { get; } = WorkerProcess.Open();

        public void Dispose() => Worker.Dispose();
    }
}
