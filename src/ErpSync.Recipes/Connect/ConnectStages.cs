namespace ErpSync.Recipes.Connect;

/// <summary>What the two sides tell each other of an order: the shop whether it stands, the hub how much of it was sent.</summary>
internal static class ConnectStages
{
    /// <summary>The hub's word for an order that was sent in full, as the map of statuses knows it.</summary>
    public const string Full = "full";

    /// <summary>The hub's word for an order of which a part was sent.</summary>
    public const string Partial = "partial";

    public static OrderStage? Standing(OrderStage? stage) => stage switch
    {
        null => null,
        OrderStage.Cancelled or OrderStage.Failed or OrderStage.Refunded => OrderStage.Cancelled,
        _ => OrderStage.Confirmed,
    };

    public static Ref? Sent(OrderStage? stage) => stage switch
    {
        OrderStage.PartlyShipped => new Ref(EntityKind.OrderStatus, new RemoteId(Partial)),
        OrderStage.Shipped or OrderStage.Completed => new Ref(EntityKind.OrderStatus, new RemoteId(Full)),
        _ => null,
    };

    /// <summary>The profile with the status compared and written apart from the stage.</summary>
    public static KindProfile<Order> With(KindProfile<Order> profile, bool writesStage) => profile with
    {
        ReadFields = Names(profile.ReadFields, DocumentShapes.Order.Fields.Select(field => field.Name), isStageIn: true),
        WrittenFields = Names(profile.WrittenFields, profile.ReadFields ?? DocumentShapes.Order.Fields.Select(field => field.Name), writesStage),
    };

    private static HashSet<string> Names(IReadOnlySet<string>? names, IEnumerable<string> all, bool isStageIn)
    {
        var set = new HashSet<string>(names ?? all, StringComparer.Ordinal) { nameof(Order.Status) };
        if (!isStageIn)
            set.Remove(nameof(Order.Stage));
        return set;
    }
}
