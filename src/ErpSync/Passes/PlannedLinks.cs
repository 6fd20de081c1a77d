using ErpSync.Reading;

namespace ErpSync;

/// <summary>
/// The links that a run would make, as far as a plan or an inspection has come: without them everything that points at a record which is not linked yet
/// would look different. Ids only, packed in a <see cref="Scratch"/>.
/// </summary>
internal sealed class PlannedLinks : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly PackedTexts _texts;
    private readonly Dictionary<(EntityKind Kind, Side Side), TextIndex> _ends = [];

    public PlannedLinks() => _texts = new PackedTexts(_scratch);

    public void AddMatch(EntityKind kind, RemoteId first, RemoteId second)
    {
        var (one, other) = (_texts.Add(first.Value), _texts.Add(second.Value));
        Ends(kind, Side.First).Add(one, other);
        Ends(kind, Side.Second).Add(other, one);
    }

    /// <summary>Notes that a record would be created at the other side, under an id that nobody knows yet.</summary>
    public void AddCreate(EntityKind kind, Side source, RemoteId id) => Ends(kind, source).Add(_texts.Add(id.Value), PackedTexts.None);

    public bool TryFind(EntityKind kind, Side side, RemoteId id, out RemoteId? other)
    {
        other = null;
        if (!_ends.TryGetValue((kind, side), out var ends) || ends.Find(id.Value) is not { IsEmpty: false } found)
            return false;
        if (_texts.Read(found.Rows().Last()) is { } text)
            other = new RemoteId(text);
        return true;
    }

    public void Dispose() => _scratch.Dispose();

    private TextIndex Ends(EntityKind kind, Side side)
    {
        if (!_ends.TryGetValue((kind, side), out var ends))
            _ends[(kind, side)] = ends = new TextIndex(_texts, _scratch);
        return ends;
    }
}
