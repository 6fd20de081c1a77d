using System.Text;
using ErpSync.Comparing;
using ErpSync.Reading;
using ErpSync.Writing;

namespace ErpSync.Recording;

/// <summary>Writes the journal's entries of an outcome: every changed field with its old and new value.</summary>
internal sealed class JournalWriter<T>(PassContext context, RecordComparer<T> comparer, RecordHasher hasher)
    where T : class, IEntity
{
    public void Add(StoreChanges changes, Outcome<T> outcome, Loaded<T> now)
    {
        var decision = outcome.Decision;
        if (decision.CreateAt is { } created)
        {
            var record = now.At(created)!;
            changes.Journal.Add(Entry(created, record.Id, JournalAction.Created, decision.Because ?? decision.Item.Reason) with { NewValue = Whole(record.Value) });
        }
        else if (now.Link is null && decision.Item.LostCreateAt is { } at)
        {
            var record = decision.Loaded.At(at)!;
            changes.Journal.Add(Entry(at, record.Id, JournalAction.Adopted, decision.Item.Reason) with { NewValue = Whole(record.Value) });
        }
        else if (now.Link is null || decision.Item.RejoinedAt is not null)
        {
            changes.Journal.Add(Entry(Side.First, now.First!.Id, JournalAction.Linked, decision.Because ?? decision.Item.Reason) with { NewValue = $"\"{now.Second!.Id.Value}\"" });
        }

        if (decision.CreateAt is null)
            AddWrites(changes, outcome);
    }

    /// <summary>The changed fields alone, for records that are not linked yet.</summary>
    public void AddWrites(StoreChanges changes, Outcome<T> outcome)
    {
        var decision = outcome.Decision;
        foreach (var side in new[] { Side.First, Side.Second })
        {
            // A write whose answer is missing may have been carried out: what it would have overwritten is kept too.
            if ((outcome.Stored(side)?.Value ?? outcome.Doubtful(side)) is not { } written)
                continue;
            var before = decision.Loaded.At(side)!;
            var why = decision.Because ?? (decision.DeletedAt is { } gone ? Reasons.DeletedIn(context.NameOf(gone)) : Reasons.ValueOf(context.NameOf(side == Side.First ? Side.Second : Side.First)));
            var reason = outcome.Stored(side) is null ? Reasons.InDoubt(why) : why;
            foreach (var field in decision.Writes(side))
            {
                changes.Journal.Add(Entry(side, before.Id, JournalAction.Updated, reason) with
                {
                    Field = field.Name,
                    OldValue = hasher.Json(field, before.Value),
                    NewValue = hasher.Json(field, written),
                });
            }
        }
    }

    private string Whole(T record)
    {
        var json = new StringBuilder("{");
        foreach (var field in comparer.Fields)
        {
            if (json.Length > 1)
                json.Append(',');
            json.Append('"').Append(field.Name).Append("\":").Append(hasher.Json(field, record));
        }

        return json.Append('}').ToString();
    }

    private JournalEntry Entry(Side side, RemoteId id, JournalAction action, string reason) =>
        new(context.Pair, context.Run, T.Kind, side, id, action, context.Now, reason);
}
