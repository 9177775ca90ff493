using System.Collections;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises;

/// <summary>Copies arguments, so that a function that changes its own does no harm to the next case.</summary>
internal static class DeepCopy
{
    /// <summary>A copy that shares nothing with the value that can be changed. What can't be changed is returned as it is.</summary>
    public static object? Of(object? value) => value switch
    {
        Vector<double> v => v.Clone(),
        Matrix<double> m => m.Clone(),
        Sequence sequence => new Sequence(sequence.Select(v => v.Clone()), sequence.First),
        Array array => OfArray(array),
        string or Delegate or OutputActivation => value,
        IList list when value.GetType().IsGenericType && value.GetType().GetGenericTypeDefinition() == typeof(List<>) => OfList(list),
        // What a collection expression makes of a list interface is a class of the compiler's own; an array will do for every such interface.
        IEnumerable items when ItemType(value.GetType()) is { } type => OfArray(ToArray(items, type)),
        not null when RecordType.Of(value.GetType()) is { } record => record.With(value, Of),
        _ => value,
    };

    private static Type? ItemType(Type type) => type.IsClass
        ? type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))?.GetGenericArguments()[0]
        : null;

    private static Array ToArray(IEnumerable items, Type type)
    {
        object?[] values = [.. items.Cast<object?>()];
        var array = Array.CreateInstance(type, values.Length);
        values.CopyTo(array, 0);
        return array;
    }

    private static Array OfArray(Array array)
    {
        var copy = (Array)array.Clone();
        for (var i = 0; i < copy.Length && copy.Rank == 1; i++)
            copy.SetValue(Of(copy.GetValue(i)), i);
        return copy;
    }

    private static IList OfList(IList list)
    {
        var copy = (IList)Activator.CreateInstance(list.GetType())!;
        foreach (var item in list)
            copy.Add(Of(item));
        return copy;
    }
}
