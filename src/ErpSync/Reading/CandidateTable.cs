using System.Diagnostics.CodeAnalysis;

namespace ErpSync.Reading;

/// <summary>
/// The unlinked records of one side, by id, in the order in which they were read. There may be as many as the system has records, so they are kept packed in a <see cref="Scratch"/>,
/// some sixty bytes each, and made anew when they are asked for. What does not fit the packed form is kept as it is.
/// </summary>
internal sealed class CandidateTable
{
    private readonly Scratch _scratch;
    private readonly PackedTexts _texts;
    private readonly Rows<Row> _rows;
    private readonly Rows<int> _keys;
    private readonly TextIndex _byId;
    private readonly List<EntityKind> _kinds = [];
    private readonly Dictionary<int, Candidate> _whole = [];

    public CandidateTable(Scratch scratch)
    {
        _scratch = scratch;
        _texts = new PackedTexts(scratch);
        _rows = new Rows<Row>(scratch);
        _keys = new Rows<int>(scratch);
        _byId = new TextIndex(_texts, scratch);
    }

    public int Count { get; private set; }

    public IEnumerable<RemoteId> Keys => Present().Select(row => new RemoteId(_texts.Read(_rows[row].Id)!));

    public IEnumerable<Candidate> Values => Present().Select(At);

    /// <summary>Adds a candidate or replaces the one with its id, at its place.</summary>
    public Candidate this[RemoteId id]
    {
        set
        {
            var row = Find(id);
            if (row >= 0)
            {
                _whole.Remove(row);
                _rows[row] = Pack(value);
            }
            else
            {
                row = _rows.Add(Pack(value));
                _byId.Add(_rows[row].Id, row);
                Count++;
            }

            if (!IsSame(value, Unpack(row)))
                _whole[row] = value;
        }
    }

    public bool ContainsKey(RemoteId id) => Find(id) >= 0;

    public bool TryGetValue(RemoteId id, [MaybeNullWhen(false)] out Candidate candidate)
    {
        var row = Find(id);
        candidate = row < 0 ? null : At(row);
        return row >= 0;
    }

    public bool Remove(RemoteId id) => Remove(id, out _);

    public bool Remove(RemoteId id, [MaybeNullWhen(false)] out Candidate candidate)
    {
        if (!TryGetValue(id, out candidate))
            return false;
        var row = Find(id);
        _rows[row] = _rows[row] with { IsGone = true };
        Count--;
        return true;
    }

    public void Clear()
    {
        Count = 0;
        _rows.Clear();
        _keys.Clear();
        _texts.Clear();
        _byId.Clear();
        _whole.Clear();
    }

    /// <summary>The candidate of a row, removed or not.</summary>
    public Candidate At(int row) => _whole.GetValueOrDefault(row) ?? Unpack(row);

    /// <summary>The candidates that are there, grouped by one of their keys.</summary>
    public TextIndex IndexByKey(int level)
    {
        var index = new TextIndex(_texts, _scratch);
        foreach (var number in Present())
        {
            var row = _rows[number];
            if (level < row.KeyCount && _keys[row.FirstKey + level] is var key and not PackedTexts.None)
                index.Add(key, number);
        }

        return index;
    }

    /// <summary>The text behind a number that <see cref="IndexByKey"/> tells.</summary>
    public string Text(int number) => _texts.Read(number)!;

    private IEnumerable<int> Present()
    {
        for (var row = 0; row < _rows.Count; row++)
        {
            if (!_rows[row].IsGone)
                yield return row;
        }
    }

    private int Find(RemoteId id)
    {
        foreach (var row in _byId.Find(id.Value).Rows())
        {
            if (!_rows[row].IsGone)
                return row;
        }

        return -1;
    }

    private Row Pack(Candidate candidate)
    {
        var row = new Row
        {
            Id = _texts.Add(candidate.Id.Value),
            FirstKey = _keys.Count,
            KeyCount = candidate.Keys.Length,
            Label = PackedTexts.None,
            OwnerId = PackedTexts.None,
            WaitsForOwner = candidate.WaitsForOwner,
            FollowsOwner = candidate.FollowsOwner,
            NewbornAt = candidate.NewbornAt,
        };
        foreach (var key in candidate.Keys)
            _keys.Add(_texts.Add(key));
        row.Label = candidate.Keys.Length > 0 && candidate.Label == candidate.Keys[0] ? _keys[row.FirstKey]
            : candidate.Label == candidate.Id.Value ? row.Id
            : _texts.Add(candidate.Label);
        if (candidate.Owner is not { } owner)
            return row;
        row.OwnerId = _texts.Add(owner.Id.Value);
        row.OwnerKind = _kinds.IndexOf(owner.Kind);
        if (row.OwnerKind >= 0)
            return row;
        row.OwnerKind = _kinds.Count;
        _kinds.Add(owner.Kind);
        return row;
    }

    private Candidate Unpack(int number)
    {
        var row = _rows[number];
        var keys = new string?[row.KeyCount];
        for (var level = 0; level < keys.Length; level++)
            keys[level] = _texts.Read(_keys[row.FirstKey + level]);
        return new Candidate(new RemoteId(_texts.Read(row.Id)!), keys, _texts.Read(row.Label)!)
        {
            WaitsForOwner = row.WaitsForOwner,
            FollowsOwner = row.FollowsOwner,
            NewbornAt = row.NewbornAt,
            Owner = row.OwnerId == PackedTexts.None ? null : new Ref(_kinds[row.OwnerKind], new RemoteId(_texts.Read(row.OwnerId)!)),
        };
    }

    /// <summary>Compares every property, those too that this table knows nothing of.</summary>
    private static bool IsSame(Candidate one, Candidate other) => one.Keys.AsSpan().SequenceEqual(other.Keys) && one == other with { Keys = one.Keys };

    private record struct Row
    {
        public int Id;
        public int FirstKey;
        public int KeyCount;
        public int Label;
        public int OwnerId;
        public int OwnerKind;
        public Side? NewbornAt;
        public bool WaitsForOwner;
        public bool FollowsOwner;
        public bool IsGone;
    }
}
