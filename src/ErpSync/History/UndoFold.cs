using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync;

/// <summary>
/// Folds journal entries into what undoes them: consecutive writes of a field become one step back, and a chain ends where somebody else edited in between.
/// </summary>
internal sealed class UndoFold(PairDefinition pair)
{
    private readonly List<UndoEntry> _entries = [];
    private readonly List<(JournalEntry Entry, SyncProblem Problem)> _irreversible = [];

    public IReadOnlyList<UndoEntry> Entries => _entries;

    public IReadOnlyList<(JournalEntry Entry, SyncProblem Problem)> Irreversible => _irreversible;

    /// <summary>Takes all entries of the scope, oldest first.</summary>
    public void Take(IEnumerable<JournalEntry> entries)
    {
        foreach (var record in entries.GroupBy(entry => (entry.Kind, entry.Side, entry.Id)))
            TakeRecord([.. record]);
    }

    private void TakeRecord(List<JournalEntry> entries)
    {
        var life = entries.FindLast(entry => entry.Action is JournalAction.Created or JournalAction.Deleted);
        var wasCreated = entries.Exists(entry => entry.Action == JournalAction.Created);
        if (life?.Action == JournalAction.Created)
            TakeCreated(life, entries);
        else if (life?.Action == JournalAction.Deleted && !wasCreated)
            TakeDeleted(life);
        if (life is null)
        {
            foreach (var field in entries.Where(entry => entry is { Action: JournalAction.Updated, Field: not null }).GroupBy(entry => entry.Field, StringComparer.Ordinal))
                TakeField([.. field]);
        }

        TakeLinks(entries);
        foreach (var erased in entries.Where(entry => entry.Action is JournalAction.Erased || !Enum.IsDefined(entry.Action)))
            Refuse(erased, new SyncProblem(ProblemKind.NotFound, "undo.erased", "The values were erased from the journal."));
    }

    private void TakeCreated(JournalEntry created, List<JournalEntry> entries)
    {
        if (Corrections.For(created.Kind) is { } step)
        {
            Refuse(created, new SyncProblem(ProblemKind.Unsupported, "undo.document", $"A document is not deleted once it was created ({created.Kind.Name:kind}).") { Remedy = step });
            return;
        }

        var expected = Object(created.NewValue);
        foreach (var update in entries.Where(entry => entry.Number > created.Number && entry is { Action: JournalAction.Updated, Field: not null }))
            expected[update.Field!] = update.NewValue is null ? null : JsonNode.Parse(update.NewValue);
        _entries.Add(New(UndoAction.Delete, created) with { Expected = expected.ToJsonString(), Numbers = [.. entries.Select(entry => entry.Number)] });
    }

    private void TakeDeleted(JournalEntry deleted)
    {
        if (deleted.OldValue is null)
            Refuse(deleted, new SyncProblem(ProblemKind.NotFound, "undo.unknown-content", "The journal does not have what the record held.") { Remedy = "Restore it from a backup of the system." });
        else
            _entries.Add(New(UndoAction.Recreate, deleted) with { Back = deleted.OldValue, Numbers = [deleted.Number] });
    }

    /// <summary>The newest write first; an older one joins while its new value is the old value of the one behind it.</summary>
    private void TakeField(List<JournalEntry> writes)
    {
        var last = writes[^1];
        var back = last.OldValue;
        var numbers = new List<long> { last.Number };
        for (var i = writes.Count - 2; i >= 0; i--)
        {
            if (!string.Equals(writes[i].NewValue, back, StringComparison.Ordinal))
            {
                Refuse(writes[i], new SyncProblem(ProblemKind.Stale, "undo.edited-between", "Somebody edited the field between this write and the next one; that edit would be lost."));
                continue;
            }

            back = writes[i].OldValue;
            numbers.Insert(0, writes[i].Number);
        }

        if (back is null || last.NewValue is null)
            Refuse(last, new SyncProblem(ProblemKind.NotFound, "undo.unknown-content", "The journal does not have the old value."));
        else if (!string.Equals(back, last.NewValue, StringComparison.Ordinal))
            _entries.Add(New(UndoAction.SetBack, last) with { Field = last.Field, Expected = last.NewValue, Back = back, Numbers = numbers });
    }

    private void TakeLinks(List<JournalEntry> entries)
    {
        var last = entries.FindLast(entry => entry.Action is JournalAction.Linked or JournalAction.Adopted or JournalAction.Unlinked);
        if (last is null)
            return;
        var first = entries.Find(entry => entry.Action is JournalAction.Linked or JournalAction.Adopted or JournalAction.Unlinked)!;
        var isLink = last.Action != JournalAction.Unlinked;
        if (isLink == (first.Action == JournalAction.Unlinked))
            return; // linked and unlinked again, or the other way round: nothing is left of it
        if (OtherId(isLink ? last.NewValue : last.OldValue) is { } other)
            _entries.Add(New(isLink ? UndoAction.Unlink : UndoAction.Link, last) with { OtherId = other, Numbers = [last.Number] });
        else
            Refuse(last, new SyncProblem(ProblemKind.NotFound, "undo.unknown-partner", $"The journal does not say what it was linked with: {Texts.SyncTexts.Shipped.Reason(last.Reason, "en"):reason}.") { Remedy = "Link it by hand." });
    }

    private UndoEntry New(UndoAction action, JournalEntry entry) => new(action, entry.Kind, entry.Side == Side.First ? pair.First : pair.Second, entry.Id);

    private void Refuse(JournalEntry entry, SyncProblem problem) => _irreversible.Add((entry, problem));

    private static JsonObject Object(string? json) => json is null ? [] : JsonNode.Parse(json) as JsonObject ?? [];

    private static RemoteId? OtherId(string? json)
    {
        if (json is null)
            return null;
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.String ? new RemoteId(document.RootElement.GetString()!) : null;
    }
}
