using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ErpSync.Reading;

/// <summary>Keyed, truncated hashes of records, fields and elements. Not safe for parallel use: one per pass.</summary>
internal sealed class RecordHasher(ReadOnlyMemory<byte> key) : IElementHasher, IDisposable
{
    public const int FingerprintLength = 16;

    private const int MostShort = 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(2048);
    private readonly Utf8JsonWriter _json = new(new ArrayBufferWriter<byte>(1), new JsonWriterOptions { SkipValidation = true });
    private readonly Dictionary<ulong, ulong> _short = [];
    private readonly RecentHashes _recent = new();
    private readonly IncrementalHash _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Span);

    /// <summary>Hashes all fields that a side reads.</summary>
    public byte[] Fingerprint<T>(IReadOnlyList<Field<T>> fields, int version, T record)
        where T : class, IEntity
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        ComputeFingerprint(fields, version, record, hash);
        return hash[..FingerprintLength].ToArray();
    }

    /// <summary>True when a record still has a fingerprint; nothing is allocated for the answer.</summary>
    public bool HasFingerprint<T>(IReadOnlyList<Field<T>> fields, int version, T record, ReadOnlySpan<byte> fingerprint)
        where T : class, IEntity
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        ComputeFingerprint(fields, version, record, hash);
        return fingerprint.SequenceEqual(hash[..FingerprintLength]);
    }

    /// <summary>Hashes one field.</summary>
    public ulong Hash<T>(Field<T> field, T record)
        where T : class, IEntity
    {
        WriteField(field, record);
        return Hash(_buffer.WrittenSpan);
    }

    /// <summary>A field's JSON, for the journal.</summary>
    public string Json<T>(Field<T> field, T record)
        where T : class, IEntity
    {
        WriteField(field, record);
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    public string Hash(string text) => HashText(text).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The keyed hash of a text as a number.</summary>
    public ulong HashText(string text)
    {
        Span<byte> bytes = stackalloc byte[512];
        return Encoding.UTF8.TryGetBytes(text, bytes, out var length) ? Hash(bytes[..length]) : Hash(Encoding.UTF8.GetBytes(text));
    }

    public void Dispose()
    {
        _json.Dispose();
        _hmac.Dispose();
    }

    private void ComputeFingerprint<T>(IReadOnlyList<Field<T>> fields, int version, T record, Span<byte> hash)
        where T : class, IEntity
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartArray();
        _json.WriteNumberValue(version);
        for (var i = 0; i < fields.Count; i++)
            fields[i].Write(_json, record);
        _json.WriteEndArray();
        _json.Flush();
        Compute(_buffer.WrittenSpan, hash);
    }

    private void WriteField<T>(Field<T> field, T record)
        where T : class, IEntity
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        field.Write(_json, record);
        _json.Flush();
    }

    // The key's state is computed once and kept: hashing many small texts costs half of what the one-shot call costs.
    private void Compute(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        _hmac.AppendData(bytes);
        _hmac.GetHashAndReset(hash);
    }

    private ulong Hash(ReadOnlySpan<byte> bytes)
    {
        // Most fields of most records are empty, yes or no: their few hashes are remembered.
        if (bytes.Length >= sizeof(ulong))
            return bytes.Length <= RecentHashes.MostBytes ? Recent(bytes) : Compute(bytes);
        Span<byte> head = stackalloc byte[sizeof(ulong)];
        head.Clear();
        bytes.CopyTo(head);
        head[^1] = (byte)bytes.Length;
        var packed = BinaryPrimitives.ReadUInt64LittleEndian(head);
        if (_short.TryGetValue(packed, out var known))
            return known;
        var computed = Compute(bytes);
        if (_short.Count < MostShort)
            _short[packed] = computed;
        return computed;
    }

    private ulong Recent(ReadOnlySpan<byte> bytes)
    {
        if (_recent.TryGet(bytes, out var place, out var hash))
            return hash;
        hash = Compute(bytes);
        _recent.Set(place, bytes, hash);
        return hash;
    }

    private ulong Compute(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Compute(bytes, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
