using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ErpSync.Reading;

/// <summary>Keyed hashes: of records by HMAC-SHA-256, truncated; of fields, elements and keys, of which a record has many, by SipHash. Not safe for parallel use: one per pass.</summary>
internal sealed class RecordHasher(ReadOnlyMemory<byte> key) : IElementHasher, IDisposable
{
    public const int FingerprintLength = 16;

    private readonly ArrayBufferWriter<byte> _buffer = new(2048);
    private readonly Utf8JsonWriter _json = new(new ArrayBufferWriter<byte>(1), new JsonWriterOptions { SkipValidation = true });
    private readonly SipHash _short = SipHash.Derived(key.Span, "fields");
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
        return _short.Hash(_buffer.WrittenSpan);
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
        return Encoding.UTF8.TryGetBytes(text, bytes, out var length) ? _short.Hash(bytes[..length]) : _short.Hash(Encoding.UTF8.GetBytes(text));
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
}
