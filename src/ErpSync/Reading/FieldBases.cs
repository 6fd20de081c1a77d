using System.Buffers.Binary;
using System.Text;

namespace ErpSync.Reading;

/// <summary>What a link remembers of one side's agreed fields: a hash per field and, for fields that merge, the memory of the value. Written compactly, with a format version.</summary>
internal sealed class FieldBases
{
    // 1 and 2 held hashes of another kind.
    private const byte Format = 3;
    private const byte DatedFormat = 4;
    // In the order of the shape, in which they are asked for too: the next one is mostly where the last one was found.
    private readonly List<(string Name, ulong Hash, string? Merge)> _fields = [];
    private int _next;

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
        bases._fields.EnsureCapacity(count);
        for (var i = 0; i < count; i++)
        {
            var name = FieldNames.At(i, span.Slice(1, span[0]));
            span = span[(1 + span[0])..];
            var hash = BinaryPrimitives.ReadUInt64BigEndian(span);
            var length = BinaryPrimitives.ReadInt32BigEndian(span[8..]);
            bases._fields.Add((name, hash, length < 0 ? null : Encoding.UTF8.GetString(span.Slice(12, length))));
            span = span[(12 + Math.Max(0, length))..];
        }

        bases.Flips.Read(span);
        return bases;
    }

    public bool TryGet(string field, out ulong hash, out string? merge)
    {
        var place = Find(field);
        (_, hash, merge) = place < 0 ? default : _fields[place];
        return place >= 0;
    }

    public void Set(string field, ulong hash, string? merge)
    {
        if (Find(field) is var place and >= 0)
            _fields[place] = (field, hash, merge);
        else
            _fields.Add((field, hash, merge));
    }

    public byte[] Write(int shapeVersion, DateTimeOffset? modifiedAt = null, DateTimeOffset now = default)
    {
        using var stream = new MemoryStream(1024);
        Span<byte> text = stackalloc byte[512];
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

        foreach (var (name, hash, merge) in _fields)
        {
            var length = Encoding.UTF8.GetBytes(name, text);
            stream.WriteByte((byte)length);
            stream.Write(text[..length]);
            ReadOnlySpan<byte> memory = merge is null ? [] : Encoding.UTF8.TryGetBytes(merge, text, out length) ? text[..length] : Encoding.UTF8.GetBytes(merge);
            BinaryPrimitives.WriteUInt64BigEndian(number, hash);
            BinaryPrimitives.WriteInt32BigEndian(number[8..], merge is null ? -1 : memory.Length);
            stream.Write(number);
            stream.Write(memory);
        }

        Flips.Write(stream, now);
        return stream.ToArray();
    }

    private int Find(string field)
    {
        for (var i = 0; i < _fields.Count; i++)
        {
            var place = _next + i < _fields.Count ? _next + i : _next + i - _fields.Count;
            if (!string.Equals(_fields[place].Name, field, StringComparison.Ordinal))
                continue;
            _next = place + 1 == _fields.Count ? 0 : place + 1;
            return place;
        }

        return -1;
    }
}
