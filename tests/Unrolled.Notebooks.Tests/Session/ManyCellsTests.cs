namespace Unrolled.Notebooks.Tests.Session;

[Collection(OneAtATime.Name)]
public sealed class ManyCellsTests : IDisposable
{
    private readonly SessionHarness _session = new();

    public void Dispose() => _session.Dispose();

    // What a cell costs must not grow with the number of those before it. (It was 1.7 MB a cell when each was given all references anew.)
    [Fact]
    public void Three_hundred_cells_take_little_memory()
    {
        _session.Run("var first = 0;");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 300; i++)
            Assert.Equal(CellStatus.Ok, _session.Run($"var v{i} = {i};").Status);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 100_000_000);
    }
}
