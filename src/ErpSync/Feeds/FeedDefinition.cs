namespace ErpSync.Feeds;

/// <summary>A feed as the host configured it.</summary>
internal sealed class FeedDefinition(PairDefinition pair, FeedBuilder builder)
{
    private const int DocumentRank = 0;
    private const int CatalogueRank = 10;
    private const int StockRank = 20;
    private const int RetryRank = 30;

    private static readonly HashSet<EntityKind> Documents =
    [
        EntityKind.Customer, EntityKind.Contact, EntityKind.Address, EntityKind.Lead, EntityKind.Deal, EntityKind.Order, EntityKind.Invoice, EntityKind.CreditNote, EntityKind.Payment, EntityKind.Shipment,
    ];

    public string Pair => pair.Name;

    public string Name => builder.Name;

    public IReadOnlyList<EntityKind> Kinds { get; } = builder.Carried.Count > 0 ? builder.Carried : [.. pair.Kinds.Select(kind => kind.Kind)];

    public string? Into => builder.Target;

    public IFeedSchedule? Schedule => builder.Schedule;

    public IReadOnlyList<string> Needs => builder.Needs;

    public string? Lack => builder.Lack;

    public bool IsOnce => builder.IsOnce;

    public bool IsGated => builder.IsGated;

    public bool IsRetry => builder.IsRetry;

    /// <summary>Its place among feeds that are due together: orders before the catalogue, stock last, so that a sale is known before its stock is sent.</summary>
    public int Rank => builder.Rank
        ?? (IsRetry ? RetryRank : Kinds.All(kind => kind == EntityKind.StockLevel) ? StockRank : Kinds.Any(Documents.Contains) ? DocumentRank : CatalogueRank);

    public SyncRequest Request(FeedStart? start) => new(pair.Name)
    {
        Kinds = Kinds,
        Into = builder.Target,
        Writes = builder.Allowed,
        Keep = builder.Kept,
        LeavesKnown = builder.LeavesKnown,
        Full = builder.IsFull || start?.Full == true,
        Confirmed = start?.Confirmed ?? [],
    };
}
