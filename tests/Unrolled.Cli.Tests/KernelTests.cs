using System.Text.Json.Nodes;

namespace Unrolled.Cli.Tests;

/// <summary><c>kernel install</c> and <c>uninstall</c>, in a Jupyter folder of the test's own.</summary>
public sealed class KernelTests : IDisposable
{
    private readonly Workspace _jupyter = new();

    public void Dispose() => _jupyter.Dispose();

    [Theory]
    [InlineData("unrolled-csharp", "C# (Unrolled)")]
    [InlineData(".net-csharp", ".NET (C#)", "--name", ".net-csharp")]
    public void Jupyter_finds_an_installed_kernel(string name, string displayName, params string[] options)
    {
        var result = Kernel(["install", .. options]);
        result.AssertPassed();
        Assert.Contains(Path.GetDirectoryName(SpecOf(name))!, result.Output, StringComparison.Ordinal);
        var spec = JsonNode.Parse(File.ReadAllText(SpecOf(name)))!;
        Assert.Equal((displayName, "C#", "message"), ((string?)spec["display_name"], (string?)spec["language"], (string?)spec["interrupt_mode"]));
        Assert.Equal("0", (string?)spec["env"]!["DOTNET_EnableDiagnostics"]);
        var command = spec["argv"]!.AsArray().Select(part => (string)part!).ToList();
        Assert.Equal(["start", "--connection-file", "{connection_file}"], command[2..]);
        Assert.True(File.Exists(command[1]), command[1]);
    }

    [Fact]
    public void Installing_again_is_no_mistake_and_uninstalling_leaves_nothing()
    {
        Kernel("install").AssertPassed();
        Kernel("install").AssertPassed();
        Kernel("uninstall").AssertPassed();
        Assert.False(Directory.Exists(Path.GetDirectoryName(SpecOf("unrolled-csharp"))));
        Kernel("uninstall").AssertRefused(1, "There is no kernel unrolled-csharp");
    }

    [Theory]
    [InlineData("""{"argv": ["dotnet-interactive", "jupyter"], "display_name": ".NET (C#)", "metadata": {}}""")]
    [InlineData("""{"argv": []}""")]
    [InlineData("""["unrolled"]""")]
    [InlineData("not JSON")]
    [InlineData(null)]
    public void A_kernel_of_somebody_else_is_left_as_it_is(string? content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(SpecOf(".net-csharp"))!);
        if (content is not null)
            File.WriteAllText(SpecOf(".net-csharp"), content);
        foreach (var verb in new[] { "install", "uninstall" })
            Kernel(verb, "--name", ".net-csharp").AssertRefused(1, "is not this course's", "--name");
        Assert.Equal(content, content is null ? null : File.ReadAllText(SpecOf(".net-csharp")));
        Assert.True(Directory.Exists(Path.GetDirectoryName(SpecOf(".net-csharp"))));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../elsewhere")]
    [InlineData("two words")]
    [InlineData("")]
    public void A_name_that_Jupyter_does_not_take_is_refused(string name)
    {
        Kernel("install", "--name", name).AssertRefused(2, "A kernel's name has letters, digits, dots, hyphens and underscores");
        Assert.Empty(Directory.GetFileSystemEntries(_jupyter.Folder));
    }

    [Theory]
    [InlineData("there is none", null, "there is none")]
    [InlineData("broken", "{", "not a connection file that this kernel can use")]
    [InlineData("without ports", "{}", "'shell_port' must be a port")]
    public void A_connection_file_that_cannot_be_used_is_told(string file, string? content, string told)
    {
        if (content is not null)
            _jupyter.Write(file, content);
        Kernel("start", "--connection-file", _jupyter.PathOf(file)).AssertRefused(2, told);
    }

    [Fact]
    public void A_port_that_is_taken_is_told()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        var file = _jupyter.Write("connection", $$"""{"shell_port": {{port}}, "control_port": {{port}}, "stdin_port": {{port}}, "iopub_port": {{port}}, "hb_port": {{port}}}""");
        Kernel("start", "--connection-file", file).AssertRefused(1, "can't listen where");
    }

    private CliResult Kernel(params string[] arguments) =>
        Cli.Start(_jupyter.Folder, ["kernel", .. arguments], environment: ("JUPYTER_DATA_DIR", _jupyter.Folder)).Result();

    private string SpecOf(string name) => Path.Combine(_jupyter.Folder, "kernels", name, "kernel.json");
}
