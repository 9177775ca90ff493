using System.Text.Json;
using System.Text.RegularExpressions;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Kernels;

/// <summary>A folder by which Jupyter finds a kernel: its name, and <c>kernel.json</c> that says how to start it.</summary>
/// <param name="Name">The name that notebooks ask for.</param>
/// <param name="Folder">The folder.</param>
internal sealed partial record KernelSpec(string Name, string Folder)
{
    /// <summary>The name under which nothing else is installed.</summary>
    public const string DefaultName = "unrolled-csharp";

    /// <summary>The name that the course's notebooks ask for; .NET Interactive has it too.</summary>
    public const string NotebooksName = ".net-csharp";

    private const string Mark = "unrolled";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Whether Jupyter finds a kernel by this name in this user's folder, whoever made it.</summary>
    public bool IsInstalled => System.IO.File.Exists(File);

    private string File => Path.Combine(Folder, "kernel.json");

    /// <summary>The specification of a name, installed or not.</summary>
    /// <exception cref="UsageException">Jupyter takes no such name.</exception>
    public static KernelSpec Of(string name) => KernelName().IsMatch(name)
        ? new KernelSpec(name, Path.Combine(JupyterFolder.Kernels, name))
        : throw new UsageException($"A kernel's name has letters, digits, dots, hyphens and underscores, got \"{name}\".");

    /// <summary>Writes the specification, over an older one of this course if there is one.</summary>
    /// <param name="kernelPath">The worker's assembly.</param>
    /// <exception cref="IOException">The name is taken by another kernel, or the folder can't be written.</exception>
    public void Install(string kernelPath)
    {
        RefuseOthers();
        Directory.CreateDirectory(Folder);
        var content = new
        {
            argv = new[] { DotnetHost.Path, kernelPath, "start", "--connection-file", "{connection_file}" },
            // The name the notebooks carry: Jupyter writes it into each notebook it saves, and saving should change nothing.
            display_name = Name == NotebooksName ? ".NET (C#)" : "C# (Unrolled)",
            language = "C#",
            interrupt_mode = "message",
            // A runtime that is killed leaves in the temporary folder what its debugger and profiler would have used.
            env = new { DOTNET_EnableDiagnostics = "0" },
            metadata = new Dictionary<string, bool> { [Mark] = true },
        };
        AtomicFile.Write(File, stream => JsonSerializer.Serialize(stream, content, Indented));
    }

    /// <summary>Removes the specification.</summary>
    /// <returns>False if there was none.</returns>
    /// <exception cref="IOException">It belongs to another kernel, or can't be removed.</exception>
    public bool Uninstall()
    {
        if (!Directory.Exists(Folder))
            return false;
        RefuseOthers();
        Directory.Delete(Folder, recursive: true);
        return true;
    }

    private void RefuseOthers()
    {
        if (Directory.Exists(Folder) && !IsOurs())
            throw new IOException($"The kernel {Name} in {Folder} is not this course's, so it was left as it is. Choose another name with --name, or remove that kernel first.");
    }

    private bool IsOurs()
    {
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(File));
            return json.RootElement.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty(Mark, out _);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FileNotFoundException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9._-]+$(?<!^\.{1,2}$)")]
    private static partial Regex KernelName();
}
