namespace ErpSync;

/// <summary>
/// The links that a run would make, as far as a plan or an inspection has come: without them everything that points at a record which is not linked yet
/// would look different. Ids only.
/// </summary>
internal sealed class PlannedLinks
{
    private readonly Dictionary<(EntityKind Kind, Side Side, RemoteId Id), RemoteId?> _ends = [];

    public void AddMatch(EntityKind kind, RemoteId first, RemoteId second)
    {
        _ends[(kind, Side.First, first)] = second;
        _ends[(kind, Side.Second, second)] = first;
    }

    /// <summary>Notes that a record would be created at the other side, under an id that nobody knows yet.</summary>
    public void AddCreate(EntityKind kind, Side source, RemoteId id) => _ends[(kind, source, id)] = null;

    public bool TryFind(EntityKind kind, Side side, RemoteId id, out RemoteId? other) => _ends.TryGetValue((kind, side, id), out other);
}
