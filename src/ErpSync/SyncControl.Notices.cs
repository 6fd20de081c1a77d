using ErpSync.Notices;

namespace ErpSync;

internal sealed partial class SyncControl
{
    public async Task CheckNoticesAsync(string pair, CancellationToken cancellationToken = default)
    {
        var definition = setup.Pair(pair);
        await store.OpenAsync(cancellationToken);
        var census = await PairCensus.TakeAsync(store, definition, setup.NoticeOptions, clock.GetUtcNow(), cancellationToken);
        setup.Parts.Meter.Stands(pair, census);
        await setup.Parts.Notices.LookAsync(definition, census, cancellationToken);
    }
}
