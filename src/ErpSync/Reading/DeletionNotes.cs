using System.Text;

namespace ErpSync.Reading;

/// <summary>
/// What a record held is noted in the store before it is deleted and forgotten when the deletion is in the journal, so that the journal has the old record
/// even when the process dies in between.
/// </summary>
internal sealed class DeletionNotes<T>(PassContext context, KindPolicy<T> policy, SideContext<T> first, SideContext<T> second, RecordHasher hasher)
    where T : class, IEntity
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public async Task WriteAsync(Side side, IReadOnlyList<Remote<T>> records, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges { Lease = context.Lease };
        foreach (var record in records)
        {
            changes.Texts.Add((context.Pair, KeyOf(side, record.Id), Whole(side, record.Value)));
            _written.Add(KeyOf(side, record.Id));
        }

        await context.Store.CommitAsync(changes, cancellationToken);
    }

    /// <summary>What earlier runs noted of the two ends of a link that are gone now; empty when they deleted neither.</summary>
    public async Task<IReadOnlyList<(Side Side, string Text)>> FindAsync(Link link, CancellationToken cancellationToken)
    {
        var found = new List<(Side, string)>();
        foreach (var side in new[] { Side.First, Side.Second })
        {
            if (await context.Store.GetTextAsync(context.Pair, KeyOf(side, link.End(side).Id), cancellationToken) is { } text)
                found.Add((side, text));
        }

        return found;
    }

    /// <summary>Forgets a note in the transaction that records what became of it.</summary>
    public void Forget(StoreChanges changes, Side side, RemoteId id, bool always = false)
    {
        if (always || _written.Contains(KeyOf(side, id)))
            changes.Texts.Add((context.Pair, KeyOf(side, id), null));
    }

    /// <summary>Every field that the side reads, as one JSON object.</summary>
    public string Whole(Side side, T record)
    {
        var here = side == Side.First ? first : second;
        var json = new StringBuilder("{");
        foreach (var field in policy.Shape.Fields.Where(field => here.Reads(field.Name)))
        {
            if (json.Length > 1)
                json.Append(',');
            json.Append('"').Append(field.Name).Append("\":").Append(hasher.Json(field, record));
        }

        return json.Append('}').ToString();
    }

    private string KeyOf(Side side, RemoteId id) => $"deleting/{T.Kind.Name}/{context.NameOf(side)}/{id.Value}";
}
