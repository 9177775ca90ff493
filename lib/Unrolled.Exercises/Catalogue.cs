using System.Reflection;

namespace Unrolled.Exercises;

/// <summary>Every exercise of the course.</summary>
public static class Catalogue
{
    /// <summary>All exercises in the order of the chapters.</summary>
    /// <remarks>Found as the public static properties of the classes <c>Chapter01</c>, <c>Chapter02</c> …</remarks>
    public static IReadOnlyList<Exercise> All { get; } =
    [
        .. typeof(Catalogue).Assembly.GetExportedTypes()
            .Where(type => type.Name.StartsWith("Chapter", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.PropertyType.IsAssignableTo(typeof(Exercise)))
            .Select(property => (Exercise)property.GetValue(null)!)
            .OrderBy(exercise => exercise.Chapter).ThenBy(exercise => exercise.Number),
    ];

    /// <summary>The exercise of this number, "3.7", or null.</summary>
    public static Exercise? Find(string id) => All.FirstOrDefault(exercise => exercise.Id == id);
}
