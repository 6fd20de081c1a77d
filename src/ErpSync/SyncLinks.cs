using System.Globalization;
using System.Runtime.CompilerServices;

namespace ErpSync;

/// <summary>The links behind <see cref="ISyncLinks"/>.</summary>
internal sealed class SyncLinks(EngineSetup setup, ISyncStore store, TimeProvider clock) : ISyncLinks
{
    public async IAsyncEnumerable<MatchProposal> ProposeAsync(string pair, EntityKind kind, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (context, kinds) = await setup.OpenAsync(Request(pair, kind), null, run: 0, lease: null, cancellationToken);
        foreach (var proposal in await kinds[0].Open(context).Links.ProposeAsync(cancellationToken))
            yield return proposal;
    }

    public Task<LinkingReport> AcceptAsync(string pair, IReadOnlyCollection<MatchProposal> proposals, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(proposals);
        var kinds = proposals.Select(proposal => proposal.Kind).Distinct().ToList();
        return kinds.Count == 1
            ? WorkAsync(pair, kinds[0], (links, token) => AcceptAsync(links, proposals, token), cancellationToken)
            : throw new ArgumentException("Give the proposals of one kind at a time.", nameof(proposals));
    }

    public Task<LinkingReport> AcceptAsync(string pair, Acceptance acceptance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        return WorkAsync(pair, acceptance.Kind, async (links, token) =>
        {
            var wanted = (await links.ProposeAsync(token)).Where(proposal =>
                proposal.Score >= acceptance.MinScore && (acceptance.IncludeAmbiguous || !proposal.IsAmbiguous) && acceptance.Where?.Invoke(proposal) != false);
            return await AcceptAsync(links, wanted, token);
        }, cancellationToken);
    }

