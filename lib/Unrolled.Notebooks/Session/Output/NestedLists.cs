using System.Collections;

namespace Unrolled.Notebooks;

/// <summary>Looks out for values that list values of their own kind without end. The formatter would follow them until the stack, and with it the process, ends.</summary>
internal static class NestedLists
{
    private const int MostLevels = 50;
    private const int MostVisits = 2000;
    private const int MostElements = 20;
    private const int OutlinedLevels = 4;
    private const int OutlinedElements = 3;

    /// <summary>Whether a value is such a list. Its elements are looked at only where its type lets that be possible.</summary>
    public static bool IsEndless(object? value)
    {
        var visits = 0;
        return value is IEnumerable && ListsItsOwnKind(value.GetType()) && Reaches(value, MostLevels);

        bool Reaches(object? list, int levels) =>
            list is IEnumerable elements and not string
            && (levels == 0 || (++visits < MostVisits && elements.Cast<object?>().Take(MostElements).Any(element => Reaches(element, levels - 1))));
    }

    /// <summary>The first levels and elements of a value.</summary>
    public static string Outline(object? value, int levels = OutlinedLevels) => value switch
    {
        IEnumerable list and not string when levels == 0 => $"{list.GetType().Name} [ … ]",
        IEnumerable list and not string => $"{list.GetType().Name} [ {string.Join(", ", list.Cast<object?>().Take(OutlinedElements).Select(element => Outline(element, levels - 1)))} ]",
        _ => value?.ToString() ?? "<null>",
    };

    private static bool ListsItsOwnKind(Type type)
    {
        var seen = new HashSet<Type>();
        for (var kind = type; seen.Add(kind);)
        {
            if (kind == typeof(string) || !kind.IsAssignableTo(typeof(IEnumerable)))
                return false;
            var generic = kind.GetInterfaces().Append(kind).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>));
            if (generic is null)
                return !kind.IsAssignableTo(typeof(ICollection));
            kind = generic.GenericTypeArguments[0];
        }

        return true;
    }
}
