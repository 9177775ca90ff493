using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Unrolled.Exercises;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Grading;

/// <summary>Answers of several students that are the same but for names, spaces and comments. No judgement: a teacher may want to see them side by side.</summary>
internal sealed record Alike(Exercise Exercise, IReadOnlyList<(string Student, string Answer)> Answers)
{
    // A short answer has few ways to be written: these many tokens must stand in it besides those that the notebook gave.
    private const int FewestOwnTokens = 25;

    private static readonly CSharpParseOptions Script = new(kind: SourceCodeKind.Script);

    /// <summary>Groups of two and more, exercise by exercise.</summary>
    /// <param name="book">The class.</param>
    /// <param name="stubs">The source that the course's notebook gave for an exercise.</param>
    public static IReadOnlyList<Alike> In(Gradebook book, Func<Exercise, string> stubs) =>
        [.. from exercise in book.Judged
            let given = Tokens(stubs(exercise)).Count
            from alike in
                from student in book.Students
                let answer = student.Best(exercise)?.Answer
                where answer is not null
                let tokens = Tokens(answer)
                where tokens.Count >= given + FewestOwnTokens
                group (student.Name, answer) by string.Join(' ', tokens)
            where alike.Count() > 1
            select new Alike(exercise, [.. alike])];

    /// <summary>The source that the course gives for each exercise: the cell of a chapter with the exercise's id.</summary>
    public static Func<Exercise, string> StubsOf(CourseFolder course)
    {
        var cells = Chapter.Select([], course).SelectMany(chapter => NotebookDocument.Read(chapter.Path).Cells).ToLookup(cell => cell.Id, cell => cell.Source);
        return exercise => cells[exercise.Id.Replace('.', '-')].FirstOrDefault("");
    }

    // Names by the order in which they appear.
    private static List<string> Tokens(string code)
    {
        var names = new Dictionary<string, string>();
        return [.. CSharpSyntaxTree.ParseText(code, Script).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)
            .Select(token => token.IsKind(SyntaxKind.IdentifierToken) ? Name(token.ValueText) : token.Text)];

        string Name(string name) => names.TryGetValue(name, out var known) ? known : names[name] = Invariant($"_{names.Count}");
    }
}
