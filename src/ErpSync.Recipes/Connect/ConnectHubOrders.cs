namespace ErpSync.Recipes.Connect;

/// <summary>The hub's orders as the shop wants them: how much was sent, apart from whether they stand. Around itself, as with two shops on one hub, it changes nothing more.</summary>
internal sealed class ConnectHubOrders : KindDecorator<Order>
{
    public override KindProfile<Order> Profile(KindProfile<Order> profile)
    {
        var adjusted = ConnectStages.With(profile, writesStage: true);
        return adjusted with { WrittenFields = adjusted.WrittenFields!.Where(field => field != nameof(Order.Status)).ToHashSet(StringComparer.Ordinal) };
    }

    public override ValueTask<IReadOnlyList<ReadResult<Order>>> ReadAsync(IReadOnlyList<Remote<Order>> records, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ReadResult<Order>>>([.. records.Select(record => ReadResult<Order>.Of(record with
        {
            Value = record.Value with { Stage = ConnectStages.Standing(record.Value.Stage), Status = ConnectStages.Sent(record.Value.Stage) ?? record.Value.Status },
        }))]);
}
