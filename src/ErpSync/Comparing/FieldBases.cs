using System.Buffers.Binary;
using System.Text;

namespace ErpSync.Comparing;

/// <summary>What a link remembers of one side's agreed fields: a hash per field and, for fields that merge, the memory of the value. Written compactly, with a format version.</summary>
internal sealed class FieldBases
{
    private const byte Format = 1;
    private readonly Dictionary<string, (ulong Hash, string? Merge)> _fields = new(StringComparer.Ordinal);

    public static FieldBases Read(ReadOnlyMemory<byte> bytes, int shapeVersion)
    {
        var bases = new FieldBases();
        var span = bytes.Span;
        if (span.Length < 4 || span[0] != Format || BinaryPrimitives.ReadUInt16BigEndian(span[1..]) != shapeVersion)
            return bases;
        int count = span[3];
        span = span[4..];
        for (var i = 0; i < count; i++)
        {
            var name = Encoding.UTF8.GetString(span.Slice(1, span[0]));
            span = span[(1 + span[0])..];
            var hash = BinaryPrimitives.ReadUInt64BigEndian(span);
            var length = BinaryPrimitives.ReadInt32BigEndian(span[8..]);
            bases._fields[name] = (hash, length < 0 ? null : Encoding.UTF8.GetString(span.Slice(12, length)));
            span = span[(12 + Math.Max(0, length))..];
        }

        return bases;
    }

    public bool TryGet(string field, out ulong hash, out string? merge)
    {
        var found = _fields.TryGetValue(field, out var entry);
        (hash, merge) = entry;
        return found;
    }

    public void Set(string field, ulong hash, string? merge) => _fields[field] = (hash, merge);

    public byte[] Write(int shapeVersion)
    {
        using var stream = new MemoryStream();
        Span<byte> number = stackalloc byte[12];
        stream.WriteByte(Format);
        BinaryPrimitives.WriteUInt16BigEndian(number, (ushort)shapeVersion);
        stream.Write(number[..2]);
        stream.WriteByte((byte)_fields.Count);
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

        return stream.ToArray();
    }
}
