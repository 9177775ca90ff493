using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Unrolled.Notebooks.Tests.Session;

[Collection(OneAtATime.Name)]
public sealed class ReferenceTests : IDisposable
{
    private readonly SessionHarness _session = new();

    public void Dispose() => _session.Dispose();

    private static string FixtureAssembly => typeof(CSharpSession).Assembly.Location;

    [Fact]
    public void A_script_is_loaded_relative_to_the_notebook_and_may_load_another()
    {
        Directory.CreateDirectory(Path.Combine(_session.Folder, "scripts"));
        File.WriteAllText(Path.Combine(_session.Folder, "setup.csx"), "#load \"scripts/inner.csx\"\nint Twice(int n) => Times(2, n);");
        File.WriteAllText(Path.Combine(_session.Folder, "scripts", "inner.csx"), "int Times(int a, int b) => a * b;");
        Assert.Equal("14", _session.ValueOf("#load \"setup.csx\"\nTwice(7)"));
    }

    [Fact]
    public void An_assembly_is_referenced_relative_to_the_notebook_and_its_file_stays_free()
    {
        var file = Path.Combine(_session.Folder, "Library.dll");
        var compiled = CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText("public static class Library { public static int Answer => 42; }")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(file);
        Assert.True(compiled.Success);
        Assert.Equal("42", _session.ValueOf("#r \"Library.dll\"\nLibrary.Answer.ToString()"));
        using (File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
        }
    }

    [Fact]
    public void A_course_that_is_not_built_yet_is_named_with_what_to_do()
    {
        var error = _session.Run("#r \"../lib/bin/course/Unrolled.dll\"").Error;
        Assert.Contains("run dotnet build", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_cannot_be_had_is_named_without_its_source()
    {
        using var session = new SessionHarness(1_000_000, EmptyFolder());
        var error = session.Run("#r \"nuget: Unrolled.There.Is.No.Such.Package, 1.2.3\"\n1").Error;
        Assert.Equal("PackageRestoreError", error.Name);
        Assert.Contains("\"Unrolled.There.Is.No.Such.Package, 1.2.3\"", error.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("http", error.Value, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("2", session.ValueOf("1 + 1"));
    }

    [Fact]
    public void Packages_are_restored_also_a_second_time_in_one_session()
    {
        Assert.Equal("1.2.3", _session.ValueOf("#r \"nuget: MathNet.Numerics, 5.0.0\"\nusing MathNet.Numerics.LinearAlgebra;\n\"1.2.3\""));
        Assert.Equal("3", _session.ValueOf("#r \"nuget: CsvHelper, 34.0.0\"\ntypeof(CsvHelper.CsvReader).Name.Length.ToString() == \"9\" ? Vector<double>.Build.Dense(3).Count : 0"));
    }

    // As Microsoft.ML.Probabilistic.Compiler does.
    [Fact]
    public void After_a_package_that_brings_the_compiler_cells_still_display()
    {
        Assert.Equal(CellStatus.Ok, _session.Run("display(1);").Status);
        Assert.Equal(CellStatus.Ok, _session.Run("#r \"nuget: Microsoft.CodeAnalysis.CSharp, 4.14.0\"\n1").Status);
        Assert.Equal(CellStatus.Ok, _session.Run("display(2);").Status);
    }

    [Theory]
    [InlineData("#r \"nuget:\"")]
    [InlineData("#r \"nuget: A B, 1.0\"")]
    [InlineData("#r \"nuget: A, <x>\"")]
    public void A_malformed_package_line_is_explained(string source) =>
        Assert.StartsWith("A package is written #r \"nuget: id, version\"", _session.Run(source).Error.Value, StringComparison.Ordinal);

    [Fact]
    public void Cells_use_the_very_session_that_runs_them()
    {
        var loaded = _session.ValueOf("System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(typeof(Unrolled.Notebooks.CSharpSession).Assembly).Name");
        Assert.Equal(System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(Assembly.LoadFrom(FixtureAssembly))!.Name, loaded);
    }

    private string EmptyFolder() => Directory.CreateDirectory(Path.Combine(_session.Folder, "packages")).FullName;
}
