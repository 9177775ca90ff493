using System.Text.Json;
using Unrolled.Kernel.Jupyter;

namespace Unrolled.Kernel.Tests.Jupyter;

public sealed class HistoryTests
{
    [Theory]
    [InlineData("""{"hist_access_type": "tail", "n": 2}""", "3:one, 4:three")]
    [InlineData("""{"hist_access_type": "tail"}""", "1:one, 2:two, 3:one, 4:three")]
    [InlineData("""{"hist_access_type": "range", "session": 0, "start": 2, "stop": 4}""", "2:two, 3:one")]
    [InlineData("""{"hist_access_type": "range", "session": 7}""", "")]
    [InlineData("""{"hist_access_type": "search", "pattern": "t*"}""", "2:two, 4:three")]
    [InlineData("""{"hist_access_type": "search", "pattern": "o?e", "unique": true}""", "3:one")]
    [InlineData("""{"hist_access_type": "search", "n": 1}""", "4:three")]
    [InlineData("""{"hist_access_type": "dance"}""", "")]
    [InlineData("{}", "")]
    public void Cells_are_found(string content, string expected)
    {
        var entries = Ask(content).Select(entry => $"{entry[1].GetInt32()}:{entry[2].GetString()}");
        Assert.Equal(expected, string.Join(", ", entries));
    }

    [Fact]
    public void With_output_an_entry_is_a_pair() => Assert.Equal(
        "[1,4,[\"three\",null]]", Ask("""{"hist_access_type": "tail", "n": 1, "output": true}""").Single().GetRawText());

    private static List<JsonElement> Ask(string content)
    {
        var history = new ExecutionHistory();
        foreach (var (line, input) in new[] { (1, "one"), (2, "two"), (3, "one"), (4, "three") })
            history.Add(line, input);
        var request = new JupyterMessage([], "history_request", JsonElement.Parse("{}"), JsonElement.Parse(content));
        return JsonSerializer.SerializeToElement(history.Answer(request)).GetProperty("history").EnumerateArray().ToList();
    }
}
