using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Unrolled.Kernel.Tests.Running;

/// <summary>Which copy of the course library a notebook meets.</summary>
public sealed class CourseLibraryTests
{
    private static readonly string BuiltLibrary = Path.Combine(Repository.Course, "Unrolled.dll");

    [Fact]
    public async Task A_notebook_sees_the_library_in_the_course_folder_and_no_other_copy()
    {
        var run = await Notebooks.RunAsync(Notebooks.Of(
            $"#r \"{BuiltLibrary}\"\nConsole.Write(typeof(Unrolled.Rnn).Module.ModuleVersionId);",
            "Console.Write(AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name == \"Unrolled\"));"));
        Assert.Equal(VersionOf(BuiltLibrary).ToString(), run.Shown(1));
        Assert.Equal("1", run.Shown(2));
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(Repository.Kernel)!, "Unrolled.dll")));
    }

    [Fact]
    public async Task A_notebook_runs_on_while_its_library_file_is_overwritten()
    {
        using var folder = new TemporaryFolder();
        var library = Path.Combine(folder.Path, "Unrolled.dll");
        File.Copy(BuiltLibrary, library);
        var run = await Notebooks.RunAsync(Notebooks.Of(
            $"#r \"{library}\"\nConsole.Write(typeof(Unrolled.Rnn).Name);",
            $"System.IO.File.WriteAllText(@\"{library}\", \"a build has begun\");",
            "Console.Write(typeof(Unrolled.Data.PriceSimulation).GetMembers().Length > 0);"));
        Assert.Equal("True", run.Shown(3));
        Assert.Equal("a build has begun", File.ReadAllText(library));
    }

    private static Guid VersionOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
