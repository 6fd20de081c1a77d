namespace ErpSync.Recipes;

/// <summary>What is done to the shop's connector.</summary>
internal static class ShopSide
{
    public static Connector Decorate(Connector shop, OrderToCashOptions options, StatusBook book)
    {
        shop.With<IConnection>(new BookedConnection(shop.Get<IConnection>(), shop, book));
        shop.Decorate(new ShopOrders(options, book, shop.Find<IKeyFinder<Order>>()));
        var orders = new OrderLookUp(shop.Find<IFinder<Order>>());
        if (options.Contacts && shop.Find<IReader<Contact>>() is null && shop.Find<IReader<Customer>>() is not null)
            new DerivedKind<Contact, Customer>(shop, "customer", Derivations.ContactFields, Derivations.ContactOf) { IsUsual = true }.Add();
        var hasInvoices = shop.Find<IReader<Invoice>>() is not null;
        Func<RemoteId, RemoteId> invoiceOf = static id => new RemoteId("order:" + id.Value);
        if (hasInvoices)
            shop.Decorate(new ShopInvoices(options, orders));
        else
            new DerivedKind<Invoice, Order>(shop, "order", Derivations.InvoiceFields, Derivations.InvoiceOf) { IsUsual = true }.Add();
        var invoices = new InvoiceLookUp(shop.Find<IOwnedFinder<Invoice>>());
        if (shop.Find<IReader<Payment>>() is null)
            new DerivedKind<Payment, Order>(shop, "order", Derivations.PaymentFields, order => Derivations.PaymentOf(order, invoiceOf)).Add();
        shop.Decorate(new ShopPayments(options, hasInvoices ? invoices : null, hasInvoices ? null : invoiceOf));
        AddCredits(shop, options, hasInvoices ? invoices : null, orders, hasInvoices ? null : invoiceOf);
        if (options.NamesInUpperCase)
            UpperCase(shop);
        return shop;
    }

    public static void UpperCase(Connector connector)
    {
        connector.Decorate(new UpperCaseCustomers());
        connector.Decorate(new UpperCaseContacts());
    }

    /// <summary>Credit slips, and a credit note for each order that was cancelled after it was invoiced.</summary>
    private static void AddCredits(Connector shop, OrderToCashOptions options, InvoiceLookUp? invoices, OrderLookUp orders, Func<RemoteId, RemoteId>? invoiceOf)
    {
        var slips = shop.Find<IOwnedFinder<CreditNote>>();
        if (options.CancelledInvoices == CancelledInvoices.CreditNote)
        {
            var derived = new DerivedKind<CreditNote, Order>(shop, ShopCredits.Cancelled, Derivations.CreditFields, Derivations.CancellationOf) { After = options.OrdersAfter is { Length: > 0 } after ? new RemoteId(after) : null };
            if (shop.Find<IReader<CreditNote>>() is null)
                derived.Add();
            else
                new MergedKind<CreditNote, Order>(shop, derived).Add();
        }

        shop.Decorate(new ShopCredits(options, invoices, orders, slips, invoiceOf));
    }
}
