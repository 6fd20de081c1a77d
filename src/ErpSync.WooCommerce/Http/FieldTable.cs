using System.Text;
using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>
/// The fields that are read of one kind of record, found in one pass over it. The shop gives them in the order in which they are asked for, so that the next property is nearly always
/// the next field; in any other order they are found as well. A name that stands there twice counts with its last value, as everywhere in JSON.
/// </summary>
internal sealed class FieldTable(params IEnumerable<string> names)
{
    private readonly byte[][] _names = [.. names.Select(Encoding.UTF8.GetBytes)];

    public int Count => _names.Length;

    /// <summary>The place of a field in <see cref="Read"/>'s values.</summary>
    public int this[string name] => Array.FindIndex(_names, known => known.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(name))) is var place and >= 0 ? place : throw new ArgumentException($"{name} is no field of the table.", nameof(name));

    /// <summary>Finds the values; those of fields that the record lacks stay undefined.</summary>
    public void Read(JsonElement record, Span<JsonElement> values)
    {
        values.Clear();
        var next = 0;
        foreach (var property in record.EnumerateObject())
        {
            for (var tried = 0; tried < _names.Length; tried++)
            {
                if (property.NameEquals(_names[next]))
                {
                    values[next] = property.Value;
                    next = next + 1 == _names.Length ? 0 : next + 1;
                    break;
                }

                next = next + 1 == _names.Length ? 0 : next + 1;
            }
        }
    }
}
