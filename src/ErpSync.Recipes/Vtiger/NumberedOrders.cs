namespace ErpSync.Recipes;

/// <summary>Names orders by their id, and their lines by code: a product without a reference bears the made one.</summary>
/// <param name="byId">False keeps the shop's reference.</param>
internal sealed class NumberedOrders(bool byId) : KindDecorator<Order>
{
    public override ValueTask<IReadOnlyList<ReadResult<Order>>> ReadAsync(IReadOnlyList<Remote<Order>> records, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ReadResult<Order>>>([.. records.Select(record => ReadResult<Order>.Of(record with { Value = Named(record) }))]);

    private Order Named(Remote<Order> record) => record.Value with
    {
        Reference = byId ? record.Id.Value : record.Value.Reference,
        Lines = record.Value.Lines.Select(line => line is { Reference: null, Product: { } product } && product.Kind == EntityKind.Product ? line with { Reference = MadeCodes.Of(product.Id) } : line).ToValueList(),
    };
}
