namespace ErpSync.Recipes.Connect;

/// <summary>What the shop may sell is never below zero.</summary>
internal sealed class ConnectSellable : KindDecorator<StockLevel>
{
    public override KindProfile<StockLevel> Profile(KindProfile<StockLevel> profile)
    {
        var inner = profile.Normalise;
        return profile with { Normalise = level => inner(Floor(level)) };
    }

    public override ValueTask<IReadOnlyList<Revision<StockLevel>>> UpdateAsync(IReadOnlyList<Revision<StockLevel>> batch, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Revision<StockLevel>>>([.. batch.Select(revision => revision with { Wanted = Floor(revision.Wanted) })]);

    private static StockLevel Floor(StockLevel level) => level.Quantity < 0 ? level with { Quantity = 0 } : level;
}
