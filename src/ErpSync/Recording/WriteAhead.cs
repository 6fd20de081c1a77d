using ErpSync.Deciding;
using ErpSync.Matching;
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
    private readonly Dictionary<(RemoteId First, RemoteId Second), SyncProblem> _unsettled = [];

    private static string Key => $"ahead/{T.Kind.Name}";

    /// <summary>What an earlier pass has left.</summary>
    public IReadOnlyCollection<PlannedWrite> Open => _open.Values;

    /// <summary>Says why it could not be looked up what became of a noted write. Its note stays, and nothing is decided for the two records in this pass: their bases may be those of before the write.</summary>
    public void Leave((RemoteId First, RemoteId Second) records, SyncProblem problem) => _unsettled[records] = problem;

    /// <summary>Why nothing may be decided for the records of a work item; null when it may.</summary>
    public SyncProblem? Unsettled(WorkItem item) =>
        _unsettled.Count > 0 && item is { First: { } first, Second: { } second } ? _unsettled.GetValueOrDefault((first, second)) : null;

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
        if (!records.Any(record => _open.ContainsKey(record) && !_unsettled.ContainsKey(record)))
            return;
        var left = _open.Where(entry => !records.Contains(entry.Key) || _unsettled.ContainsKey(entry.Key)).Select(entry => entry.Value).ToList();
        changes.Texts.Add((context.Pair, Key, left.Count == 0 ? null : PlannedWrite.Write(left)));
    }

    public void Forget(IEnumerable<(RemoteId, RemoteId)> records)
    {
        foreach (var record in records.Where(record => !_unsettled.ContainsKey(record)))
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
