using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unrolled.Notebooks;

/// <summary>What a front end says to a worker: one JSON object on a line of the worker's standard input.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(StartRequest), "start")]
[JsonDerivedType(typeof(ExecuteRequest), "execute")]
[JsonDerivedType(typeof(CompleteRequest), "complete")]
[JsonDerivedType(typeof(InspectRequest), "inspect")]
[JsonDerivedType(typeof(InputRequest), "input")]
[JsonDerivedType(typeof(InterruptRequest), "interrupt")]
[JsonDerivedType(typeof(ShutdownRequest), "shutdown")]
public abstract record WorkerRequest;

/// <summary>The first request: opens the session.</summary>
/// <param name="Directory">The notebook's folder.</param>
/// <param name="PackageSources">Local package folders asked besides the machine's own sources.</param>
/// <param name="Input">Whether the front end answers an <see cref="InputEvent"/>. If not, a cell that asks for input fails.</param>
public sealed record StartRequest(string Directory, ImmutableArray<string> PackageSources = default, bool Input = false) : WorkerRequest;

/// <summary>Runs a cell. Requests are run in the order they come.</summary>
/// <param name="Count">The execution count, by which errors name the cell.</param>
/// <param name="Source">The cell's text.</param>
/// <param name="Language">The language that the cell's metadata names; null for C#.</param>
public sealed record ExecuteRequest(int Count, string Source, string? Language = null) : WorkerRequest;

/// <summary>The user's answer to an <see cref="InputEvent"/>.</summary>
/// <param name="Text">A line without its end; null when the user gave none.</param>
public sealed record InputRequest(string? Text) : WorkerRequest;

/// <summary>A question about a cell that is being written.</summary>
/// <remarks>
/// Questions are answered in the order they come, also while a cell runs, each by one event with the question's id. They see what the last finished cell left.
/// </remarks>
/// <param name="Id">By which the front end knows the answer.</param>
/// <param name="Code">The cell's text.</param>
/// <param name="Position">Where in it, in UTF-16 code units from the start.</param>
public abstract record QuestionRequest(int Id, string Code, int Position) : WorkerRequest;

/// <summary>Asks for the names that may stand at a position; answered by <see cref="CompletionsEvent"/>.</summary>
public sealed record CompleteRequest(int Id, string Code, int Position) : QuestionRequest(Id, Code, Position);

/// <summary>Asks what the name at a position means; answered by <see cref="InspectionEvent"/>.</summary>
public sealed record InspectRequest(int Id, string Code, int Position) : QuestionRequest(Id, Code, Position);

/// <summary>Interrupts the cell that is running and those that wait behind it; nothing happens when there are none.</summary>
public sealed record InterruptRequest : WorkerRequest;

/// <summary>Ends the worker; so does the end of its input.</summary>
public sealed record ShutdownRequest : WorkerRequest;

/// <summary>What a worker answers: one JSON object on a line of its standard output.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ReadyEvent), "ready")]
[JsonDerivedType(typeof(OutputEvent), "output")]
[JsonDerivedType(typeof(InputEvent), "input")]
[JsonDerivedType(typeof(DoneEvent), "done")]
[JsonDerivedType(typeof(CompletionsEvent), "completions")]
[JsonDerivedType(typeof(InspectionEvent), "inspection")]
[JsonDerivedType(typeof(RefusedEvent), "refused")]
public abstract record WorkerEvent;

/// <summary>The session is open.</summary>
/// <param name="Protocol">The version of this protocol.</param>
public sealed record ReadyEvent(int Protocol = ReadyEvent.Current) : WorkerEvent
{
    /// <summary>The version spoken here.</summary>
    public const int Current = 1;
}

/// <summary>One output of the running cell, as nbformat stores it. Between two cells: of what an earlier one left running.</summary>
/// <param name="Output">An nbformat output object.</param>
/// <param name="DisplayId">For a displayed value: the identity by which a later event may replace it.</param>
/// <param name="Update">True if this replaces the output with that identity.</param>
public sealed record OutputEvent(JsonElement Output, string? DisplayId = null, bool Update = false) : WorkerEvent
{
    /// <summary>The message for an output.</summary>
    public static OutputEvent From(CellEvent cellEvent) => new(cellEvent.Output.Json, cellEvent.DisplayId, cellEvent.Update);

    /// <summary>The output of a message.</summary>
    /// <exception cref="FormatException">It is not an nbformat output.</exception>
    public CellEvent ToCellEvent() => new(CellOutput.From(Output), DisplayId, Update);
}

/// <summary>The running cell waits for a line from the user; answered by <see cref="InputRequest"/>.</summary>
/// <param name="Prompt">What to show; may be empty.</param>
/// <param name="Password">Whether the answer should not be seen while it is typed.</param>
public sealed record InputEvent(string Prompt, bool Password) : WorkerEvent;

/// <summary>The cell has ended; every cell that was asked for gets one, unless the worker dies.</summary>
public sealed record DoneEvent(int Count, CellStatus Status) : WorkerEvent;

/// <summary>The names that may stand at a position.</summary>
/// <param name="Id">The question's.</param>
/// <param name="Start">Where the text that a completion replaces begins, in UTF-16 code units from the start of the code.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">The completions, sorted and without duplicates; empty when there are none.</param>
public sealed record CompletionsEvent(int Id, int Start, int End, ImmutableArray<Completion> Items) : WorkerEvent;

/// <summary>What the name at a position means.</summary>
/// <param name="Id">The question's.</param>
/// <param name="Found">Whether there is such a name; if not, no text follows.</param>
/// <param name="Text">Signature and documentation as plain text.</param>
/// <param name="Markdown">The same as Markdown.</param>
public sealed record InspectionEvent(int Id, bool Found, string? Text = null, string? Markdown = null) : WorkerEvent;

/// <summary>A line that is not a request, a request out of place, or a question that can't be answered.</summary>
/// <param name="Reason">What is wrong.</param>
/// <param name="Id">The question's, if it is one.</param>
public sealed record RefusedEvent(string Reason, int? Id = null) : WorkerEvent;

/// <summary>One message to a line, in UTF-8.</summary>
public static class WorkerProtocol
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = JsonMembers.MaxDepth + 8,
        // The reader is a program, never a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The line for a message, without its line end.</summary>
    public static string Write<T>(T message) => JsonSerializer.Serialize(message, Options);

    /// <summary>The message of a line.</summary>
    /// <exception cref="JsonException">The line is not such a message.</exception>
    public static T Read<T>(string line) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("expected a message, got null");
        }
        catch (NotSupportedException e)
        {
            // What the serialiser says of an object without a "type".
            throw new JsonException("expected an object with a known \"type\"", e);
        }
    }
}
