using System.Collections.Immutable;
using System.Text.Json;

namespace Unrolled.Notebooks;

/// <summary>One output of a code cell. Members of a file that this library does not know stay with it. Outputs are equal when their JSON is.</summary>
public abstract record CellOutput
{
    private protected CellOutput(JsonElement json) => Json = json;

    internal JsonElement Json { get; }

    /// <inheritdoc/>
    public virtual bool Equals(CellOutput? other) =>
        other is not null && EqualityContract == other.EqualityContract && JsonElement.DeepEquals(Json, other.Json);

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    internal static CellOutput From(JsonElement json) => json.String("output_type") switch
    {
        "stream" => new StreamOutput(json),
        "display_data" or "execute_result" => new DataOutput(json),
        "error" => new ErrorOutput(json),
        _ => new UnknownOutput(json),
    };
}

/// <summary>Text written to a stream.</summary>
public sealed record StreamOutput : CellOutput
{
    /// <param name="name"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="text">The text with its line ends.</param>
    public StreamOutput(string name, string text)
        : this(JsonMembers.ToJson(new { name, output_type = "stream", text = JsonMembers.Lines(text) }))
    {
    }

    internal StreamOutput(JsonElement json) : base(json) => (Name, Text) = (json.String("name"), json.Text("text"));

    /// <summary><c>stdout</c> or <c>stderr</c>.</summary>
    public string Name { get; }

    /// <summary>The text with its line ends.</summary>
    public string Text { get; }
}

/// <summary>A value that was displayed, or that is the value of its cell.</summary>
public sealed record DataOutput : CellOutput
{
    /// <summary>A displayed value (<c>display_data</c>).</summary>
    public DataOutput(MimeBundle data)
        : this(JsonMembers.ToJson(new { data = data.Json, metadata = new { }, output_type = "display_data" }))
    {
    }

    /// <summary>The value of a cell (<c>execute_result</c>) when there is an execution count, else a displayed value.</summary>
    public DataOutput(MimeBundle data, int? executionCount)
        : this(executionCount is null
            ? new DataOutput(data).Json
            : JsonMembers.ToJson(new { data = data.Json, execution_count = executionCount, metadata = new { }, output_type = "execute_result" }))
    {
    }

    internal DataOutput(JsonElement json) : base(json)
    {
        Data = new MimeBundle(json.Object("data"));
        IsResult = json.String("output_type") == "execute_result";
        ExecutionCount = IsResult ? json.Integer("execution_count") : null;
    }

    internal DataOutput With(MimeBundle data) => new(Json.With("data", data.Json));

    /// <summary>The value in its forms.</summary>
    public MimeBundle Data { get; }

    /// <summary>Whether it is the value of its cell.</summary>
    public bool IsResult { get; }

    /// <summary>The execution count of a cell's value; null when unknown or merely displayed.</summary>
    public int? ExecutionCount { get; }
}

/// <summary>An exception or a compile error.</summary>
public sealed record ErrorOutput : CellOutput
{
    /// <param name="name">The kind of error, such as the exception's type.</param>
    /// <param name="value">The message.</param>
    /// <param name="traceback">The lines a reader sees.</param>
    public ErrorOutput(string name, string value, ImmutableArray<string> traceback)
        : this(JsonMembers.ToJson(new { ename = name, evalue = value, output_type = "error", traceback }))
    {
    }

    internal ErrorOutput(JsonElement json) : base(json) =>
        (Name, Value, Traceback) = (json.String("ename"), json.String("evalue"), json.Strings("traceback"));

    /// <summary>The kind of error, such as the exception's type.</summary>
    public string Name { get; }

    /// <summary>The message.</summary>
    public string Value { get; }

    /// <summary>The lines a reader sees.</summary>
    public ImmutableArray<string> Traceback { get; }

    /// <inheritdoc/>
    public bool Equals(ErrorOutput? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

/// <summary>An output of a type nobody here knows, kept as it was read.</summary>
public sealed record UnknownOutput : CellOutput
{
    internal UnknownOutput(JsonElement json) : base(json) => Type = json.String("output_type");

    /// <summary>The output type that stood in the file.</summary>
    public string Type { get; }
}
