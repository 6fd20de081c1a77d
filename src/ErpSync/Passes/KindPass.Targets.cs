using ErpSync.Deciding;

namespace ErpSync.Passes;

/// <content>What single records point to, and what a run was told to keep.</content>
internal sealed partial class KindPass<T>
{
    /// <summary>What the run was told to keep; null in ordinary runs.</summary>
    private PersonsWord? Word => context.Keep is { } keep ? new PersonsWord(keep, []) { IsOnAll = true } : null;

    public async Task<IReadOnlyCollection<Ref>> ReadPointersAsync(Side side, IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken)
    {
        var finder = context[side].Get<IFinder<T>>();
        var pointers = new HashSet<Ref>();
        await foreach (var result in finder.FindAsync(ids, cancellationToken))
        {
            if (result.Record is { } record)
                pointers.UnionWith(policy.Shape.Refs(record.Value));
        }

        return pointers;
    }
}
