using System.Text.Json;
using System.Text.Unicode;

namespace Unrolled.Notebooks;

/// <summary>Reads files as notebooks and refuses, with a message that helps, what is none.</summary>
internal static class NotebookReader
{
    private const int MaxMegabytes = 100;
    private const string Restore = "Restore it from version control, or open it in Jupyter or VS Code and save it again.";

    public static byte[] ReadBytes(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw new NotebookFormatException($"{path}: expected a notebook file, got a folder. Name an .ipynb file in it.");
            using var file = File.OpenRead(path);
            if (file.Length > MaxMegabytes * 1024L * 1024L)
            {
                throw new NotebookFormatException(
                    $"{path}: expected a notebook of at most {MaxMegabytes} MB, got {file.Length / (1024 * 1024)} MB. Clear its outputs, or name another file.");
            }
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookFormatException($"{path}: expected a notebook file, found nothing there. Check the path.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new NotebookFormatException($"{path}: expected a notebook file, but it cannot be read ({e.Message}). Check the path and its permissions.", e);
        }
    }

    public static NotebookDocument Parse(ReadOnlySpan<byte> utf8, string name)
    {
        var json = ParseJson(utf8, name);
        CheckVersion(json, name);
        try
        {
            return new NotebookDocument(NotebookUpgrade.ToCurrent(json));
        }
        catch (FormatException e)
        {
            throw new NotebookFormatException($"{name}: {e.Message}. {Restore}", e);
        }
    }

    private static JsonElement ParseJson(ReadOnlySpan<byte> utf8, string name)
    {
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        if (utf8.IsEmpty)
            throw new NotebookFormatException($"{name}: expected a notebook, got an empty file. {Restore}");
        if (!Utf8.IsValid(utf8))
            throw new NotebookFormatException($"{name}: expected text in UTF-8, got other bytes. Save it as UTF-8, or name an .ipynb file.");
        try
        {
            var json = JsonMembers.Parse(utf8);
            // Whatever is read can also be written: this finds a lone surrogate anywhere in the file.
            _ = JupyterJson.Write(json);
            return json;
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $" at line {line + 1}" : "";
            var reason = e.Message.Split(" LineNumber:")[0];
            throw new NotebookFormatException($"{name}: expected JSON, but it is cut off or damaged{place} ({reason}). {Restore}", e);
        }
        catch (InvalidOperationException e)
        {
            throw new NotebookFormatException($"{name}: expected Unicode text, got a string with half a surrogate pair ({e.Message}). {Restore}", e);
        }
    }

    private static void CheckVersion(JsonElement json, string name)
    {
        if (json.ValueKind is not JsonValueKind.Object || !json.TryGetProperty("nbformat", out var version))
            throw new NotebookFormatException($"{name}: expected a Jupyter notebook, got JSON without the member 'nbformat'. Name an .ipynb file.");
        if (version.ValueKind is not JsonValueKind.Number || !version.TryGetInt32(out var major))
            throw new NotebookFormatException($"{name}: {JsonMembers.Wrong(json, "nbformat", "the number 4").Message}. {Restore}");
        if (major < 4)
        {
            throw new NotebookFormatException(
                $"{name}: expected nbformat 4, got the older nbformat {major}. Convert it: jupyter nbconvert --to notebook --inplace \"{name}\"");
        }
        if (major > 4)
        {
            throw new NotebookFormatException(
                $"{name}: expected nbformat 4, got the newer nbformat {major}. Save it as nbformat 4 in the program that wrote it.");
        }
    }
}
