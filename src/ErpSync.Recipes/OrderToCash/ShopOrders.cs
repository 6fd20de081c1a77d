namespace ErpSync.Recipes;

/// <summary>The shop's orders as the ERP is to get them, and the ERP's stages as the shop is to get them.</summary>
internal sealed class ShopOrders(OrderToCashOptions options, StatusBook book, IKeyFinder<Order>? byReference) : KindDecorator<Order>
{
    private readonly References _references = new(options.Reference, byReference);

    /// <inheritdoc/>
    public override KindProfile<Order> Profile(KindProfile<Order> profile) => options.Warehouses.Count == 0 ? profile : profile with { ReadFields = profile.ReadFields?.Append(nameof(Order.Warehouse)).ToHashSet(StringComparer.Ordinal) };

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ReadResult<Order>>> ReadAsync(IReadOnlyList<Remote<Order>> records, CancellationToken cancellationToken)
    {
        var references = await _references.OfAsync(records, cancellationToken);
        return [.. records.Select(record => ReadResult<Order>.Of(record with { Value = Adjust(record.Value, references[record.Id]) }))];
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<Revision<Order>>> UpdateAsync(IReadOnlyList<Revision<Order>> batch, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Revision<Order>>>([.. batch.Select(Translate)]);

    private Order Adjust(Order order, string? reference) => order with
    {
        Reference = reference,
        Number = options.ReferenceAsNumber ? reference : order.Number,
        Lines = LineRules.Apply(order.Lines, options, order.CarrierText),
        Stage = book.StageOf(order),
        Warehouse = order.Carrier is { } carrier && options.Warehouses.ContainsKey(carrier.Id.Value) ? new Ref(EntityKind.Warehouse, carrier.Id) : order.Warehouse,
    };

    /// <summary>A stage that is mapped is written as the shop's own status.</summary>
    private Revision<Order> Translate(Revision<Order> revision) =>
        revision.Fields.Contains(nameof(Order.Stage), StringComparer.Ordinal) && revision.Wanted.Stage is { } stage && options.StatusesBack.TryGetValue(stage, out var status)
            ? revision with
            {
                Wanted = revision.Wanted with { Status = new Ref(EntityKind.OrderStatus, new RemoteId(status)), Stage = null },
                Fields = [.. revision.Fields.Where(field => field != nameof(Order.Stage)), nameof(Order.Status)],
            }
            : revision;
}
