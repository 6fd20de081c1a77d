using ErpSync.Deciding;
using ErpSync.Reading;

namespace ErpSync.Recording;

/// <summary>
/// Notes updates in the store before they are sent, and forgets them in the transaction that records them. What is found at the beginning of a pass was cut off: its
/// journal is made up for, and quantities that were merged by difference are not counted twice.
/// </summary>
internal sealed class WriteAhead<T>(PassContext context, RecordHasher hasher)
    where T : class, IEntity
{
    private readonly Dictionary<(RemoteId First, RemoteId Second), PlannedWrite> _open = [];

    private static string Key => $"ahead/{T.Kind.Name}";

    /// <summary>What an earlier pass has left.</summary>
    public IReadOnlyCollection<PlannedWrite> Open => _open.Values;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await context.Store.GetTextAsync(context.Pair, Key, cancellationToken) is not { } text)
            return;
        foreach (var write in PlannedWrite.Read(text))
            _open[(write.First, write.Second)] = write;
    }

    /// <summary>Notes the updates of decisions, durably.</summary>
    public async Task NoteAsync(IEnumerable<Decision<T>> decisions, CancellationToken cancellationToken)
    {
        var noted = false;
        foreach (var decision in decisions.Where(decision => decision is { CreateAt: null, Loaded: { First: not null, Second: not null } } && decision.FirstWrites.Count + decision.SecondWrites.Count > 0))
        {
            var write = Plan(decision);
            _open[(write.First, write.Second)] = write;
            noted = true;
        }

        if (!noted)
            return;
        var changes = new StoreChanges { Lease = context.Lease };
        changes.Texts.Add((context.Pair, Key, PlannedWrite.Write(_open.Values)));
        await context.Store.CommitAsync(changes, cancellationToken);
    }

    /// <summary>Takes notes out in the transaction that records what became of them; and the memory of them once it was committed.</summary>
    public void Forget(StoreChanges changes, IReadOnlyCollection<(RemoteId, RemoteId)> records)
    {
        if (!records.Any(_open.ContainsKey))
            return;
        var left = _open.Where(entry => !records.Contains(entry.Key)).Select(entry => entry.Value).ToList();
        changes.Texts.Add((context.Pair, Key, left.Count == 0 ? null : PlannedWrite.Write(left)));
    }

    public void Forget(IEnumerable<(RemoteId, RemoteId)> records)
    {
        foreach (var record in records)
            _open.Remove(record);
    }

    private PlannedWrite Plan(Decision<T> decision)
    {
        var loaded = decision.Loaded;
        return new PlannedWrite(context.Run, loaded.First!.Id, loaded.Second!.Id)
        {
            FirstFields = [.. decision.FirstWrites.Select(field => Plan(field, loaded.First.Value, decision.WantedFirst!))],
            SecondFields = [.. decision.SecondWrites.Select(field => Plan(field, loaded.Second.Value, decision.WantedSecondInFirst!))],
        };
    }

    private PlannedField Plan(Field<T> field, T now, T wanted) => new(field.Name, hasher.Json(field, now), hasher.Json(field, wanted), field.Merge == MergeStyle.Difference);
}
