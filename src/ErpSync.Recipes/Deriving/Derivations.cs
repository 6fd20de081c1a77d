namespace ErpSync.Recipes;

/// <summary>What is made of a shop's records where the shop has none of its own. Pure.</summary>
internal static class Derivations
{
    public static readonly string[] ContactFields = [nameof(Contact.Customer), nameof(Contact.Salutation), nameof(Contact.FirstName), nameof(Contact.LastName), nameof(Contact.Email), nameof(Contact.Phone), nameof(Contact.Mobile), nameof(Contact.Language), nameof(Contact.Active)];

    public static readonly string[] InvoiceFields =
    [
        nameof(Invoice.Reference), nameof(Invoice.Order), nameof(Invoice.Customer), nameof(Invoice.Date), nameof(Invoice.BillTo), nameof(Invoice.DeliverTo), nameof(Invoice.Lines), nameof(Invoice.Currency), nameof(Invoice.ConversionRate),
        nameof(Invoice.TotalNet), nameof(Invoice.TotalTax), nameof(Invoice.TotalGross), nameof(Invoice.Stage), nameof(Invoice.PaymentMethod), nameof(Invoice.Language),
    ];

    public static readonly string[] PaymentFields = [nameof(Payment.Order), nameof(Payment.Customer), nameof(Payment.Date), nameof(Payment.Amount), nameof(Payment.ConversionRate), nameof(Payment.IsRefund), nameof(Payment.Method), nameof(Payment.MethodText), nameof(Payment.TransactionId), nameof(Payment.Stage)];

    public static readonly string[] CreditFields = [nameof(CreditNote.Order), nameof(CreditNote.Customer), nameof(CreditNote.Date), nameof(CreditNote.Lines), nameof(CreditNote.Currency), nameof(CreditNote.ConversionRate), nameof(CreditNote.TotalNet), nameof(CreditNote.TotalTax), nameof(CreditNote.TotalGross), nameof(CreditNote.Stage)];

    /// <summary>The person of a customer.</summary>
    public static Contact? ContactOf(Remote<Customer> customer) => customer.Value.LastName is null && customer.Value.FirstName is null ? null : new Contact
    {
        Customer = new Ref(EntityKind.Customer, customer.Id),
        Salutation = customer.Value.Salutation,
        FirstName = customer.Value.FirstName,
        LastName = customer.Value.LastName,
        Email = customer.Value.Email,
        Phone = customer.Value.Phone,
        Mobile = customer.Value.Mobile,
        Language = customer.Value.Language,
        Active = customer.Value.Active,
    };

    /// <summary>The invoice of an order, open: what is paid follows from payments.</summary>
    public static Invoice InvoiceOf(Remote<Order> order) => new()
    {
        Reference = order.Value.Reference,
        Order = new Ref(EntityKind.Order, order.Id),
        Customer = order.Value.Customer,
        Date = order.Value.Date,
        BillTo = order.Value.BillTo,
        DeliverTo = order.Value.DeliverTo,
        Lines = order.Value.Lines,
        Currency = order.Value.Currency,
        ConversionRate = order.Value.ConversionRate,
        TotalNet = order.Value.TotalNet,
        TotalTax = order.Value.TotalTax,
        TotalGross = order.Value.TotalGross,
        Stage = InvoiceStage.Open,
        PaymentMethod = order.Value.PaymentMethod,
        Language = order.Value.Language,
        Rounding = order.Value.Rounding,
    };

    /// <summary>The payment of an order that is paid in full; null for one that is not. Which invoice it pays is looked up like that of any payment.</summary>
    public static Payment? PaymentOf(Remote<Order> order) => order.Value is not { IsPaid: true, TotalGross.Amount: > 0 } ? null : new Payment
    {
        Order = new Ref(EntityKind.Order, order.Id),
        Customer = order.Value.Customer,
        Date = order.Value.Date,
        Amount = order.Value.TotalGross,
        ConversionRate = order.Value.ConversionRate,
        IsRefund = false,
        Method = order.Value.PaymentMethod,
        MethodText = order.Value.PaymentText,
        TransactionId = order.Value.TransactionId,
        Stage = PaymentStage.Received,
    };

    /// <summary>The credit note of an order that was cancelled; null for any other.</summary>
    public static CreditNote? CancellationOf(Remote<Order> order) => order.Value is not { Stage: OrderStage.Cancelled } ? null : new CreditNote
    {
        Order = new Ref(EntityKind.Order, order.Id),
        Customer = order.Value.Customer,
        Date = order.Value.Date,
        Lines = order.Value.Lines,
        Currency = order.Value.Currency,
        ConversionRate = order.Value.ConversionRate,
        TotalNet = order.Value.TotalNet,
        TotalTax = order.Value.TotalTax,
        TotalGross = order.Value.TotalGross,
        Stage = InvoiceStage.Open,
        Reason = "Order cancelled",
        Rounding = order.Value.Rounding,
    };
}
