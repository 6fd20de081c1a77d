namespace ErpSync;

/// <summary>What became of the entries of an undo while it is carried out.</summary>
internal sealed class UndoLedger(string because)
{
    private readonly List<RefusedUndo> _refused = [];

    /// <summary>The reason that the journal gets.</summary>
    public string Because => because;

    public IReadOnlyList<RefusedUndo> Refused => _refused;

    public void Refuse(UndoEntry entry, SyncProblem problem) => _refused.Add(new RefusedUndo(entry, problem with { Connection = entry.Connection, EntityKind = entry.Kind, Id = entry.Id, Field = entry.Field }));
}
