namespace Unrolled.Notebooks.Tests.Session;

/// <summary>What is a directive is for the compiler's lexer to say; everything else is text.</summary>
[Collection(OneAtATime.Name)]
public sealed class DirectiveTests : IDisposable
{
    private readonly SessionHarness _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("\"\"\"\n    #!/bin/sh\n    echo hello\n    \"\"\"", "#!/bin/sh\necho hello")]
    [InlineData("\"\"\"\n    #!csharp\n    var x = 1;\n    \"\"\"", "#!csharp\nvar x = 1;")]
    [InlineData("@\"a\n#!markdown\nb\"", "a\n#!markdown\nb")]
    [InlineData("$\"\"\"\n    #r \"nuget: No.Such.Package, 1.0\"\n    {1 + 1}\n    \"\"\"", "#r \"nuget: No.Such.Package, 1.0\"\n2")]
    [InlineData("/* text\n#!fsharp\n#i \"nuget: nowhere\"\n*/ \"commented\"", "commented")]
    [InlineData("// #!fsharp\n\"commented\"", "commented")]
    [InlineData("#if NEVER\n#!fsharp\n#r \"nuget: No.Such.Package\"\n#endif\n\"left out\"", "left out")]
    [InlineData("#region a #! region\n\"region\"\n#endregion", "region")]
    [InlineData("new[] { \"#!a\", '#' + \"!b\" }[1]", "#!b")]
    public void Look_alikes_are_text(string source, string value) => Assert.Equal(value, _session.ValueOf(source));

    [Fact]
    public void A_cell_of_several_languages_runs_part_by_part()
    {
        var run = _session.Run("#!csharp\nvar n = 20;\nn + 1\n#!markdown\n# It's a title\n#!html\n<b>bold</b>\n#!csharp\nn + 2");
        Assert.Equal(["21", "# It's a title", "<b>bold</b>", "22"], run.Data.Select(data => data.Data.Last().Value));
    }

    [Fact]
    public void Lines_keep_their_numbers_behind_directives()
    {
        var error = _session.Run("#!time\n#!markdown\ntext\n#!csharp\nint x = \"no\";").Error;
        Assert.StartsWith("cell 1, line 5, column 9", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_tells_how_long_a_cell_took() =>
        Assert.Matches(@"^Wall time: [0-9.]+ms$", _session.Run("#!time\nvar a = 1;").Data.Single().Data["text/plain"]);

    [Theory]
    [InlineData("markdown", "# Title", "text/markdown")]
    [InlineData("html", "<i>x</i>", "text/html")]
    public void A_cell_whose_metadata_names_text_is_shown(string language, string source, string mimeType) =>
        Assert.Equal(source, _session.Run(new CellRequest(0, source) { Language = language }).Data.Single().Data[mimeType]);

    [Theory]
    [InlineData("mermaid")]
    [InlineData("fsharp")]
    [InlineData("pwsh")]
    public void A_cell_whose_metadata_names_another_language_is_left_out_with_a_word(string language)
    {
        var run = _session.Run(new CellRequest(0, "graph TD; a-->b") { Language = language });
        Assert.Equal(CellStatus.Ok, run.Status);
        Assert.Equal($"Left out: this cell is in {language}, and this session runs C#.\n", run.Text("stderr"));
    }

    [Fact]
    public void A_package_source_that_is_not_there_is_named()
    {
        var error = _session.Run("#i \"nuget: ./packages\"\n#r \"nuget: MathNet.Numerics, 5.0.0\"").Error;
        Assert.Contains("\"./packages\" does not exist", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_source_and_a_package_in_a_loaded_script_are_used()
    {
        Directory.CreateDirectory(Path.Combine(_session.Folder, "packages"));
        File.WriteAllText(Path.Combine(_session.Folder, "loaded.csx"), "#i \"nuget: ./packages\"\n#r \"nuget: MathNet.Numerics, 5.0.0\"\nvar root = MathNet.Numerics.Euclid.Modulus(7, 4);");
        Assert.Equal("3", _session.ValueOf("#load \"loaded.csx\"\nroot"));
    }

    [Fact]
    public void A_package_may_stand_behind_other_code() =>
        Assert.Equal("3", _session.ValueOf("var a = 7;\n#r \"nuget: MathNet.Numerics, 5.0.0\"\nMathNet.Numerics.Euclid.Modulus(a, 4)"));

    [Theory]
    [InlineData("#!time --help\n1", "#!time takes no options here, got --help.")]
    [InlineData("#! csharp\n1", "The directive #! is not supported.")]
    public void A_directive_that_says_more_than_the_session_knows_is_refused(string source, string message) =>
        Assert.StartsWith(message, _session.Run(source).Error.Value, StringComparison.Ordinal);
}
