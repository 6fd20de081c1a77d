namespace ErpSync.Dolibarr;

/// <summary>The capabilities for parties and documents, one line each.</summary>
internal static class TradeConnector
{
    public static Connector WithParties(this Connector connector, TradeSession session)
    {
        var customers = new CustomerReader(session);
        var customerWriter = new CustomerWriter(session);
        var contacts = new ContactReader(session);
        var contactWriter = new ContactWriter(session);
        var addresses = new AddressKinds(session);
        return connector
            .With<IKind<Customer>>(customers)
            .With<IReader<Customer>>(customers)
            .With<IChangeReader<Customer>>(customers)
            .With<ILister<Customer>>(customers)
            .With<IFinder<Customer>>(customers)
            .With<IKeyFinder<Customer>>(customers)
            .With<ITokenFinder<Customer>>(customers)
            .With<ICreator<Customer>>(customerWriter)
            .With<IUpdater<Customer>>(customerWriter)
            .With<IDeleter<Customer>>(customerWriter)
            .With<ISweeper<Customer>>(new CustomerGroupSweeper(session))
            .With<IKind<Contact>>(contacts)
            .With<IReader<Contact>>(contacts)
            .With<IChangeReader<Contact>>(contacts)
            .With<ILister<Contact>>(contacts)
            .With<IFinder<Contact>>(contacts)
            .With<IKeyFinder<Contact>>(contacts)
            .With<ITokenFinder<Contact>>(contacts)
            .With<ICreator<Contact>>(contactWriter)
            .With<IUpdater<Contact>>(contactWriter)
            .With<IDeleter<Contact>>(contactWriter)
            .With<IKind<Address>>(addresses)
            .With<IReader<Address>>(addresses)
            .With<IChangeReader<Address>>(addresses)
            .With<ILister<Address>>(addresses)
            .With<IFinder<Address>>(addresses)
            .With<ITokenFinder<Address>>(addresses)
            .With<ICreator<Address>>(addresses)
            .With<IUpdater<Address>>(addresses)
            .With<IDeleter<Address>>(addresses);
    }

    public static Connector WithDocuments(this Connector connector, TradeSession session)
    {
        var orders = new OrderReader(session);
        var orderWriter = new OrderWriter(session);
        var invoices = new InvoiceReader(session);
        var invoiceWriter = new InvoiceWriter(session);
        var notes = new CreditNoteReader(session);
        var noteWriter = new CreditNoteWriter(session);
        var payments = new PaymentReader(session);
        var shipments = new ShipmentReader(session);
        var shipmentWriter = new ShipmentWriter(session);
        return connector
            .With<IOwnedFinder<Invoice>>(new InvoicesOfOrders(session, invoices))
            .With<ISweeper<Order>>(new RoleSweeper<Order>(session, orders, "orders"))
            .With<ISweeper<Invoice>>(new RoleSweeper<Invoice>(session, invoices, "invoices"))
            .With<ISweeper<CreditNote>>(new RoleSweeper<CreditNote>(session, notes, "invoices"))
            .With<IKind<Order>>(orders)
            .With<IReader<Order>>(orders)
            .With<IChangeReader<Order>>(orders)
            .With<ILister<Order>>(orders)
            .With<IFinder<Order>>(orders)
            .With<IKeyFinder<Order>>(orders)
            .With<ITokenFinder<Order>>(orders)
            .With<ICreator<Order>>(orderWriter)
            .With<IUpdater<Order>>(orderWriter)
            .With<IDeleter<Order>>(orderWriter)
            .With<IPdfOpener<Order>>(new PdfOpener<Order>(session, "orders", "commande", "order"))
            .With<IKind<Invoice>>(invoices)
            .With<IReader<Invoice>>(invoices)
            .With<IChangeReader<Invoice>>(invoices)
            .With<ILister<Invoice>>(invoices)
            .With<IFinder<Invoice>>(invoices)
            .With<IKeyFinder<Invoice>>(invoices)
            .With<ITokenFinder<Invoice>>(invoices)
            .With<ICreator<Invoice>>(invoiceWriter)
            .With<IUpdater<Invoice>>(invoiceWriter)
            .With<IDeleter<Invoice>>(invoiceWriter)
            .With<IPdfOpener<Invoice>>(new PdfOpener<Invoice>(session, "invoices", "facture", "invoice"))
            .With<IKind<CreditNote>>(notes)
            .With<IReader<CreditNote>>(notes)
            .With<IChangeReader<CreditNote>>(notes)
            .With<ILister<CreditNote>>(notes)
            .With<IFinder<CreditNote>>(notes)
            .With<IKeyFinder<CreditNote>>(notes)
            .With<ITokenFinder<CreditNote>>(notes)
            .With<ICreator<CreditNote>>(noteWriter)
            .With<IUpdater<CreditNote>>(noteWriter)
            .With<IDeleter<CreditNote>>(noteWriter)
            .With<IPdfOpener<CreditNote>>(new PdfOpener<CreditNote>(session, "invoices", "facture", "invoice"))
            .With<IKind<Payment>>(payments)
            .With<IReader<Payment>>(payments)
            .With<IChangeReader<Payment>>(payments)
            .With<IFinder<Payment>>(payments)
            .With<ITokenFinder<Payment>>(payments)
            .With<ICreator<Payment>>(new PaymentWriter(session))
            .With<IKind<Shipment>>(shipments)
            .With<IReader<Shipment>>(shipments)
            .With<IChangeReader<Shipment>>(shipments)
            .With<ILister<Shipment>>(shipments)
            .With<IFinder<Shipment>>(shipments)
            .With<ITokenFinder<Shipment>>(shipments)
            .With<ICreator<Shipment>>(shipmentWriter)
            .With<IUpdater<Shipment>>(shipmentWriter)
            .With<IDeleter<Shipment>>(shipmentWriter)
            .With<IPdfOpener<Shipment>>(new PdfOpener<Shipment>(session, "shipments", "expedition", "shipment"))
            .With<IReader<BankAccount>>(new BankAccountReader(session));
    }
}
