using System.Collections;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises.Tests;

/// <summary>Right answers with something wrong about them; null where a value can't be wrong in that way.</summary>
internal static class Spoiled
{
    /// <summary>One entry too many.</summary>
    public static object? Shape(object? value) => value switch
    {
        Vector<double> v => Vector<double>.Build.Dense(v.Count + 1, 0.5),
        Matrix<double> m => Matrix<double>.Build.Dense(m.RowCount + 1, m.ColumnCount, 0.5),
        Sequence s => new Sequence([.. s, Vector<double>.Build.Dense(1)], s.First),
        IReadOnlyList<Vector<double>> list => (Vector<double>[])[.. list, Vector<double>.Build.Dense(1)],
        ITuple tuple => FirstOf(tuple, Shape),
        _ => null,
    };

    /// <summary>The first number is NaN.</summary>
    public static object? Number(object? value) => value switch
    {
        double => double.NaN,
        Vector<double> v => v.MapIndexed((i, x) => i == 0 ? double.NaN : x),
        Matrix<double> m => m.MapIndexed((i, j, x) => i + j == 0 ? double.NaN : x),
        Sequence s => new Sequence(s.Select((v, i) => i == 0 ? (Vector<double>)Number(v)! : v), s.First),
        IReadOnlyList<Vector<double>> list => (Vector<double>[])[(Vector<double>)Number(list[0])!, .. list.Skip(1)],
        RnnParameters p => p with { W_hx = (Matrix<double>)Number(p.W_hx)! },
        ITuple tuple => FirstOf(tuple, Number),
        _ => null,
    };

    /// <summary>Writes into an argument, and says whether there was something to write into.</summary>
    public static bool Overwrite(object? argument)
    {
        switch (argument)
        {
            case Vector<double> { Count: > 0 } v:
                v[0] += 1;
                return true;
            case Matrix<double> { RowCount: > 0, ColumnCount: > 0 } m:
                m[0, 0] += 1;
                return true;
            case double[] { Length: > 0 } numbers:
                numbers[0] += 1;
                return true;
            case string:
                return false;
            case IEnumerable items:
                return items.Cast<object?>().Any(Overwrite);
            case not null when RecordType.Of(argument.GetType()) is { } record:
                return record.Values(argument).Any(item => Overwrite(item.Value));
            default:
                return false;
        }
    }

    private static object? FirstOf(ITuple tuple, Func<object?, object?> spoil)
    {
        var items = Enumerable.Range(0, tuple.Length).Select(i => tuple[i]).ToArray();
        var at = Array.FindIndex(items, item => spoil(item) is not null);
        if (at < 0)
            return null;
        items[at] = spoil(items[at]);
        return Activator.CreateInstance(tuple.GetType(), items);
    }
}
