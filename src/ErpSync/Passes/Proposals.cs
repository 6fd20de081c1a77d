using ErpSync.Matching;
using ErpSync.Reading;

namespace ErpSync.Passes;

/// <summary>Listens while both sides are read, and proposes which of the records without a link belong together.</summary>
internal sealed class Proposals<T>
    where T : class, IEntity
{
    private readonly PassContext _context;
    private readonly KindRooms<T> _rooms;
    private readonly decimal? _linkFrom;
    private readonly HintMaker<T> _hints;
    private readonly Dictionary<RemoteId, HintedRecord> _firsts = [];
    private readonly Dictionary<RemoteId, HintedRecord> _seconds = [];
    private readonly string[] _keyNames;

    public Proposals(PassContext context, KindRooms<T> rooms, decimal? linkFrom)
    {
        _context = context;
        _rooms = rooms;
        _linkFrom = linkFrom;
        _hints = new HintMaker<T>(rooms.Policy, rooms.Keys, rooms.Hasher);
        _keyNames = [.. rooms.Policy.Keys.Select(key => key.Name)];
        rooms.FirstReader.Unlinked = record => _firsts[record.Id] = _hints.Make(record);
        rooms.SecondReader.Unlinked = record => _seconds[record.Id] = _hints.Make(record);
    }

    /// <summary>What was matched by key or token, then what looks alike, best first.</summary>
    public async Task<IReadOnlyList<MatchProposal>> FindAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        var rejected = (await _context.Store.ReadTextsAsync(_context.Pair, $"{PairNotes.RejectedPrefix}{T.Kind.Name}/", cancellationToken)).Select(text => text.Key).ToHashSet(StringComparer.Ordinal);
        var proposals = items.Where(item => item is { IsMatch: true, Held: null }).Select(Certain).ToList();
        var firsts = Free(items, Side.First);
        var seconds = Free(items, Side.Second);
        var owners = await OwnersAsync(seconds, cancellationToken);
        var scorer = new PairScorer<T>(_keyNames, _rooms.Policy.Shape.Hints);
        var similar = Enumerable.Range(0, _rooms.Policy.Shape.Hints.Count).Where(i => _rooms.Policy.Shape.Hints[i].Style == HintStyle.Similar).ToList();
        var proposer = new Proposer<T>(scorer, _hints.Keys + _rooms.Policy.Shape.Hints.Count, similar, (one, other) =>
            HaveSameOwner(one, other, owners) && !rejected.Contains(PairNotes.Key(PairNotes.RejectedPrefix, T.Kind, one.Id, other.Id)));
        proposals.AddRange(proposer.Propose(firsts, seconds).Select(pair => Proposal(scorer, firsts[pair.First], seconds[pair.Second], pair)));
        return proposals;
    }

    /// <summary>Makes one item of two that are surely the same by policy.</summary>
    public async Task<IReadOnlyList<WorkItem>> JoinAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        var joins = (await FindAsync(items, cancellationToken)).Where(proposal => proposal.IsByPolicy && _firsts.ContainsKey(proposal.FirstId)).ToList();
        var firsts = joins.ToDictionary(proposal => proposal.FirstId);
        var seconds = joins.Select(proposal => proposal.SecondId).ToHashSet();
        return
        [
            .. items.Where(item => !(item is { IsLinked: false, First: null, Second: { } second } && seconds.Contains(second)))
                .Select(item => item is { IsLinked: false, Second: null, First: { } first } && firsts.TryGetValue(first, out var join)
                    ? item with { Second = join.SecondId, Held = null, Candidates = [], Reason = Reasons.Proposed(join.Reason, join.Score) }
                    : item),
        ];
    }

    private MatchProposal Proposal(PairScorer<T> scorer, HintedRecord one, HintedRecord other, ScoredPair pair)
    {
        var (reason, against) = scorer.InWords(one, other);
        return new MatchProposal(T.Kind, one.Id, other.Id, pair.Score)
        {
            FirstLabel = one.Label,
            SecondLabel = other.Label,
            Reason = reason,
            Against = against,
            IsAmbiguous = pair.IsAmbiguous,
            IsByPolicy = !pair.IsAmbiguous && pair.Score >= _linkFrom,
        };
    }

    private MatchProposal Certain(WorkItem item) => new(T.Kind, item.First!.Value, item.Second!.Value, 1m)
    {
        FirstLabel = _firsts.GetValueOrDefault(item.First.Value)?.Label ?? item.Label,
        SecondLabel = _seconds.GetValueOrDefault(item.Second.Value)?.Label ?? item.Label,
        Reason = _context.Texts.Reason(item.Reason),
        IsByPolicy = true,
    };

    /// <summary>The records that nothing has matched; those whose owner has no link cannot be placed.</summary>
    private List<HintedRecord> Free(IReadOnlyList<WorkItem> items, Side side)
    {
        var records = side == Side.First ? _firsts : _seconds;
        return [.. items.Where(item => item is { IsLinked: false, IsMatch: false, IsSilent: false }).Select(item => item.IdAt(side)).OfType<RemoteId>().Select(records.GetValueOrDefault).OfType<HintedRecord>()];
    }

    private async Task<IRefTranslator?> OwnersAsync(List<HintedRecord> seconds, CancellationToken cancellationToken) =>
        _rooms.Policy.Shape.Ownership is null ? null : await new RefResolver(_context).LoadAsync(Side.Second, seconds.Select(record => record.Owner).OfType<Ref>(), cancellationToken);

    private static bool HaveSameOwner(HintedRecord one, HintedRecord other, IRefTranslator? owners) =>
        owners is null || one.Owner is not { } mine || other.Owner is not { } theirs || owners.Translate(theirs) == mine;
}
