using ErpSync.Sandbox;
using ErpSync.Testing;

namespace ErpSync.Dolibarr.Tests;

/// <summary>What the conformance checks know of parties and documents.</summary>
internal static class TradeConformance
{
    public const long Cash = 4;
    private static readonly CurrencyCode Euro = new("EUR");

    public static void Options(DolibarrOptions options)
    {
        foreach (var fields in new[] { options.CustomerFields, options.ContactFields, options.OrderFields, options.InvoiceFields, options.ShipmentFields })
            fields.Add("shopid");
        options.DefaultBankAccount = 1;
    }

    public static void Seed(DolibarrState state)
    {
        foreach (var element in new[] { "thirdparty", "socpeople", "commande", "facture", "expedition" })
            state.ExtraFields[element] = ["shopid"];
        state.AddBankAccount(account => (account["ref"], account["label"], account["currency_code"]) = ("BNK1", "Main", "EUR"));
        state.Constants["STOCK_ALLOW_NEGATIVE_TRANSFER"] = "1";
    }

    /// <summary>The stages that a new record of a kind can be brought to; later ones cannot be left again.</summary>
    public static IReadOnlyList<string> Stages(string check) => check.Split(':')[0] switch
    {
        "order" => ["Confirmed"],
        "invoice" or "credit-note" => ["Open"],
        "shipment" => ["Ready"],
        _ => [],
    };

    public static ConformanceSetup WithTrade(this ConformanceSetup setup, DolibarrState? state) => setup
        .Kind(PartyShapes.Customer)
        .Kind(PartyShapes.Contact)
        .Kind(PartyShapes.Address)
        .Kind(DocumentShapes.Order)
        .Kind(DocumentShapes.Invoice)
        .Kind(DocumentShapes.CreditNote)
        .Kind(DocumentShapes.Payment)
        .Kind(DocumentShapes.Shipment)
        .Prepare<Customer>(customer => customer with { Code = customer.Email is { } email ? email.Split('@')[0][^12..] : null })
        .Prepare<Order>(order => AddsUp(AtAddresses(order, state!) with { Stage = OrderStage.Draft, IsInvoiced = null }))
        .Prepare<Invoice>(AddsUp)
        .Prepare<CreditNote>(AddsUp)
        .Prepare<Payment>(payment => Prepared(payment, state!))
        .Prepare<Shipment>(shipment => Prepared(shipment, state!))
        .ChangesWith<Customer>(nameof(Customer.IsCompany), nameof(Customer.Company), nameof(Customer.FirstName), nameof(Customer.LastName))
        .ChangesWith<Order>(nameof(Order.Lines), nameof(Order.TotalNet), nameof(Order.TotalTax), nameof(Order.TotalGross))
        .ChangesWith<Order>(nameof(Order.BillTo), nameof(Order.BillingAddress))
        .ChangesWith<Order>(nameof(Order.BillingAddress), nameof(Order.BillTo))
        .ChangesWith<Order>(nameof(Order.DeliverTo), nameof(Order.DeliveryAddress))
        .ChangesWith<Order>(nameof(Order.DeliveryAddress), nameof(Order.DeliverTo))
        .ChangesWith<Invoice>(nameof(Invoice.Lines), nameof(Invoice.TotalNet), nameof(Invoice.TotalTax), nameof(Invoice.TotalGross))
        .ChangesWith<CreditNote>(nameof(CreditNote.Lines), nameof(CreditNote.TotalNet), nameof(CreditNote.TotalTax), nameof(CreditNote.TotalGross))
        .LeavesOut<IKeyFinder<Address>>("keyed by its owner")
        .LeavesOut<ILister<Payment>>("payments are listed invoice by invoice only, which costs as much as reading them")
        .LeavesOut<IKeyFinder<Payment>>("the number of a transaction is no filter of the API")
        .LeavesOut<IUpdater<Payment>>("a payment that is booked is never changed")
        .LeavesOut<IDeleter<Payment>>("the API does not take a payment back")
        .LeavesOut<IKeyFinder<Shipment>>("a shipment has no natural key");

