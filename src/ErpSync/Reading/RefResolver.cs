namespace ErpSync.Reading;

/// <summary>Loads the links that a batch of records points at.</summary>
internal sealed class RefResolver(PassContext context)
{
    public async Task<LinkMap> LoadAsync(Side from, IEnumerable<Ref> refs, CancellationToken cancellationToken)
    {
        var map = new Dictionary<Ref, Link>();
        foreach (var kind in refs.Where(item => !item.IsForeign && !context.Maps.ContainsKey(item.Kind)).Distinct().GroupBy(item => item.Kind))
        {
            foreach (var ids in kind.Select(item => item.Id).Chunk(1000))
            {
                foreach (var link in await context.Store.FindLinksAsync(context.Pair, kind.Key, from, ids, cancellationToken))
                    map[new Ref(kind.Key, link.End(from).Id)] = link;
            }
        }

        return new LinkMap(map, from, context.Planned, context.Maps);
    }
}
