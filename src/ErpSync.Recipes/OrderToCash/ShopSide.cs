namespace ErpSync.Recipes;

/// <summary>What is done to the shop's connector.</summary>
internal static class ShopSide
{
    public static Connector Decorate(Connector shop, OrderToCashOptions options, StatusBook book, CreditLinks credits, OpenOrders open)
    {
        shop.With<IConnection>(new BookedConnection(shop.Get<IConnection>(), shop, book, open));
        shop.Decorate(new ShopOrders(options, book, shop.Find<IKeyFinder<Order>>()));
        var orders = new OrderLookUp(shop.Find<IFinder<Order>>());
        if (options.Contacts && shop.Find<IReader<Contact>>() is null && shop.Find<IReader<Customer>>() is not null)
            new DerivedKind<Contact, Customer>(shop, "customer", Derivations.ContactFields, Derivations.ContactOf) { IsUsual = true }.Add();
        var invoices = AddInvoices(shop, options, orders);
        if (shop.Find<IReader<Payment>>() is null)
            new DerivedKind<Payment, Order>(shop, "order", Derivations.PaymentFields, Derivations.PaymentOf).Add();
        book.ShopTakesPayments = shop.Find<ICreator<Payment>>() is not null;
        shop.Decorate(new ShopPayments(options, invoices, orders));
        AddCredits(shop, options, book, invoices, orders, credits);
        if (options.NamesInUpperCase)
            UpperCase(shop);
        return shop;
    }

    public static void UpperCase(Connector connector)
    {
        connector.Decorate(new UpperCaseCustomers());
        connector.Decorate(new UpperCaseContacts());
    }

    /// <summary>The shop's own invoices, or one made of each order.</summary>
    private static InvoiceLookUp AddInvoices(Connector shop, OrderToCashOptions options, OrderLookUp orders)
    {
        if (shop.Find<IReader<Invoice>>() is not null)
        {
            shop.Decorate(new ShopInvoices(options, orders));
            return new InvoiceLookUp(shop.Find<IOwnedFinder<Invoice>>(), null, shop.Find<IFinder<Invoice>>());
        }

        var derived = new DerivedKind<Invoice, Order>(shop, "order", Derivations.InvoiceFields, Derivations.InvoiceOf) { IsUsual = true };
        derived.Add();
        return new InvoiceLookUp(null, derived.IdOf, source: derived.SourceOf);
    }

    /// <summary>Credit slips, and a credit note for each order that was cancelled after it was invoiced.</summary>
    private static void AddCredits(Connector shop, OrderToCashOptions options, StatusBook book, InvoiceLookUp invoices, OrderLookUp orders, CreditLinks credits)
    {
        var slips = shop.Find<IOwnedFinder<CreditNote>>();
        if (options.CancelledInvoices == CancelledInvoices.CreditNote)
        {
            var derived = new DerivedKind<CreditNote, Order>(shop, ShopCredits.Cancelled, Derivations.CreditFields, order => book.MayHaveInvoice(order.Value) ? Derivations.CancellationOf(order) : null)
            {
                After = options.OrdersAfter is { Length: > 0 } after ? new RemoteId(after) : null,
            };
            if (shop.Find<IReader<CreditNote>>() is null)
                derived.Add();
            else
                new MergedKind<CreditNote, Order>(shop, derived).Add();
        }

        shop.Decorate(new ShopCredits(options, invoices, orders, slips, credits));
    }
}
