using System.Buffers.Binary;
using System.Text;

namespace ErpSync.Reading;

/// <summary>What a link remembers of one side's agreed fields: a hash per field and, for fields that merge, the memory of the value. Written compactly, with a format version.</summary>
internal sealed class FieldBases
{
    private const byte Format = 1;
    private const byte DatedFormat = 2;
    private readonly Dictionary<string, (ulong Hash, string? Merge)> _fields = new(StringComparer.Ordinal);

    /// <summary>When the record was modified last, by our own clock, when it was compared; null when its system does not tell.</summary>
    public DateTimeOffset? ModifiedAt { get; private set; }

    /// <summary>In which directions the link's fields were written; used at the first end only.</summary>
    public FlipMemory Flips { get; } = new();

    public static FieldBases Read(ReadOnlyMemory<byte> bytes, int shapeVersion)
    {
        var bases = new FieldBases();
        var span = bytes.Span;
        if (span.Length < 4 || span[0] is not (Format or DatedFormat) || BinaryPrimitives.ReadUInt16BigEndian(span[1..]) != shapeVersion)
            return bases;
        int count = span[3];
        if (span[0] == DatedFormat)
            bases.ModifiedAt = new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(span[4..]), TimeSpan.Zero);
        span = span[(span[0] == DatedFormat ? 12 : 4)..];
        for (var i = 0; i < count; i++)
        {
            var name = Encoding.UTF8.GetString(span.Slice(1, span[0]));
            span = span[(1 + span[0])..];
            var hash = BinaryPrimitives.ReadUInt64BigEndian(span);
            var length = BinaryPrimitives.ReadInt32BigEndian(span[8..]);
            bases._fields[name] = (hash, length < 0 ? null : Encoding.UTF8.GetString(span.Slice(12, length)));
            span = span[(12 + Math.Max(0, length))..];
        }

        bases.Flips.Read(span);
        return bases;
    }

    public bool TryGet(string field, out ulong hash, out string? merge)
    {
        var found = _fields.TryGetValue(field, out var entry);
        (hash, merge) = entry;
        return found;
    }

    public void Set(string field, ulong hash, string? merge) => _fields[field] = (hash, merge);

    public byte[] Write(int shapeVersion, DateTimeOffset? modifiedAt = null, DateTimeOffset now = default)
    {
        using var stream = new MemoryStream();
        Span<byte> number = stackalloc byte[12];
        stream.WriteByte(modifiedAt is null ? Format : DatedFormat);
        BinaryPrimitives.WriteUInt16BigEndian(number, (ushort)shapeVersion);
        stream.Write(number[..2]);
        stream.WriteByte((byte)_fields.Count);
        if (modifiedAt is { } date)
        {
            BinaryPrimitives.WriteInt64BigEndian(number, date.UtcTicks);
            stream.Write(number[..8]);
        }

        foreach (var (name, (hash, merge)) in _fields)
        {
            var text = Encoding.UTF8.GetBytes(name);
            stream.WriteByte((byte)text.Length);
            stream.Write(text);
            var memory = merge is null ? null : Encoding.UTF8.GetBytes(merge);
            BinaryPrimitives.WriteUInt64BigEndian(number, hash);
            BinaryPrimitives.WriteInt32BigEndian(number[8..], memory?.Length ?? -1);
            stream.Write(number);
            stream.Write(memory ?? []);
        }

        Flips.Write(stream, now);
        return stream.ToArray();
    }
}
