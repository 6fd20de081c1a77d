using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ErpSync.Deciding;
using ErpSync.Writing;

namespace ErpSync.Recording;

/// <summary>
/// How many records of a kind were changed in bulk within the last 24 hours, in buckets of an hour. The first records of each change are remembered one by one,
/// so that a record that is changed several times counts once; beyond <see cref="Remembered"/> they are only counted.
/// </summary>
internal sealed class BrakeBook
{
    public const int Remembered = 512;
    private const int Hours = 24;

    private readonly string _key;
    private readonly Dictionary<MassChange, Dictionary<uint, long>> _records = [];
    private readonly Dictionary<MassChange, SortedDictionary<long, int>> _counts = [];
    private readonly HashSet<MassChange> _restarted = [];

    private BrakeBook(string key) => _key = key;

    public static async Task<BrakeBook> OpenAsync(PassContext context, EntityKind kind, CancellationToken cancellationToken)
    {
        var book = new BrakeBook($"brake/{kind.Name}");
        if (await context.Store.GetTextAsync(context.Pair, book._key, cancellationToken) is { } text)
            book.Read(text, Hour(context.Now));
        return book;
    }

    /// <summary>A short name of a record for counting.</summary>
    public static uint NameOf<T>(Decision<T> decision)
        where T : class, IEntity
    {
        // FNV-1a: the same in every process, which GetHashCode is not.
        var hash = 2166136261u;
        foreach (var character in $"{decision.Item.First}|{decision.Item.Second}")
            hash = (hash ^ character) * 16777619;
        return hash;
    }

    public int Count(MassChange change) => (_records.GetValueOrDefault(change)?.Count ?? 0) + (_counts.GetValueOrDefault(change)?.Values.Sum() ?? 0);

    public bool Knows(MassChange change, uint record) => _records.GetValueOrDefault(change)?.ContainsKey(record) == true;

    /// <summary>Begins anew with a change that a person confirmed; this run is not counted either.</summary>
    public void Restart(MassChange change)
    {
        _restarted.Add(change);
        _records.Remove(change);
        _counts.Remove(change);
    }

    /// <summary>Adds what was carried out to the transaction that records it.</summary>
    /// <returns>The book as it is once the transaction is stored; this one when nothing is counted.</returns>
    public BrakeBook Add<T>(StoreChanges changes, PassContext context, Shape<T> shape, IReadOnlySet<Side>? mailing, IEnumerable<Outcome<T>> outcomes)
        where T : class, IEntity
    {
        var done = outcomes.SelectMany(outcome => CarriedOut(outcome, shape, mailing).Select(change => (Change: change, Record: NameOf(outcome.Decision)))).Where(item => !_restarted.Contains(item.Change)).ToList();
        if (done.Count == 0)
            return this;
        var next = Copy();
        foreach (var (change, record) in done)
            next.Note(change, record, Hour(context.Now));
        changes.Texts.Add((context.Pair, _key, next.Write()));
        return next;
    }

    /// <summary>Stores the book as it is, after a restart.</summary>
    public void Save(StoreChanges changes, PassContext context) => changes.Texts.Add((context.Pair, _key, Write()));

    private static HashSet<MassChange> CarriedOut<T>(Outcome<T> outcome, Shape<T> shape, IReadOnlySet<Side>? mailing)
        where T : class, IEntity
    {
        HashSet<MassChange> changes = outcome.Problem is null && (outcome.Decision.DeleteAt is null || outcome.WasDeleted) ? BrakeRule.OfDeletion(outcome.Decision, shape) : [];
        foreach (var side in new[] { Side.First, Side.Second })
        {
            if (outcome.Stored(side) is not null)
                changes.UnionWith(BrakeRule.OfWrites(outcome.Decision, side, mailing));
        }

        return changes;
    }

    private static long Hour(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerHour;

    private void Note(MassChange change, uint record, long hour)
    {
        ref var records = ref CollectionsMarshal.GetValueRefOrAddDefault(_records, change, out _);
        records ??= [];
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, change, out _);
        counts ??= [];
        if (records.Count < Remembered || records.ContainsKey(record))
            records[record] = hour;
        else
            counts[hour] = counts.GetValueOrDefault(hour) + 1;
    }

    private BrakeBook Copy()
    {
        var copy = new BrakeBook(_key);
        copy._restarted.UnionWith(_restarted);
        foreach (var (change, records) in _records)
            copy._records[change] = new(records);
        foreach (var (change, counts) in _counts)
            copy._counts[change] = new(counts);
        return copy;
    }

    private string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var change in _records.Keys.Union(_counts.Keys).Order())
            {
                json.WriteStartObject(change.ToString());
                foreach (var hour in _records.GetValueOrDefault(change, []).GroupBy(item => item.Value, item => item.Key))
                    json.WriteBase64String(hour.Key.ToString(CultureInfo.InvariantCulture), MemoryMarshal.AsBytes(hour.ToArray().AsSpan()));
                foreach (var (hour, count) in _counts.GetValueOrDefault(change, []))
                    json.WriteNumber(string.Create(CultureInfo.InvariantCulture, $"+{hour}"), count);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void Read(string text, long now)
    {
        using var document = JsonDocument.Parse(text);
        foreach (var change in document.RootElement.EnumerateObject())
        {
            if (!Enum.TryParse<MassChange>(change.Name, out var name))
                continue;
            foreach (var bucket in change.Value.EnumerateObject())
            {
                var hour = long.Parse(bucket.Name.AsSpan().TrimStart('+'), CultureInfo.InvariantCulture);
                if (hour <= now - Hours)
                    continue;
                if (bucket.Name[0] == '+')
                    (_counts.TryGetValue(name, out var counts) ? counts : _counts[name] = [])[hour] = bucket.Value.GetInt32();
                else
                    ReadRecords(name, bucket.Value.GetBytesFromBase64(), hour);
            }
        }
    }

    private void ReadRecords(MassChange change, byte[] bytes, long hour)
    {
        var records = _records.TryGetValue(change, out var known) ? known : _records[change] = [];
        foreach (var record in MemoryMarshal.Cast<byte, uint>(bytes))
            records[record] = hour;
    }
}
