namespace ErpSync.Passes;

/// <content>What single records point to.</content>
internal sealed partial class KindPass<T>
{
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
