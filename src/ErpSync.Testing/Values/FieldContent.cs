using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ErpSync.Testing;

/// <summary>The exact content of a field, through its canonical JSON: stricter than its comparer and without merging parts.</summary>
public static class FieldContent
{
    /// <summary>The field's value as JSON text.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="record">The record.</param>
    /// <returns>The JSON.</returns>
    public static string Json<T>(Field<T> field, T record)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(field);
        return Encoding.UTF8.GetString(Bytes(field, record).WrittenSpan);
    }

    /// <summary>The target with exactly the source's value of the field: languages or keys that the source lacks are lost.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="target">The record to change.</param>
    /// <param name="source">The record to take from.</param>
    /// <returns>The changed record.</returns>
    public static T Set<T>(Field<T> field, T target, T source)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(field);
        var copied = field.Copy(target, source);
        if (AreSame(field, copied, source))
            return copied;
        using var document = JsonDocument.Parse(Bytes(field, source).WrittenMemory);
        return field.Read(target, document.RootElement);
    }

    /// <summary>True when both records hold exactly the same in the field.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="one">One record.</param>
    /// <param name="other">The other.</param>
    /// <returns>Whether they do.</returns>
    public static bool AreSame<T>(Field<T> field, T one, T other)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(field);
        return ReferenceEquals(one, other) || Bytes(field, one).WrittenSpan.SequenceEqual(Bytes(field, other).WrittenSpan);
    }

    private static ArrayBufferWriter<byte> Bytes<T>(Field<T> field, T record)
        where T : class, IEntity
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        field.Write(json, record);
        json.Flush();
        return buffer;
    }
}
