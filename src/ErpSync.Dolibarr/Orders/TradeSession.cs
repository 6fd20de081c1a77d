namespace ErpSync.Dolibarr;

/// <summary>What the kinds of parties and documents share as long as the connector lives: one queue for all their writes, and the books of the present run.</summary>
internal sealed class TradeSession(DolibarrSession session)
{
    private TradeRun? _run;

    public DolibarrClient Client => session.Client;

    public DolibarrOptions Options => session.Options;

    public DolibarrSetup Setup => session.Setup;

    /// <summary>How money is rounded, as far as it was read; the defaults before.</summary>
    public TradeSetup Trade => Volatile.Read(ref _run)?.Trade.Loaded ?? TradeSetup.Default;

    /// <summary>The extra fields of parties and documents, as far as they were read.</summary>
    public ExtraFieldBook ExtraFields => Volatile.Read(ref _run)?.ExtraFields.Loaded ?? ExtraFieldBook.Unknown;

    /// <summary>Whether payment terms can be told by their codes, as far as it is known.</summary>
    public bool HasTerms => Volatile.Read(ref _run)?.Dictionaries.Loaded is not { HasTerms: false };

    public async ValueTask<TradeRun> RunAsync(CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var known = Volatile.Read(ref _run);
        if (known?.Run == run)
            return known;
        var made = new TradeRun(run);
        return Interlocked.CompareExchange(ref _run, made, known) == known ? made : await RunAsync(cancellationToken);
    }

    /// <summary>The present run with the settings that documents and their comparison need.</summary>
    public async ValueTask<TradeRun> ReadyAsync(CancellationToken cancellationToken)
    {
        var run = await RunAsync(cancellationToken);
        await run.Trade.GetAsync(cancellationToken);
        if (run.Options.OrderFields.Count + run.Options.InvoiceFields.Count + run.Options.CustomerFields.Count + run.Options.ContactFields.Count > 0)
            await run.ExtraFields.GetAsync(cancellationToken);
        return run;
    }

    /// <summary>Carries out a batch behind every other write of this connection: Dolibarr gives numbers twice, and takes writes back, when two come at once.</summary>
    public async Task<IReadOnlyList<WriteResult<T>>> EachAsync<T, TItem>(IReadOnlyList<TItem> batch, Func<TItem, RemoteId?> id, Func<TItem, TradeRun, CancellationToken, Task<WriteResult<T>>> write, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        if (batch.Count == 0)
            return [];
        var run = await ReadyAsync(cancellationToken);
        await session.OneWriter.WaitAsync(cancellationToken);
        try
        {
            return await Writes.EachAsync<T, TItem>(batch, id, (item, token) => write(item, run, token), Client.Connection, cancellationToken);
        }
        finally
        {
            session.OneWriter.Release();
        }
    }
}
