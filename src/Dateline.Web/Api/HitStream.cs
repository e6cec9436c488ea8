using System.Text;
using System.Text.Json;
using Dateline.Store.Query;

namespace Dateline.Web.Api;

/// <summary>Writes hits as they come, in pieces, so that a million of them need no more memory than ten.</summary>
internal sealed class HitStream(Stream output, DataFormat format, AnswerHead head) : IAsyncDisposable
{
    private const int Piece = 64 << 10;
    private readonly MemoryStream _buffer = new();
    private readonly StringBuilder _rows = new();
    private bool _first = true;

    /// <summary>The head of the answer.</summary>
    public async Task Begin(CancellationToken cancellationToken)
    {
        if (format == DataFormat.Csv) { Text(HitCsv.Header); }
        else
        {
            using (Utf8JsonWriter writer = new(_buffer, ApiJson.Writing))
            {
                writer.WriteStartObject();
                if (format == DataFormat.GeoJson)
                {
                    writer.WriteString("type", "FeatureCollection");
                    writer.WriteStartObject("dateline");
                    head.Write(writer);
                    writer.WriteEndObject();
                }
                else
                {
                    head.Write(writer);
                }
                writer.WriteEndObject();
            }
            if (format == DataFormat.GeoJson)
            {
                // The object stays open for its features.
                _buffer.SetLength(_buffer.Length - 1);
                Text(",\"features\":[\n");
            }
            else
            {
                _buffer.WriteByte((byte)'\n');
            }
        }
        await Flush(0, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A hit.</summary>
    public Task Hit(StoreHit hit, CancellationToken cancellationToken)
    {
        switch (format)
        {
            case DataFormat.Csv:
                HitCsv.Write(_rows.Clear(), hit, head);
                Text(_rows.ToString());
                break;
            case DataFormat.GeoJson:
                if (!_first) { Text(",\n"); }
                Feature(hit);
                break;
            default:
                JsonSerializer.Serialize(_buffer, hit, ApiJson.Relaxed.StoreHit);
                _buffer.WriteByte((byte)'\n');
                break;
        }
        _first = false;
        return Flush(Piece, cancellationToken);
    }

    /// <summary>A line that is ready.</summary>
    public Task Line(byte[] line, CancellationToken cancellationToken)
    {
        _buffer.Write(line);
        _buffer.WriteByte((byte)'\n');
        return Flush(Piece, cancellationToken);
    }

    /// <summary>The end of the answer.</summary>
    public Task End(CancellationToken cancellationToken)
    {
        if (format == DataFormat.GeoJson) { Text("\n]}\n"); }
        return Flush(0, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _buffer.DisposeAsync();

    /// <summary>Only a town or a spot makes a point; everything else is a feature without one.</summary>
    private void Feature(StoreHit hit)
    {
        using Utf8JsonWriter writer = new(_buffer, ApiJson.Writing);
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteString("id", hit.Id);
        if (hit is { Latitude: { } latitude, Longitude: { } longitude })
        {
            writer.WriteStartObject("geometry");
            writer.WriteString("type", "Point");
            writer.WriteStartArray("coordinates");
            writer.WriteNumberValue(longitude);
            writer.WriteNumberValue(latitude);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("geometry");
        }
        writer.WritePropertyName("properties");
        JsonSerializer.Serialize(writer, hit, ApiJson.Relaxed.StoreHit);
        writer.WriteEndObject();
    }

    private void Text(string text) => _buffer.Write(Encoding.UTF8.GetBytes(text));

    private async Task Flush(int atLeast, CancellationToken cancellationToken)
    {
        if (_buffer.Length < atLeast) { return; }
        await output.WriteAsync(_buffer.GetBuffer().AsMemory(0, (int)_buffer.Length), cancellationToken).ConfigureAwait(false);
        _buffer.SetLength(0);
    }
}
