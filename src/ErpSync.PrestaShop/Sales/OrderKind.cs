namespace ErpSync.PrestaShop.Sales;

/// <summary>
/// Orders, read only but for their state and note: a shop makes them of carts. New ones are found by the listing of ids and by date; a change of state renews the date;
/// orders in states that are to be tried again are delivered again.
/// </summary>
internal sealed class OrderKind(PrestaShopClient client, ShopSession session)
    : DatedKind<Order>(client, session, OrderMapping.Resource, "date_upd"), IKind<Order>, IKeyFinder<Order>
{
    // How long after it was placed an order is taken to be of goods that are still there, when a poll finds it.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private static readonly string[] Read =
    [
        nameof(Order.Reference), nameof(Order.Date), nameof(Order.PlacedAt), nameof(Order.Customer), nameof(Order.Email), nameof(Order.BillTo), nameof(Order.DeliverTo), nameof(Order.Lines), nameof(Order.Currency),
        nameof(Order.ConversionRate), nameof(Order.TotalNet), nameof(Order.TotalTax), nameof(Order.TotalGross), nameof(Order.Stage), nameof(Order.IsPaid), nameof(Order.IsInvoiced), nameof(Order.PaymentMethod),
        nameof(Order.PaymentText), nameof(Order.Carrier), nameof(Order.CarrierText), nameof(Order.Language), nameof(Order.CustomerNote), nameof(Order.PrivateNote), nameof(Order.Messages), nameof(Order.IsGift),
        nameof(Order.GiftMessage), nameof(Order.BillingAddress), nameof(Order.DeliveryAddress),
    ];

    /// <summary>The status itself is given and can be written, but is not compared beside the stage: the two move together.</summary>
    public KindProfile<Order> Profile => new()
    {
        ReadFields = Read.Where(name => name != nameof(Order.PrivateNote) || Session.Shop is not { KnowsColumns: false }).ToHashSet(StringComparer.Ordinal),
        WrittenFields = Session.Shop is { CanPatch: false } ? [nameof(Order.Stage)] : new HashSet<string>(StringComparer.Ordinal) { nameof(Order.Stage), nameof(Order.PrivateNote) },
        Normalise = Normalise,
        DateTrust = DateTrust.Partial,
        FindBatch = 100,
        WriteBatch = 50,
    };

    /// <inheritdoc/>
    public string KeyName => "reference";

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<Order>> FindByKeyAsync(IReadOnlyCollection<string> keys, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var filter in ReferenceFilters.Of(keys))
        {
            await foreach (var result in WalkAsync(query => query.With("filter[reference]", filter), cancellationToken))
                yield return result;
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<Beginning> BeginningAsync(CancellationToken cancellationToken) => new(await FirstOrder.IdAsync(Client, Session, cancellationToken));

    /// <inheritdoc/>
    protected override string Fields(ShopData shop) => OrderMapping.Fields(shop);

    /// <inheritdoc/>
    protected override string ListedFields(ShopData shop) => OrderMapping.ListedFields;

    /// <inheritdoc/>
    protected override string? StampOf(WireRow row) => OrderMapping.StampOf(row);

    /// <inheritdoc/>
    protected override Task<Func<WireRow, Remote<Order>>> PrepareAsync(IReadOnlyList<WireRow> rows, ShopData shop, CancellationToken cancellationToken) => PrepareAsync(rows, new HashSet<long>(), shop, cancellationToken);

    /// <inheritdoc/>
    protected override Task<Func<WireRow, Remote<Order>>> PrepareChangedAsync(IReadOnlyList<WireRow> rows, ShopData shop, CancellationToken cancellationToken)
    {
        var since = Client.Clock is { } clock ? clock - Fresh : DateTimeOffset.MaxValue;
        return PrepareAsync(rows, rows.Where(row => LocalTime.ToInstant(row.Text("date_add"), shop.Zone) >= since).Select(row => row.Id).ToHashSet(), shop, cancellationToken);
    }

    /// <inheritdoc/>
    protected override IAsyncEnumerable<ReadResult<Order>> ReadMoreAsync(ShopData shop, CancellationToken cancellationToken)
    {
        var states = Client.Options.RetryStates;
        var since = Client.Clock is { } clock ? LocalTime.LowerBound(clock - TimeSpan.FromDays(Client.Options.RetryDays), shop.Zone) : null;
        return states.Count == 0 || since is null
            ? AsyncEnumerable.Empty<ReadResult<Order>>()
            : WalkAsync(query => query.With("filter[current_state]", $"[{string.Join('|', states)}]").With("filter[date_add]", $"[{since},2099-12-31 23:59:59]").With("date", "1"), cancellationToken);
    }

    private async Task<Func<WireRow, Remote<Order>>> PrepareAsync(IReadOnlyList<WireRow> rows, HashSet<long> fresh, ShopData shop, CancellationToken cancellationToken)
    {
        var reference = await SalesReference.OfAsync(Client, Session, cancellationToken);
        var parts = await OrderParts.OfAsync(Client, Session.Memory, rows, fresh, cancellationToken);
        return row => OrderMapping.Read(row, parts, reference, shop);
    }

    private static Order Normalise(Order order) => order with { Stage = order.Stage is { } stage ? OrderStateTable.Fold(stage) : null };
}
