using System.Text;
using System.Text.Json;

namespace ErpSync.Killing;

/// <summary>
/// A system whose state is an append-only file, a line per change: what was appended is committed, whatever happens to the process afterwards.
/// A line that was cut off is not.
/// </summary>
public sealed class LogSystem : IDisposable
{
    private readonly FileStream _file;
    private readonly SortedDictionary<long, LogRecord> _records = [];
    private long _lastId;
    private long _version;

    public LogSystem(string name, string path)
    {
        Name = name;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Take(line);
        _file.SetLength(end);
        _file.Position = end;
    }

    public string Name { get; }

    public IEnumerable<LogRecord> Records => _records.Values;

    public LogRecord? Find(RemoteId id) => long.TryParse(id.Value, out var number) ? _records.GetValueOrDefault(number) : null;

    /// <summary>Adds a record.</summary>
    public LogRecord Add(Product value, string? token = null) => Append(_lastId + 1, token, value);

    /// <summary>Changes a record.</summary>
    public LogRecord Edit(long id, Func<Product, Product> change) => Append(id, _records[id].Token, change(_records[id].Value));

    public void Dispose() => _file.Dispose();

    private LogRecord Append(long id, string? token, Product value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            json.WriteNumberValue(id);
            json.WriteStringValue(token);
            foreach (var field in CatalogShapes.Product.Fields)
                field.Write(json, value);
            json.WriteEndArray();
        }

        stream.WriteByte((byte)'\n');
        _file.Write(stream.ToArray());
        return Take(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private LogRecord Take(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement.EnumerateArray().ToList();
        var value = CatalogShapes.Product.Empty();
        for (var i = 0; i < CatalogShapes.Product.Fields.Count; i++)
            value = CatalogShapes.Product.Fields[i].Read(value, row[i + 2]);
        var record = new LogRecord(row[0].GetInt64(), row[1].GetString(), value, ++_version);
        _records[record.Id] = record;
        _lastId = Math.Max(_lastId, record.Id);
        return record;
    }
}
