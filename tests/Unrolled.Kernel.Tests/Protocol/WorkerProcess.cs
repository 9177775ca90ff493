using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.Kernel.Tests.Protocol;

/// <summary>The built worker and its three streams, spoken to in plain JSON as a front end in another language would.</summary>
public sealed class WorkerProcess : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;
    private readonly Task<string> _errors;

    public WorkerProcess()
    {
        Temporary = _folder.Make("temporary");
        var start = new ProcessStartInfo("dotnet", [Repository.Kernel])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TMPDIR"] = Temporary, ["TMP"] = Temporary },
        };
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The folder of the notebook.</summary>
    public string Folder => _folder.Path;

    /// <summary>The worker's own temporary folder.</summary>
    public string Temporary { get; }

    /// <summary>A worker that is ready.</summary>
    /// <param name="folder">The folder of its notebook; null for an empty one of its own.</param>
    public static WorkerProcess Open(string? folder = null)
    {
        var worker = new WorkerProcess();
        worker.SendStart(folder ?? worker.Folder);
        Assert.Equal("ready", worker.Next().Type);
        return worker;
    }

    public void SendStart(string directory, bool input = false) =>
        SendRequest(new JsonObject { ["type"] = "start", ["directory"] = directory, ["input"] = input });

    public void SendCell(int count, string source) =>
        SendRequest(new JsonObject { ["type"] = "execute", ["count"] = count, ["source"] = source });

    public void Send(string line)
    {
        _process.StandardInput.Write(line + "\n");
        _process.StandardInput.Flush();
    }

    /// <summary>The next line that is not empty.</summary>
    public string NextLine()
    {
        for (; ; )
        {
            var reading = _process.StandardOutput.ReadLineAsync();
            Assert.True(reading.Wait(Patience.Limit), "The worker says nothing.");
            if (reading.Result != "")
                return reading.Result ?? throw new EndOfStreamException($"The worker has ended with exit code {ExitCode()}: {Errors()}");
        }
    }

    public Message Next() => new(JsonDocument.Parse(NextLine()).RootElement);

    /// <summary>All messages up to the end of a cell.</summary>
    public IReadOnlyList<Message> UntilDone()
    {
        var messages = new List<Message>();
        do
        {
            messages.Add(Next());
        }
        while (messages[^1].Type != "done");
        return messages;
    }

    public IReadOnlyList<Message> RunCell(int count, string source)
    {
        SendCell(count, source);
        return UntilDone();
    }

    public void EndInput() => _process.StandardInput.Close();

    public int ExitCode()
    {
        Assert.True(_process.WaitForExit(Patience.Limit), "The worker does not end.");
        return _process.ExitCode;
    }

    public string Errors() => _errors.Result;

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    private void SendRequest(JsonObject request) => Send(request.ToJsonString());
}

/// <summary>What the worker says in one line.</summary>
public sealed record Message(JsonElement Json)
{
    public string Type => Json.GetProperty("type").GetString()!;

    public string Status => Json.GetProperty("status").GetString()!;

    public int Id => Json.GetProperty("id").GetInt32();

    public int Count => Json.GetProperty("count").GetInt32();

    public string Reason => Json.GetProperty("reason").GetString()!;

    /// <summary>The text of an output of whatever kind.</summary>
    public string Text => Json.GetProperty("output").GetRawText();
}

internal static class MessagesOfACell
{
    /// <summary>The text of one stream.</summary>
    public static string Shown(this IEnumerable<Message> messages, string stream) => string.Concat(messages
        .Where(message => message.Type == "output").Select(message => message.Json.GetProperty("output"))
        .Where(output => output.GetProperty("output_type").GetString() == "stream" && output.GetProperty("name").GetString() == stream)
        .Select(output => output.GetProperty("text") is { ValueKind: JsonValueKind.Array } lines
            ? string.Concat(lines.EnumerateArray().Select(line => line.GetString())) : output.GetProperty("text").GetString()));
}
