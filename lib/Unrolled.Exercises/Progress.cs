using System.Collections.Immutable;
using System.Text.Json;

namespace Unrolled.Exercises;

/// <summary>The exercises a learner has passed, kept in <c>.unrolled/progress.json</c> in the course's folder.</summary>
/// <remarks>
/// Several notebooks may pass exercises at the same time: each adds under a lock to what stands in the file. A file that can't be
/// understood is set aside under another name. Questions in words count as passed once they are answered.
/// </remarks>
public sealed class Progress
{
    /// <summary>The environment variable that turns remembering off, by the value "off". Who runs notebooks for others sets it.</summary>
    public const string Variable = "UNROLLED_PROGRESS";

    private const string FolderName = ".unrolled";
    private const string CourseMark = "Unrolled.slnx";
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    private readonly string _folder;
    private readonly TimeSpan _lockWithin;

    /// <summary>The progress of a course.</summary>
    /// <param name="courseFolder">The course's root folder.</param>
    public Progress(string courseFolder)
        : this(courseFolder, TimeSpan.FromSeconds(2))
    {
    }

    /// <summary>The progress of a course, and how long to wait for others who write it.</summary>
    internal Progress(string courseFolder, TimeSpan lockWithin) => (_folder, _lockWithin) = (Path.Combine(courseFolder, FolderName), lockWithin);

    private string FilePath => Path.Combine(_folder, "progress.json");

    /// <summary>
    /// The progress that belongs to a notebook: of the nearest folder at or above it that has a folder <c>.unrolled</c> or is the course's
    /// root.
    /// </summary>
    /// <param name="notebookFolder">The folder in which the notebook stands.</param>
    /// <returns>Null where nothing is to be remembered: it is turned off, the notebook is in no course, or it is one of the solutions.</returns>
    public static Progress? Of(string notebookFolder)
    {
        if (Environment.GetEnvironmentVariable(Variable) == "off" || Path.GetFileName(notebookFolder) == "solutions")
            return null;
        for (var at = new DirectoryInfo(notebookFolder); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, FolderName)) || File.Exists(Path.Combine(at.FullName, CourseMark)))
                return new Progress(at.FullName);
        }

        return null;
    }

    /// <summary>The ids of the exercises passed so far. A file that can't be understood holds none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public ImmutableSortedSet<string> Passed() => Read() ?? [];

    /// <summary>Remembers an exercise.</summary>
    /// <param name="id">Its id, "3.7".</param>
    /// <exception cref="IOException">The file cannot be written, or others hold it too long.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Add(string id)
    {
        Directory.CreateDirectory(_folder);
        using var _ = Lock();
        var known = Read();
        if (known is null)
            SetAside();
        if (known?.Contains(id) != true)
            Write((known ?? []).Add(id));
    }

    // Null if there is a file and it can't be understood.
    private ImmutableSortedSet<string>? Read() => Path.Exists(FilePath) ? Parse(File.ReadAllBytes(FilePath)) : [];

    private void Write(ImmutableSortedSet<string> passed) =>
        AtomicFile.Write(FilePath, stream => JsonSerializer.Serialize(stream, new Content(Version, [.. passed]), Options));

    // Null if it is damaged, or written by a newer edition of the course.
    private static ImmutableSortedSet<string>? Parse(byte[] utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(utf8, Options) is { Version: Version, Passed: { } passed } && passed.All(id => id is not null)
                ? ImmutableSortedSet.Create(StringComparer.Ordinal, passed)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void SetAside()
    {
        var number = 1;
        while (File.Exists(Name(number)))
            number++;
        File.Move(FilePath, Name(number));

        string Name(int n) => Path.Combine(_folder, Invariant($"progress-set-aside-{n}.json"));
    }

    // An open file that nobody else may open; the system lets go of it whatever happens to this process.
    private FileStream Lock()
    {
        var path = Path.Combine(_folder, "progress.lock");
        for (var start = Environment.TickCount64; ; Thread.Sleep(10))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Environment.TickCount64 - start < _lockWithin.TotalMilliseconds)
            {
                // Another notebook is writing.
            }
        }
    }

    /// <summary>The file's content: <c>{ "version": 1, "passed": ["2.1", "3.7"] }</c>.</summary>
    private sealed record Content(int Version, string[]? Passed);
}
