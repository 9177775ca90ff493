namespace Unrolled.Tests.Data;

/// <summary>A CSV file in the system's temporary folder that goes when the test does.</summary>
sealed class TemporaryCsv : IDisposable
{
    public TemporaryCsv(string text) => File.WriteAllText(FilePath, text);

    public TemporaryCsv(IEnumerable<string> lines) => File.WriteAllLines(FilePath, lines);

    public TemporaryCsv(byte[] bytes) => File.WriteAllBytes(FilePath, bytes);

    public string FilePath { get; } = Path.Combine(Path.GetTempPath(), $"unrolled-{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(FilePath);
}
