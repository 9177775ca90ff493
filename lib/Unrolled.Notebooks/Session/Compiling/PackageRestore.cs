using System.Diagnostics;
using System.Security;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Unrolled.Notebooks;

/// <summary>The assemblies of restored packages.</summary>
/// <param name="CompileTime">Those that code may name.</param>
/// <param name="RunTime">Those that are loaded when it runs.</param>
/// <param name="Native">Native libraries for this machine.</param>
internal sealed record RestoredPackages(IReadOnlyList<string> CompileTime, IReadOnlyList<string> RunTime, IReadOnlyList<string> Native);

/// <summary>Brings NuGet packages to a session through the .NET SDK's own restore.</summary>
internal static partial class PackageRestore
{
    // That of this process, into which the packages are loaded.
    private static readonly string Framework = $"net{Environment.Version.Major}.0";

    /// <summary>Restores all packages of a session together, so that they agree on what they share.</summary>
    /// <param name="packages">All packages asked for so far.</param>
    /// <param name="added">Those asked for now, which a failure is put down to.</param>
    /// <param name="sources">Package folders and addresses asked besides the machine's own.</param>
    /// <param name="cancellationToken">Ends the restore and its process.</param>
    /// <exception cref="PackageRestoreException">A package can't be had; the message names it.</exception>
    public static RestoredPackages Restore(
        IReadOnlyList<PackageRequest> packages, IReadOnlyList<PackageRequest> added, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        // A folder per restore: NuGet keeps state beside a project, and a second restore over it has been seen to fail.
        using var folder = MakeFolder();
        File.WriteAllText(Path.Combine(folder.Path, "packages.csproj"), ProjectFor(packages, sources));
        var (exitCode, output) = RunRestore(folder.Path, cancellationToken);
        if (exitCode != 0)
            throw new PackageRestoreException(Explain(output, added));
        return ReadAssets(Path.Combine(folder.Path, "obj", "project.assets.json"));
    }

    private static ScratchFolder MakeFolder()
    {
        try
        {
            return new ScratchFolder();
        }
        catch (IOException e)
        {
            throw new PackageRestoreException($"Packages are restored in the temporary folder. {e.Message}");
        }
    }

    private static string ProjectFor(IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources)
    {
        var references = requests.Select(r =>
            $"""    <PackageReference Include="{SecurityElement.Escape(r.Id)}" Version="{SecurityElement.Escape(r.Version)}" />""");
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{Framework}</TargetFramework>
                <RuntimeIdentifier>$(NETCoreSdkRuntimeIdentifier)</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <UseAppHost>false</UseAppHost>
                <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
            {string.Join('\n', references)}
              </ItemGroup>
            </Project>
            """;
    }

    private static (int ExitCode, string Output) RunRestore(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, ["restore", "--nologo", "-v:quiet", "-tl:off"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Build servers would stay behind.
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0" },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var stop = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        return (process.ExitCode, output + errors.Result);
    }

    // NuGet's own messages name the sources it asked, which are nobody's business in a shared notebook; so the code is told, not the message.
    private static string Explain(string output, IReadOnlyList<PackageRequest> requests)
    {
        var code = ErrorCode().Match(output).Value;
        var blamed = requests.Where(r => PackageNamed(output, r.Id)).ToList();
        var names = string.Join(" and ", (blamed.Count > 0 ? blamed : requests).Select(r => $"\"{r}\""));
        var reason = code switch
        {
            "NU1101" => "no package source of this machine has a package of that name, or of one it depends on",
            "NU1102" => "no package source of this machine has that version, or one of a package it depends on",
            "NU1103" => "only a prerelease version exists; name it in full",
            "NU1202" => $"it does not support {Framework}",
            "NU1301" => "a package source of this machine can't be reached",
            "" => "the restore failed",
            _ => $"the restore failed with {code}",
        };
        return $"The package {names} could not be restored: {reason}. Cells that do not need it still run.";
    }

    private static bool PackageNamed(string output, string id) =>
        Regex.IsMatch(output, $@"(?<![\w.\-]){Regex.Escape(id)}(?![\w\-]|\.\w)", RegexOptions.IgnoreCase);

    private static RestoredPackages ReadAssets(string path)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = assets.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
        var compileTime = new List<string>();
        var runTime = new List<string>();
        var native = new List<string>();
        // One target for the framework, and one for the framework on this machine.
        foreach (var package in root.GetProperty("targets").EnumerateObject().Last().Value.EnumerateObject())
        {
            var library = root.GetProperty("libraries").GetProperty(package.Name);
            if (library.GetProperty("type").GetString() != "package")
                continue;
            var folder = folders.Select(f => Path.Combine(f, library.GetProperty("path").GetString()!)).First(Directory.Exists);
            compileTime.AddRange(Files(package.Value, "compile", folder).Where(IsAssembly));
            runTime.AddRange(Files(package.Value, "runtime", folder).Where(IsAssembly));
            native.AddRange(Files(package.Value, "native", folder));
        }

        return new RestoredPackages(compileTime, runTime, native);
    }

    private static IEnumerable<string> Files(JsonElement package, string group, string folder) =>
        package.TryGetProperty(group, out var files) ? files.EnumerateObject().Select(file => Path.Combine(folder, file.Name)) : [];

    // "_._" stands for "nothing needed on this framework".
    private static bool IsAssembly(string file) => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\bNU\d{4}\b")]
    private static partial Regex ErrorCode();
}

/// <summary>A package that a cell asks for can't be had.</summary>
public sealed class PackageRestoreException(string message) : Exception(message);
