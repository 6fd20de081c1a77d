namespace ErpSync.Recipes.Connect;

/// <summary>The shop's orders as the hub wants them: whether they stand, and their payment by its text.</summary>
internal sealed class ConnectShopOrders(Connector shop, ConnectStatusBook statuses, ConnectPayments payments) : KindDecorator<Order>
{
    public override KindProfile<Order> Profile(KindProfile<Order> profile) => ConnectStages.With(profile, writesStage: false);

    public override async ValueTask<IReadOnlyList<ReadResult<Order>>> ReadAsync(IReadOnlyList<Remote<Order>> records, CancellationToken cancellationToken)
    {
        await statuses.LearnAsync(shop, records.Select(record => record.Value), cancellationToken);
        return [.. records.Select(record => ReadResult<Order>.Of(record with
        {
            Value = record.Value with { Stage = ConnectStages.Standing(record.Value.Stage), PaymentMethod = payments.Of(record.Value.PaymentText) },
        }))];
    }
}
