using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace Unrolled.Exercises;

/// <summary>A value taken apart, so that values of any type are compared in one way: its shape in words, and its numbers and words.</summary>
/// <param name="Shape">"vector of 3", "2 × 3 matrix", "list of 4 × (vector of 2)".</param>
/// <param name="Parts">The vectors, matrices, lists of numbers and single words in it, in order.</param>
internal sealed record Answer(string Shape, ImmutableArray<Part> Parts)
{
    /// <summary>Takes a value apart.</summary>
    /// <param name="value">A value of a type that <see cref="ValueExercise{TFunction}"/> lists.</param>
    /// <param name="names">Names for the items if it is a tuple.</param>
    /// <exception cref="NotSupportedException">Nobody has said how such a value is compared.</exception>
    public static Answer Of(object? value, IReadOnlyList<string?>? names = null) => value switch
    {
        null => Word("null", "null"),
        double number => Numbers("number", [number], _ => ""),
        Complex number => Numbers("complex number", [number.Real, number.Imaginary], i => i == 0 ? "real part" : "imaginary part"),
        int or long => Word("integer", ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        bool truth => Word("true or false", truth ? "true" : "false"),
        string text => Word("text", text),
        OutputActivation φ => Word("activation", φ.Name),
        Delegate or Loss or SequenceLoss => Word("function", ""),
        Enum choice => Word(choice.GetType().Name, choice.ToString()),
        Vector<double> v => Numbers(Invariant($"vector of {v.Count}"), v.ToArray(), Index),
        Matrix<double> m => Numbers(Invariant($"{m.RowCount} × {m.ColumnCount} matrix"), m.ToColumnMajorArray(),
            i => Invariant($"[{i % m.RowCount}, {i / m.RowCount}]")),
        Sequence sequence => List([.. sequence], i => Invariant($"step {sequence.First + i}")),
        ITuple tuple => Named(Enumerable.Range(0, tuple.Length).Select(i => (names?[i] ?? Invariant($"item {i + 1}"), tuple[i]))),
        IEnumerable set when IsSet(set) => Word("set", $"{{{string.Join(", ", set.Cast<object>().Order())}}}"),
        IEnumerable<double> list => Numbers(list.ToArray()),
        IEnumerable list => List([.. list.Cast<object?>()], i => Invariant($"item [{i}]")),
        _ when RecordType.Of(value.GetType()) is { } record => Named(record.Values(value)),
        _ => throw new NotSupportedException($"An answer can't be of type {value.GetType()}: nothing says how two of them are compared."),
    };

    private static Answer Numbers(double[] list) => Numbers(Invariant($"list of {list.Length} numbers"), list, Index);

    private static Answer Numbers(string shape, double[] numbers, Func<int, string> label) =>
        new(shape, [new Part("", [.. numbers], label, null)]);

    private static Answer Word(string shape, string word) => new(shape, [new Part("", [], _ => "", word)]);

    private static Answer List(object?[] items, Func<int, string> name)
    {
        var answers = items.Select(item => Of(item)).ToList();
        var shapes = answers.Select(answer => answer.Shape).Distinct().ToList();
        var shape = shapes switch
        {
            [] => "empty list",
            [var only] => Invariant($"list of {items.Length} × ({only})"),
            _ => Invariant($"list of {items.Length}: ({string.Join(", ", answers.Select(answer => answer.Shape))})"),
        };
        return new(shape, [.. answers.SelectMany((answer, i) => answer.Parts.Select(part => part.Within(name(i))))]);
    }

    private static Answer Named(IEnumerable<(string Name, object? Value)> items)
    {
        var answers = items.Select(item => (item.Name, Answer: Of(item.Value))).ToList();
        return new(
            $"({string.Join(", ", answers.Select(item => $"{item.Name}: {item.Answer.Shape}"))})",
            [.. answers.SelectMany(item => item.Answer.Parts.Select(part => part.Within(item.Name)))]);
    }

    private static bool IsSet(object value) => value.GetType().GetInterfaces()
        .Any(i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(ISet<>) || i.GetGenericTypeDefinition() == typeof(IReadOnlySet<>)));

    private static string Index(int i) => Invariant($"[{i}]");
}

/// <summary>Numbers of one scale, or one word, out of an <see cref="Answer"/>.</summary>
/// <param name="Name">Where it stands, "step 3" or "W_hh"; empty if it is the whole answer.</param>
/// <param name="Numbers">The numbers; none if it is a word.</param>
/// <param name="Label">How the i-th number is called, "[1, 0]".</param>
/// <param name="Word">What must be equal to the letter, or null.</param>
internal sealed record Part(string Name, ImmutableArray<double> Numbers, Func<int, string> Label, string? Word)
{
    public Part Within(string outer) => this with { Name = $"{outer} {Name}".Trim() };
}
