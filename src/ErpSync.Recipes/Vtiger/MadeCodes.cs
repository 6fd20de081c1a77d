namespace ErpSync.Recipes;

/// <summary>Gives products without a reference one that is made of their id, the same at each reading; <see cref="NumberedOrders"/> gives it to the lines of orders.</summary>
internal sealed class MadeCodes : KindDecorator<Product>
{
    /// <summary>The code of a product without a reference.</summary>
    public static string Of(RemoteId id) => "#presta_" + id.Value;

    public override ValueTask<IReadOnlyList<ReadResult<Product>>> ReadAsync(IReadOnlyList<Remote<Product>> records, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ReadResult<Product>>>([.. records.Select(record => ReadResult<Product>.Of(record.Value.Reference is null ? record with { Value = record.Value with { Reference = Of(record.Id) } } : record))]);
}
