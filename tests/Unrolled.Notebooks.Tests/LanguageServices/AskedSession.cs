using Unrolled.Notebooks.Tests.Session;

namespace Unrolled.Notebooks.Tests.LanguageServices;

/// <summary>A session in which a few cells have run, to be asked about code in which a bar marks the position.</summary>
public sealed class AskedSession : IDisposable
{
    private readonly SessionHarness _harness = new();

    public AskedSession()
    {
        Run("""
            using System.Numerics;
            var scale = 3.0;
            var numbers = new List<int> { 1, 2 };
            /// <summary>Twice as much.</summary>
            /// <param name="n">How much.</param>
            /// <returns>The double of it.</returns>
            int Twice(int n) => 2 * n;
            """);
        Run("""
            /// <summary>A place.</summary>
            record Place(double X, double Y) { public int this[int i] => i; private int Hidden => 1; }
            class Counter { public int Count; public readonly int Fixed; public static int Made; public static Counter operator +(Counter a, Counter b) => a; }
            [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)] void scaleSecretly() { }
            delegate void Told(int what);
            enum Colour { Red, Green }
            """);
    }

    internal string ValueOf(string source) => _harness.ValueOf(source);

    public Completions Complete(string marked)
    {
        var (code, position) = Unmark(marked);
        return _harness.Session.Complete(code, position);
    }

    public string[] Names(string marked) => [.. Complete(marked).Items.Select(item => item.Text)];

    public Completion Item(string marked, string text) => Assert.Single(Complete(marked).Items, item => item.Text == text);

    public Inspection? Inspect(string marked)
    {
        var (code, position) = Unmark(marked);
        return _harness.Session.Inspect(code, position);
    }

    public Completeness IsComplete(string code) => _harness.Session.IsComplete(code);

    public void Dispose() => _harness.Dispose();

    private static (string Code, int Position) Unmark(string marked) =>
        marked.IndexOf('|', StringComparison.Ordinal) is var position ? (marked.Remove(position, 1), position) : default;

    private void Run(string source) => Assert.Equal(CellStatus.Ok, _harness.Run(source).Status);
}
