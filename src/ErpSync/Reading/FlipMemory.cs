using System.Buffers.Binary;
using System.Text;

namespace ErpSync.Reading;

/// <summary>
/// In which directions each field of a link was written lately: enough to see that two rules or tools write it back and forth. Kept behind the bases of the
/// link's first end; fields that were not written for a week are forgotten.
/// </summary>
internal sealed class FlipMemory
{
    /// <summary>So many changes of direction stop a field …</summary>
    public const int Limit = 4;

    private const byte Tag = 0xF1;
    private const int Runs = 10;
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly Dictionary<string, Entry> _fields = new(StringComparer.Ordinal);

    /// <summary>
    /// True when the field changed its direction <see cref="Limit"/> times within a day, or within ten runs and a week between the same two values, and would do so again.
    /// People who edit by turns over days write other values.
    /// </summary>
    public bool IsFlipping(string field, Side target, uint value, DateTimeOffset now, long run)
    {
        if (!_fields.TryGetValue(field, out var entry) || entry.Last == target || entry.Turns.Count < Limit)
            return false;
        var turns = entry.Turns[^Limit..];
        if (turns.TrueForAll(turn => turn.At > now - Window))
            return true;
        var values = turns.ConvertAll(turn => turn.Value);
        values.Add(value);
        var present = run > 0 ? run : turns[^1].Run + 1;
        return turns.TrueForAll(turn => turn.At > now - Longest && turn.Run > present - Runs) && Enumerable.Range(2, values.Count - 2).All(i => values[i] == values[i - 2]);
    }

    /// <summary>Notes that a field was written.</summary>
    public void Note(string field, Side target, uint value, DateTimeOffset now, long run)
    {
        if (!_fields.TryGetValue(field, out var entry))
            entry = new Entry(target, now, []);
        else if (entry.Last != target)
            entry = entry with { Turns = [.. entry.Turns.TakeLast(Limit - 1), new Turn(now, run, value)] };
        _fields[field] = entry with { Last = target, At = now };
    }

    public void Forget(string field) => _fields.Remove(field);

    public void Read(ReadOnlySpan<byte> span)
    {
        if (span.Length < 2 || span[0] != Tag)
            return;
        int count = span[1];
        span = span[2..];
        for (var i = 0; i < count; i++)
        {
            var name = Encoding.UTF8.GetString(span.Slice(1, span[0]));
            span = span[(1 + span[0])..];
            var entry = new Entry((Side)span[0], Minute(span[2..]), new List<Turn>(span[1]));
            int turns = span[1];
            span = span[6..];
            for (var turn = 0; turn < turns; turn++, span = span[12..])
                entry.Turns.Add(new Turn(Minute(span), BinaryPrimitives.ReadUInt32BigEndian(span[4..]), BinaryPrimitives.ReadUInt32BigEndian(span[8..])));
            _fields[name] = entry;
        }
    }

    public void Write(Stream stream, DateTimeOffset now)
    {
        var kept = _fields.Where(field => field.Value.At > now - Longest).Take(byte.MaxValue).ToList();
        if (kept.Count == 0)
            return;
        stream.WriteByte(Tag);
        stream.WriteByte((byte)kept.Count);
        foreach (var (name, entry) in kept)
        {
            var text = Encoding.UTF8.GetBytes(name);
            stream.WriteByte((byte)text.Length);
            stream.Write(text);
            stream.WriteByte((byte)entry.Last);
            stream.WriteByte((byte)entry.Turns.Count);
            Number(stream, Minutes(entry.At));
            foreach (var turn in entry.Turns)
            {
                Number(stream, Minutes(turn.At));
                Number(stream, (uint)turn.Run);
                Number(stream, turn.Value);
            }
        }
    }

    private static void Number(Stream stream, uint value)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, value);
        stream.Write(number);
    }

    private static uint Minutes(DateTimeOffset instant) => (uint)((instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMinute);

    private static DateTimeOffset Minute(ReadOnlySpan<byte> span) => DateTimeOffset.UnixEpoch + TimeSpan.FromMinutes((long)BinaryPrimitives.ReadUInt32BigEndian(span));

    /// <summary>What is known of one field.</summary>
    /// <param name="Last">The side that was written last.</param>
    /// <param name="At">When.</param>
    /// <param name="Turns">The latest writes that went the other way than the one before.</param>
    private readonly record struct Entry(Side Last, DateTimeOffset At, List<Turn> Turns);

    private readonly record struct Turn(DateTimeOffset At, long Run, uint Value);
}
