using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyConnector;

/// <summary>The "remote system": a JSON file with an array of rows. One change at a time.</summary>
/// <param name="path">The file; a missing one is an empty one.</param>
public sealed class ProductFile(string path)
{
    private readonly Lock _lock = new();

    /// <summary>Reads all rows.</summary>
    /// <returns>The rows.</returns>
    public IReadOnlyList<ProductRow> Load()
    {
        lock (_lock)
            return Rows();
    }

    /// <summary>Changes the rows.</summary>
    /// <typeparam name="TResult">What comes of it.</typeparam>
    /// <param name="change">Changes the list in place.</param>
    /// <returns>What the change gave.</returns>
    public TResult Change<TResult>(Func<List<ProductRow>, TResult> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_lock)
        {
            var rows = Rows();
            var result = change(rows);
            File.WriteAllText(path, JsonSerializer.Serialize(rows, ProductJson.Default.ListProductRow));
            return result;
        }
    }

    private List<ProductRow> Rows() =>
        File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), ProductJson.Default.ListProductRow) ?? [] : [];
}

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(List<ProductRow>))]
internal sealed partial class ProductJson : JsonSerializerContext;
