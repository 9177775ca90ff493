using System.Text;
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

    public static NotebookDocument Parse(ReadOnlySpan<byte> file, string name)
    {
        var changes = new Changes();
        var json = ParseJson(ToUtf8(file, name, changes), name, changes);
        CheckVersion(json, name);
        try
        {
            return new NotebookDocument(NotebookNormaliser.Normalise(json, changes), changes.Sentences);
        }
        catch (FormatException e)
        {
            throw new NotebookFormatException($"{name}: {e.Message}. {Restore}", e);
        }
    }

    private static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> file, string name, Changes changes)
    {
        if (file.StartsWith("\uFEFF"u8))
        {
            changes.Add("the byte order mark was left out");
            file = file[3..];
        }
        else if (Utf16(file) is { } utf16)
        {
            changes.Add("the text was in UTF-16 and became UTF-8");
            file = Encoding.UTF8.GetBytes(utf16.GetString(file[2..]));
        }
        if (file.IsEmpty)
            throw new NotebookFormatException($"{name}: expected a notebook, got an empty file. {Restore}");
        if (!Utf8.IsValid(file))
            throw new NotebookFormatException($"{name}: expected text in UTF-8, got other bytes. Save it as UTF-8, or name an .ipynb file.");
        return file;
    }

    private static Encoding? Utf16(ReadOnlySpan<byte> file) =>
        file.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
        : file.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
        : null;

    private static JsonElement ParseJson(ReadOnlySpan<byte> utf8, string name, Changes changes)
    {
        try
        {
            return ParseStrict(utf8) ?? LooseJson.Parse(utf8, changes);
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $" at line {line + 1}" : "";
            var reason = e.Message.Split(" LineNumber:")[0];
            throw new NotebookFormatException($"{name}: expected JSON, but it is cut off or damaged{place} ({reason}). {Restore}", e);
        }
    }

    private static JsonElement? ParseStrict(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var json = JsonMembers.Parse(utf8);
            // Whatever is read can also be written: this finds half a surrogate pair anywhere in the file.
            _ = JupyterJson.Write(json);
            return json;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void CheckVersion(JsonElement json, string name)
    {
        if (json.ValueKind is not JsonValueKind.Object || !json.TryGetProperty("nbformat", out var version))
            throw new NotebookFormatException($"{name}: expected a Jupyter notebook, got JSON without the member 'nbformat'. Name an .ipynb file.");
        if (JsonNumbers.Whole(JsonSerializer.SerializeToNode(version)) is not { } major)
            throw new NotebookFormatException($"{name}: {JsonMembers.Wrong(json, "nbformat", "the number 3 or 4").Message}. {Restore}");
        if (major < 3)
        {
            throw new NotebookFormatException(
                $"{name}: expected nbformat 3 or 4, got the older nbformat {major}. Convert it: jupyter nbconvert --to notebook --inplace \"{name}\"");
        }
        if (major > 4)
        {
            throw new NotebookFormatException(
                $"{name}: expected nbformat 3 or 4, got the newer nbformat {major}. Save it as nbformat 4 in the program that wrote it.");
        }
    }
}
