using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Unrolled;

/// <summary>
/// The log of a run as JSON lines: first the configuration, then one line per epoch. Each line is complete when it is written, so a run
/// that is cut short leaves a log that can be read. Seconds stand here only, never in a result.
/// </summary>
internal sealed class TrainingLog : IDisposable
{
    private readonly FileStream _file;
    private readonly ArrayBufferWriter<byte> _line = new(256);
    private readonly Utf8JsonWriter _json;
    private readonly long _start = Stopwatch.GetTimestamp();

    public TrainingLog(string file, string parameters, SequenceDataset examples, TrainingOptions options)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        _file = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read);
        _json = new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        _json.WriteString("parameters", parameters);
        _json.WriteNumber("examples", examples.Count);
        _json.WriteNumber("T", examples.T);
        _json.WriteNumber("epochs", options.Epochs);
        _json.WriteNumber("batch_size", options.BatchSize ?? examples.Count);
        _json.WriteString("optimiser", options.Optimiser.Name);
        foreach (var (name, value) in options.Optimiser.Constants)
            _json.WriteNumber(name, value);
        _json.WriteString("clipping", options.Clipping.Name);
        if (options.Clipping.τ is { } τ)
            Number("τ", τ);
        _json.WriteNumber("K", options.K ?? examples.T);
        _json.WriteString("φ_h", options.φ_h.Name);
        _json.WriteString("φ_o", options.φ_o.Name);
        _json.WriteString("ℓ", options.ℓ.Name);
        _json.WriteNumber("seed", options.Seed);
        EndLine();
    }

    public void Write(TrainingEpoch epoch)
    {
        _json.WriteStartObject();
        _json.WriteNumber("epoch", epoch.Number);
        Number("loss", epoch.L);
        Number("norm_before", epoch.Norm.Before);
        Number("norm_after", epoch.Norm.After);
        Number("seconds", Stopwatch.GetElapsedTime(_start).TotalSeconds);
        EndLine();
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    // JSON has no NaN and no infinity; null stands for them.
    private void Number(string name, double value)
    {
        if (double.IsFinite(value))
            _json.WriteNumber(name, value);
        else
            _json.WriteNull(name);
    }

    private void EndLine()
    {
        _json.WriteEndObject();
        _json.Flush();
        _file.Write(_line.WrittenSpan);
        _file.WriteByte((byte)'\n');
        _file.Flush();
        _line.ResetWrittenCount();
        _json.Reset();
    }
}
