namespace ErpSync.Recipes.Tests.Day;

/// <summary>Writes half the amount of every seventh payment.</summary>
internal sealed class HalfAPayment : KindDecorator<Payment>
{
    private int _count;

    public override ValueTask<IReadOnlyList<Creation<Payment>>> CreateAsync(IReadOnlyList<Creation<Payment>> batch, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Creation<Payment>>>([.. batch.Select(creation => ++_count % 7 == 0 && creation.Value.Amount is { } amount
            ? creation with { Value = creation.Value with { Amount = amount with { Amount = decimal.Round(amount.Amount / 2m, 2) } } }
            : creation)]);
}

/// <summary>Creates the first order that it is given twice, under another token.</summary>
internal sealed class TwiceTheFirst(ICreator<Order> inner) : ICreator<Order>
{
    private bool _isDone;

    public async Task<IReadOnlyList<WriteResult<Order>>> CreateAsync(IReadOnlyList<Creation<Order>> batch, CancellationToken cancellationToken)
    {
        var results = await inner.CreateAsync(batch, cancellationToken);
        if (_isDone || results is not [WriteResult<Order>.Written, ..])
            return results;
        _isDone = true;
        _ = await inner.CreateAsync([batch[0] with { Token = batch[0].Token + ":again" }], cancellationToken);
        return results;
    }
}

/// <summary>Writes what is there already instead of the new quantity of one article, and says nothing.</summary>
internal sealed class SwallowedStock : KindDecorator<StockLevel>
{
    public override ValueTask<IReadOnlyList<Revision<StockLevel>>> UpdateAsync(IReadOnlyList<Revision<StockLevel>> batch, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Revision<StockLevel>>>([.. batch.Select(revision => revision.Current.Value.Owner is { Id.Value: "1" } ? revision with { Wanted = revision.Current.Value } : revision)]);
}
