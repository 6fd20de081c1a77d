using System.Globalization;

namespace ErpSync.Feeds;

/// <summary>The signals of a pair in the store's texts, one for each record, until the record was read.</summary>
internal sealed class SignalBook(ISyncStore store, string pair)
{
    private const string Prefix = "signal/";

    public async Task<IReadOnlyList<StoredSignal>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (await store.ReadTextsAsync(pair, Prefix, cancellationToken)).Select(text => Read(text.Key, text.Value)).OrderBy(signal => signal.DueAt)];

    /// <summary>Keeps a signal. Of several about one record the latest counts: it says what to expect now, and the record tells the rest.</summary>
    public Task SaveAsync(RecordPointer record, SignalEvent what, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges();
        changes.Texts.Add((pair, $"{Prefix}{record.Kind.Name}/{record.Connection}/{record.Id.Value}", $"{what} {dueAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}"));
        return store.CommitAsync(changes, cancellationToken);
    }

    /// <summary>Forgets signals that were carried over; one that came again meanwhile stays.</summary>
    public async Task DropAsync(IEnumerable<StoredSignal> signals, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges();
        foreach (var signal in signals)
        {
            if (await store.GetTextAsync(pair, signal.Key, cancellationToken) == signal.Text)
                changes.Texts.Add((pair, signal.Key, null));
        }

        if (!changes.IsEmpty)
            await store.CommitAsync(changes, cancellationToken);
    }

    private static StoredSignal Read(string key, string text)
    {
        var parts = key.Split('/', 4);
        var words = text.Split(' ', 2);
        return new StoredSignal(
            key,
            text,
            new RecordPointer(parts[2], new EntityKind(parts[1]), new RemoteId(parts[3])),
            Enum.Parse<SignalEvent>(words[0]),
            DateTimeOffset.Parse(words[1], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
    }
}