    /// <summary>An address that an order points at is the one that it shows.</summary>
    private static Order AtAddresses(Order order, DolibarrState state) => order with
    {
        BillTo = order.BillingAddress is { } billing ? Postal(state, billing) : order.BillTo,
        DeliverTo = order.DeliveryAddress is { } delivery ? Postal(state, delivery) : order.DeliverTo,
    };

    private static PostalAddress Postal(DolibarrState state, Ref address)
    {
        var contact = state.Contacts[int.Parse(address.Id.Value, System.Globalization.CultureInfo.InvariantCulture)];
        return new PostalAddress
        {
            FirstName = contact["firstname"],
            LastName = contact["lastname"],
            Line1 = contact["address"],
            Postcode = contact["zip"],
            City = contact["town"],
            Country = contact["country_id"] == "1" ? "FR" : "DE",
        };
    }

    private static Order AddsUp(Order order)
    {
        var (net, tax) = Sum(order.Lines);
        return order with { Currency = Euro, ConversionRate = null, TotalNet = net, TotalTax = tax, TotalGross = net with { Amount = net.Amount + tax.Amount } };
    }

    private static Invoice AddsUp(Invoice invoice)
    {
        var (net, tax) = Sum(invoice.Lines);
        return invoice with { Stage = InvoiceStage.Draft, IsDeposit = false, Currency = Euro, ConversionRate = null, TotalNet = net, TotalTax = tax, TotalGross = net with { Amount = net.Amount + tax.Amount } };
    }

    private static CreditNote AddsUp(CreditNote note)
    {
        var (net, tax) = Sum(note.Lines);
        return note with { Stage = InvoiceStage.Draft, Currency = Euro, ConversionRate = null, TotalNet = net, TotalTax = tax, TotalGross = net with { Amount = net.Amount + tax.Amount } };
    }

    private static (Money Net, Money Tax) Sum(IEnumerable<DocumentLine> lines)
    {
        var all = lines.ToList();
        return (new Money(all.Sum(line => line.Net!.Value.Amount), Euro), new Money(all.Sum(line => line.Tax!.Value.Amount), Euro));
    }

    /// <summary>A payment in cash of an invoice that somebody validated.</summary>
    private static Payment Prepared(Payment payment, DolibarrState state)
    {
        var invoice = state.Invoices[int.Parse(payment.Invoice!.Value.Id.Value, System.Globalization.CultureInfo.InvariantCulture)];
        invoice.Status = 1;
        return payment with
        {
            Order = null,
            CreditNote = null,
            Customer = new Ref(EntityKind.Customer, RemoteId.From(invoice.ThirdPartyId)),
            Amount = new Money(1, Euro),
            ConversionRate = null,
            IsRefund = false,
            Method = new Ref(EntityKind.PaymentMethod, RemoteId.From(Cash)),
            Stage = PaymentStage.Received,
        };
    }

    /// <summary>A shipment of the first goods of an order that somebody validated.</summary>
    private static Shipment Prepared(Shipment shipment, DolibarrState state)
    {
        var order = state.Orders[int.Parse(shipment.Order!.Value.Id.Value, System.Globalization.CultureInfo.InvariantCulture)];
        order.Status = 1;
        var line = order.Lines.First(line => line.ProductId is not null);
        var product = state.Products[line.ProductId!.Value];
        var kind = state.Variants.Any(variant => variant.ChildId == product.Id) ? EntityKind.ProductVariant : EntityKind.Product;
        return shipment with
        {
            Customer = new Ref(EntityKind.Customer, RemoteId.From(order.ThirdPartyId)),
            Lines = [new ShipmentLine { Product = new Ref(kind, RemoteId.From(product.Id)), Reference = product.Ref, Quantity = 1 }],
            Warehouse = new Ref(EntityKind.Warehouse, new RemoteId("1")),
            Stage = ShipmentStage.Draft,
        };
    }
}
