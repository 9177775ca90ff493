using System.Collections.Immutable;

namespace Unrolled.Notebooks;

/// <summary>What a completed name stands for.</summary>
public enum CompletionKind
{
    /// <summary>A method or a function of a cell.</summary>
    Method,

    /// <summary>A property.</summary>
    Property,

    /// <summary>A field of a type.</summary>
    Field,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A class, a record included.</summary>
    Class,

    /// <summary>A struct, a record struct included.</summary>
    Struct,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>A member of an enum.</summary>
    EnumMember,

    /// <summary>A delegate.</summary>
    Delegate,

    /// <summary>A namespace.</summary>
    Namespace,

    /// <summary>A local, or a variable that a cell declares.</summary>
    Local,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>A type parameter.</summary>
    TypeParameter,

    /// <summary>A word of the language.</summary>
    Keyword,
}

/// <summary>One way to go on.</summary>
/// <param name="Text">What to write.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Signature">Its declaration in one line, with the number of further overloads.</param>
public sealed record Completion(string Text, CompletionKind Kind, string Signature);

/// <summary>The ways to go on at a position.</summary>
/// <param name="Start">Where the text that a completion replaces begins, in UTF-16 code units from the start of the code.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">The completions without duplicates: first those that agree with what is written in letter case too, each part in ordinal order.</param>
public sealed record Completions(int Start, int End, ImmutableArray<Completion> Items);

/// <summary>What is known of a name.</summary>
/// <param name="Text">Signature and documentation as plain text.</param>
/// <param name="Markdown">The same as Markdown.</param>
public sealed record Inspection(string Text, string Markdown);

/// <summary>Whether a cell could be run as it stands.</summary>
public enum CompletenessStatus
{
    /// <summary>It can be run.</summary>
    Complete,

    /// <summary>More must follow.</summary>
    Incomplete,

    /// <summary>Whatever follows, it is not C#.</summary>
    Invalid,
}

/// <summary>Whether a cell could be run as it stands, and how to go on if not.</summary>
/// <param name="Status">What the parser finds.</param>
/// <param name="Indent">The spaces the next line begins with if the cell is incomplete; else empty.</param>
public sealed record Completeness(CompletenessStatus Status, string Indent);
