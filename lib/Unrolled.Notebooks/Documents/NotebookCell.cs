using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Unrolled.Notebooks;

/// <summary>The cell types of nbformat 4.</summary>
public enum CellKind
{
    /// <summary>Source that runs.</summary>
    Code,

    /// <summary>Text in Markdown.</summary>
    Markdown,

    /// <summary>Text for other programs.</summary>
    Raw,
}

/// <summary>One cell. Members that this library does not know stay with it. Cells are equal when their JSON is.</summary>
public sealed partial record NotebookCell
{
    internal NotebookCell(JsonElement json)
    {
        Json = json;
        Kind = json.String("cell_type") switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            _ => throw JsonMembers.Wrong(json, "cell_type", "code, markdown or raw"),
        };
        Id = json.String("id");
        if (!ValidId.IsMatch(Id))
            throw JsonMembers.Wrong(json, "id", "1 to 64 of the characters a-z, A-Z, 0-9, - and _");
        Source = json.Text("source");
        Tags = json.Object("metadata") is var metadata && metadata.Member("tags") is null ? [] : metadata.Strings("tags");
        Language = LanguageOf(json.Object("metadata"));
        ExecutionCount = Kind is CellKind.Code ? json.Integer("execution_count") : null;
        Outputs = Kind is CellKind.Code ? json.Array("outputs").Each("output", CellOutput.From) : [];
    }

    internal JsonElement Json { get; }

    /// <summary>The type of the cell.</summary>
    public CellKind Kind { get; }

    /// <summary>The cell's name, unique in its notebook.</summary>
    public string Id { get; }

    /// <summary>The whole source, with its line ends.</summary>
    public string Source { get; }

    /// <summary>The tags in the cell's metadata.</summary>
    public ImmutableArray<string> Tags { get; }

    /// <summary>The language that Polyglot Notebooks wrote into the cell's metadata, such as csharp, markdown or mermaid; null when there is none.</summary>
    public string? Language { get; }

    /// <summary>When the cell ran, counted in its session; null when it did not or is not code.</summary>
    public int? ExecutionCount { get; }

    /// <summary>What the last run left; empty for other cells than code.</summary>
    public ImmutableArray<CellOutput> Outputs { get; }

    /// <summary>The same cell with the outcome of a run: the two members are replaced, all else stays.</summary>
    /// <exception cref="InvalidOperationException">The cell is not code.</exception>
    public NotebookCell WithRun(int? executionCount, IEnumerable<CellOutput> outputs) =>
        Kind is CellKind.Code
            ? new(Json.With("execution_count", executionCount).With("outputs", outputs.Select(output => output.Json)))
            : throw new InvalidOperationException($"Cell {Id} is a {Kind} cell; only a code cell can have run.");

    // Metadata is other programs' own: what is not as Polyglot Notebooks writes it says nothing.
    private static string? LanguageOf(JsonElement metadata)
    {
        var language = Named("polyglot_notebook", "kernelName") ?? Named("dotnet_interactive", "language");
        return language == "C#" ? CellRequest.CSharp : language;

        string? Named(string owner, string name) =>
            metadata.Member(owner) is { ValueKind: JsonValueKind.Object } member && member.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
    }

    /// <inheritdoc/>
    public bool Equals(NotebookCell? other) => other is not null && JsonElement.DeepEquals(Json, other.Json);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,64}\z")]
    internal static partial Regex ValidId { get; }
}
