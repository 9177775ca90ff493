using System.Collections.Concurrent;
using System.Reflection;

namespace Unrolled.Exercises;

/// <summary>A type that is made of what its constructor takes: each of the parameters has a property of its name.</summary>
internal sealed record RecordType(ConstructorInfo Constructor, PropertyInfo[] Properties)
{
    private static readonly ConcurrentDictionary<Type, RecordType?> Known = [];

    public static RecordType? Of(Type type) => Known.GetOrAdd(type, Find);

    public IEnumerable<(string Name, object? Value)> Values(object value) => Properties.Select(p => (p.Name, p.GetValue(value)));

    /// <summary>The same record with every value replaced.</summary>
    public object With(object value, Func<object?, object?> replace) =>
        Constructor.Invoke([.. Properties.Select(p => replace(p.GetValue(value)))]);

    private static RecordType? Find(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length);
        var properties = constructor?.GetParameters().Select(p => type.GetProperty(p.Name!)).OfType<PropertyInfo>().ToArray();
        return properties is { Length: > 0 } && properties.Length == constructor!.GetParameters().Length ? new(constructor, properties) : null;
    }
}
