using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>Reads and prepares column values.</summary>
internal static class Columns
{
    public static string? Text(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static DateTimeOffset Instant(this SqliteDataReader reader, int column) => new(reader.GetInt64(column), TimeSpan.Zero);

    public static DateTimeOffset? InstantOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Instant(column);

    public static ReadOnlyMemory<byte> Bytes(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? default(ReadOnlyMemory<byte>) : reader.GetFieldValue<byte[]>(column);

    public static RemoteId Id(this SqliteDataReader reader, int column) => new(reader.GetString(column));

    public static Side Side(this SqliteDataReader reader, int column) => (Side)reader.GetInt32(column);

    /// <summary>Bytes as a parameter: null when empty, without a copy when the memory is a whole array.</summary>
    public static byte[]? Value(this ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
            return null;
        return MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length ? segment.Array : bytes.ToArray();
    }
}