    public Task RejectAsync(string pair, EntityKind kind, RemoteId first, RemoteId second, CancellationToken cancellationToken = default) =>
        SetAsync(pair, kind,
        [
            (PairNotes.Key(PairNotes.RejectedPrefix, kind, first, second), clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)),
            (PairNotes.Key(PairNotes.ApartPrefix, kind, first, second), null), // nothing is to be kept for the two any more
        ], cancellationToken);

    public async Task<bool> TakeBackAsync(string pair, EntityKind kind, RemoteId first, RemoteId second, CancellationToken cancellationToken = default)
    {
        var key = PairNotes.Key(PairNotes.RejectedPrefix, kind, first, second);
        await OpenAsync(pair, kind, cancellationToken);
        if (await store.GetTextAsync(pair, key, cancellationToken) is null)
            return false;
        await SetAsync(pair, kind, [(key, null)], cancellationToken);
        return true;
    }

    public async Task<IReadOnlyList<RejectedProposal>> ReadRejectedAsync(string pair, EntityKind kind, CancellationToken cancellationToken = default)
    {
        await OpenAsync(pair, kind, cancellationToken);
        var prefix = $"{PairNotes.RejectedPrefix}{kind.Name}/";
        return [.. (await store.ReadTextsAsync(pair, prefix, cancellationToken))
            .Select(text => (Ids: text.Key[prefix.Length..].Split('\n'), text.Value))
            .Select(text => new RejectedProposal(kind, new RemoteId(text.Ids[0]), new RemoteId(text.Ids[1]), DateTimeOffset.Parse(text.Value, CultureInfo.InvariantCulture)))
            .OrderBy(rejected => rejected.At).ThenBy(rejected => rejected.FirstId).ThenBy(rejected => rejected.SecondId)];
    }

    public Task<AdoptReport> AdoptAsync(string pair, EntityKind kind, AdoptSource source, bool apply = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return apply ? WorkAsync(pair, kind, (links, token) => links.AdoptAsync(source, apply: true, token), cancellationToken) : DryRunAsync(pair, kind, source, cancellationToken);
    }

    public async Task<IReadOnlyList<RebuildReport>> RebuildAsync(string pair, IReadOnlyCollection<EntityKind>? kinds = null, CancellationToken cancellationToken = default)
    {
        var reports = new List<RebuildReport>();
        var run = await setup.RunAsync(new SyncRequest(pair) { Kinds = kinds ?? [], Full = true }, null, async (kind, _, token) =>
        {
            reports.Add(await kind.Links.RebuildAsync(token));
            return new KindReport(kind.Kind);
        }, cancellationToken, RunPurpose.Link);
        return [.. run.Kinds.Select(kind => reports.Find(report => report.Kind == kind.Kind) ?? new RebuildReport(kind.Kind) { Problem = kind.Problem })];
    }

    public async Task<int> ReleaseAsync(string pair, EntityKind kind, string connection, IReadOnlyCollection<RemoteId>? ids = null, CancellationToken cancellationToken = default)
    {
        var side = setup.Pair(pair).SideOf(connection);
        await OpenAsync(pair, kind, cancellationToken);
        var keys = ids?.Select(id => Passes.Unplaced.Key(kind, side, id)).ToHashSet(StringComparer.Ordinal);
        var prefix = Passes.Unplaced.Key(kind, side, new RemoteId(""));
        var released = (await store.ReadTextsAsync(pair, prefix, cancellationToken)).Where(text => keys?.Contains(text.Key) != false).Select(text => (text.Key, (string?)null)).ToList();
        if (released.Count > 0)
            await SetAsync(pair, kind, released, cancellationToken);
        return released.Count;
    }

    private static SyncRequest Request(string pair, EntityKind kind) => new(pair) { Kinds = [kind] };

    private static Task<LinkingReport> AcceptAsync(IKindLinks links, IEnumerable<MatchProposal> proposals, CancellationToken cancellationToken)
    {
        var firsts = new HashSet<RemoteId>();
        var seconds = new HashSet<RemoteId>();
        var pairs = new List<(RemoteId First, RemoteId Second, string Reason)>();
        foreach (var proposal in proposals.OrderByDescending(proposal => proposal.Score))
        {
            if (firsts.Contains(proposal.FirstId) || seconds.Contains(proposal.SecondId))
                continue; // the better one was accepted
            firsts.Add(proposal.FirstId);
            seconds.Add(proposal.SecondId);
            pairs.Add((proposal.FirstId, proposal.SecondId, Reasons.Accepted(proposal.Reason)));
        }

        return links.LinkAsync(pairs, cancellationToken);
    }

    private async Task<AdoptReport> DryRunAsync(string pair, EntityKind kind, AdoptSource source, CancellationToken cancellationToken)
    {
        var (context, kinds) = await setup.OpenAsync(Request(pair, kind), null, run: 0, lease: null, cancellationToken);
        return await kinds[0].Open(context).Links.AdoptAsync(source, apply: false, cancellationToken);
    }

    /// <summary>Works on the links of a kind while no run of the pair does.</summary>
    private async Task<TResult> WorkAsync<TResult>(string pair, EntityKind kind, Func<IKindLinks, CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
        where TResult : class
    {
        TResult? result = null;
        var run = await setup.RunAsync(Request(pair, kind), null, async (pass, _, token) =>
        {
            result = await work(pass.Links, token);
            return new KindReport(kind);
        }, cancellationToken, RunPurpose.Link);
        return result ?? throw new ConnectorException(run.Kinds[0].Problem!);
    }

    private async Task OpenAsync(string pair, EntityKind kind, CancellationToken cancellationToken)
    {
        setup.Pair(pair).Kind(kind);
        await store.OpenAsync(cancellationToken);
    }

    private async Task SetAsync(string pair, EntityKind kind, IReadOnlyList<(string Key, string? Text)> texts, CancellationToken cancellationToken)
    {
        await OpenAsync(pair, kind, cancellationToken);
        var changes = new StoreChanges();
        foreach (var (key, text) in texts)
            changes.Texts.Add((pair, key, text));
        await store.CommitAsync(changes, cancellationToken);
    }
}
