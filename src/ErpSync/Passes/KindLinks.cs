using ErpSync.Matching;

namespace ErpSync.Passes;

/// <summary>Proposals, adoption and rebuilding of the links of one kind.</summary>
internal sealed class KindLinks<T>(PassContext context, KindPolicy<T> policy) : IKindLinks
    where T : class, IEntity
{
    private const int MostProblems = 1000;

    public async Task<IReadOnlyList<MatchProposal>> ProposeAsync(CancellationToken cancellationToken)
    {
        using var rooms = new KindRooms<T>(context, Without(policy));
        var proposals = new Proposals<T>(context, rooms, policy.LinkFrom);
        var sides = await ReadSides<T>.ReadAsync(context, rooms, LinkChoice.Pending, cancellationToken);
        return await proposals.FindAsync(sides.Items, cancellationToken);
    }

    public async Task<LinkingReport> LinkAsync(IReadOnlyList<(RemoteId First, RemoteId Second, string Reason)> pairs, CancellationToken cancellationToken)
    {
        using var rooms = new KindRooms<T>(context, policy);
        var items = pairs.Select(pair => new WorkItem(0, pair.First, pair.Second) { Reason = pair.Reason }).ToList();
        var results = await new Linker<T>(context, rooms).LinkAsync(items, store: true, cancellationToken);
        return new LinkingReport(T.Kind)
        {
            Linked = results.Count(result => result.Status == LinkStatus.Linked),
            Differing = results.Count(result => result.Differs),
            AlreadyLinked = results.Count(result => result.Status == LinkStatus.AlreadyLinked),
            Problems = [.. results.Select(result => result.Status == LinkStatus.Taken ? Taken(result.Item) : result.Problem).OfType<SyncProblem>().Take(MostProblems)],
        };
    }

    public async Task<AdoptReport> AdoptAsync(AdoptSource source, bool apply, CancellationToken cancellationToken)
    {
        using var rooms = new KindRooms<T>(context, policy);
        return await new Adopter<T>(context, rooms).AdoptAsync(source, apply, cancellationToken);
    }

    public async Task<RebuildReport> RebuildAsync(CancellationToken cancellationToken)
    {
        using var rooms = new KindRooms<T>(context, Without(policy));
        return await new Rebuilder<T>(context, rooms).RebuildAsync(cancellationToken);
    }

    private SyncProblem Taken(WorkItem item) => new(ProblemKind.Duplicate, "link.taken", $"{item.First} of {context.First.Name} or {item.Second} of {context.Second.Name} is linked with another record.")
    {
        Connection = context.First.Name,
        EntityKind = T.Kind,
        Id = item.First,
        Remedy = "Remove the existing link first if it is wrong.",
    };

    /// <summary>The policies without links made by likeness: those are told apart here.</summary>
    private static KindPolicy<T> Without(KindPolicy<T> policy) => policy with { LinkFrom = null };
}
