namespace ErpSync.Deciding;

/// <summary>Tells the ordinary way of a document from a value that is replaced: an order that is paid, sent and delivered loses nothing that was known before. Pure.</summary>
internal static class DocumentProgress
{
    /// <summary>True when the field says how far a document is, and the document goes on: never back, and never to cancelled, failed or refunded.</summary>
    public static bool IsStepOn<T>(Field<T> field, T now, T wanted)
        where T : class, IEntity => field switch
        {
            TypedField<T, OrderStage?> stage => IsOn(stage.Get(now), stage.Get(wanted), OrderStage.Completed),
            TypedField<T, InvoiceStage?> stage => IsOn(stage.Get(now), stage.Get(wanted), InvoiceStage.Paid),
            TypedField<T, PaymentStage?> stage => IsOn(stage.Get(now), stage.Get(wanted), PaymentStage.Received),
            TypedField<T, ShipmentStage?> stage => IsOn(stage.Get(now), stage.Get(wanted), ShipmentStage.Delivered),
            TypedField<T, bool?> flag when T.Kind == EntityKind.Order => flag.Get(now) == false && flag.Get(wanted) == true,
            _ => false,
        };

    private static bool IsOn<TStage>(TStage? now, TStage? wanted, TStage last)
        where TStage : struct, Enum
    {
        var order = Comparer<TStage>.Default;
        return now is { } from && wanted is { } to && order.Compare(from, to) < 0 && order.Compare(to, last) <= 0;
    }
}
