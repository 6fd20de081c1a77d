namespace ErpSync.Reading;

/// <summary>Loads the links that a batch of records points at, and translates pointers from one side to the other.</summary>
internal sealed class RefResolver(PassContext context)
{
    public async Task<IRefTranslator> LoadAsync(Side from, IEnumerable<Ref> refs, CancellationToken cancellationToken)
    {
        var map = new Dictionary<Ref, Ref>();
        foreach (var kind in refs.Where(item => !item.IsForeign).Distinct().GroupBy(item => item.Kind))
        {
            foreach (var ids in kind.Select(item => item.Id).Chunk(1000))
            {
                foreach (var link in await context.Store.FindLinksAsync(context.Pair, kind.Key, from, ids, cancellationToken))
                    map[new Ref(kind.Key, link.End(from).Id)] = new Ref(kind.Key, link.End(from == Side.First ? Side.Second : Side.First).Id);
            }
        }

        return new Translator(map);
    }

    private sealed class Translator(Dictionary<Ref, Ref> map) : IRefTranslator
    {
        public Ref Translate(Ref source) =>
            source.IsForeign ? source with { IsForeign = false }
            : map.TryGetValue(source, out var target) ? target
            : source with { IsForeign = true };
    }
}
