using System.Diagnostics;
using System.Security;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Unrolled.Notebooks;

/// <summary>The assemblies of restored packages.</summary>
/// <param name="CompileTime">Those that code may name.</param>
/// <param name="RunTime">Those that are loaded when it runs.</param>
internal sealed record RestoredPackages(IReadOnlyList<string> CompileTime, IReadOnlyList<string> RunTime);

/// <summary>Brings NuGet packages to a session through the .NET SDK's own restore.</summary>
internal static partial class PackageRestore
{
    // That of this process, into which the packages are loaded.
    private static readonly string Framework = $"net{Environment.Version.Major}.0";

    /// <summary>Restores all packages of a session together, so that they agree on what they share.</summary>
    /// <param name="requests">All packages asked for so far.</param>
    /// <param name="options">The session's options.</param>
    /// <param name="cancellationToken">Ends the restore and its process.</param>
    /// <exception cref="PackageRestoreException">A package can't be had; the message names it.</exception>
    public static RestoredPackages Restore(IReadOnlyList<PackageRequest> requests, SessionOptions options, CancellationToken cancellationToken)
    {
        // A folder per restore: NuGet keeps state beside a project, and a second restore over it has been seen to fail.
        var folder = Directory.CreateDirectory(Path.Combine(options.ScratchDirectory, "packages-" + Path.GetRandomFileName())).FullName;
        File.WriteAllText(Path.Combine(folder, "packages.csproj"), ProjectFor(requests, options));
        var (exitCode, output) = RunRestore(folder, cancellationToken);
        if (exitCode != 0)
            throw new PackageRestoreException(Explain(output, requests));
        return ReadAssets(Path.Combine(folder, "obj", "project.assets.json"));
    }

    private static string ProjectFor(IReadOnlyList<PackageRequest> requests, SessionOptions options)
    {
        var references = requests.Select(r =>
            $"""    <PackageReference Include="{SecurityElement.Escape(r.Id)}" Version="{SecurityElement.Escape(r.Version)}" />""");
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{Framework}</TargetFramework>
                <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', options.PackageSources))}</RestoreAdditionalProjectSources>
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
        foreach (var package in root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            var library = root.GetProperty("libraries").GetProperty(package.Name);
            if (library.GetProperty("type").GetString() != "package")
                continue;
            var folder = folders.Select(f => Path.Combine(f, library.GetProperty("path").GetString()!)).First(Directory.Exists);
            compileTime.AddRange(Assemblies(package.Value, "compile", folder));
            runTime.AddRange(Assemblies(package.Value, "runtime", folder));
        }

        return new RestoredPackages(compileTime, runTime);
    }

    // "_._" stands for "nothing needed on this framework".
    private static IEnumerable<string> Assemblies(JsonElement package, string group, string folder) =>
        package.TryGetProperty(group, out var files)
            ? files.EnumerateObject().Select(f => f.Name).Where(f => f.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Select(f => Path.Combine(folder, f))
            : [];

    [GeneratedRegex(@"\bNU\d{4}\b")]
    private static partial Regex ErrorCode();
}

/// <summary>A package that a cell asks for can't be had.</summary>
public sealed class PackageRestoreException(string message) : Exception(message);
