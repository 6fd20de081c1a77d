namespace ErpSync.Passes;

/// <summary>Completes a run over single records by the records they point to that are not linked yet, so that an order brings its customer along.</summary>
internal static class Targets
{
    /// <returns>The kinds that have something to do, in their order; all of them where nothing was named.</returns>
    public static async Task<IReadOnlyList<KindDefinition>> CompleteAsync(PassContext context, IReadOnlyList<KindDefinition> kinds, CancellationToken cancellationToken)
    {
        if (context.Only is not { } only)
            return kinds;
        var waiting = new Queue<(EntityKind Kind, Side Side, IReadOnlyCollection<RemoteId> Ids)>(only.Select(item => (item.Key.Kind, item.Key.Side, (IReadOnlyCollection<RemoteId>)[.. item.Value])));
        while (waiting.TryDequeue(out var next))
        {
            if (kinds.FirstOrDefault(kind => kind.Kind == next.Kind) is not { } definition)
                continue;
            var pointers = await definition.Open(context).ReadPointersAsync(next.Side, next.Ids, cancellationToken);
            foreach (var group in pointers.Where(pointer => !pointer.IsForeign && kinds.Any(kind => kind.Kind == pointer.Kind)).GroupBy(pointer => pointer.Kind))
            {
                var fresh = await UnlinkedAsync(context, group.Key, next.Side, [.. group.Select(pointer => pointer.Id).Distinct()], cancellationToken);
                if (!only.TryGetValue((group.Key, next.Side), out var known))
                    only[(group.Key, next.Side)] = known = [];
                fresh.RemoveAll(id => !known.Add(id));
                if (definition.BringsAlong)
                    context.Along.UnionWith(fresh.Select(id => (group.Key, next.Side, id)));
                if (fresh.Count > 0)
                    waiting.Enqueue((group.Key, next.Side, fresh));
            }
        }

        return [.. kinds.Where(kind => only.Keys.Any(key => key.Kind == kind.Kind))];
    }

    private static async Task<List<RemoteId>> UnlinkedAsync(PassContext context, EntityKind kind, Side side, IReadOnlyList<RemoteId> ids, CancellationToken cancellationToken)
    {
        var linked = (await context.Store.FindLinksAsync(context.Pair, kind, side, ids, cancellationToken)).Select(link => link.End(side).Id).ToHashSet();
        return [.. ids.Where(id => !linked.Contains(id))];
    }
}
