namespace ErpSync.Recipes;

/// <summary>The kinds, maps and feeds of order to cash.</summary>
internal sealed class OrderToCashPair(OrderToCashOptions options, StatusBook book, string shop, string erp)
{
    private static readonly EntityKind[] Documents = [EntityKind.Customer, EntityKind.Contact, EntityKind.Address, EntityKind.Product, EntityKind.ProductVariant, EntityKind.Order, EntityKind.Invoice, EntityKind.CreditNote, EntityKind.Payment, EntityKind.Shipment];

    private readonly RemoteId? _after = options.OrdersAfter is { Length: > 0 } id ? new RemoteId(id) : null;

    /// <summary>Adds what the options want.</summary>
    public void AddTo(PairBuilder pair)
    {
        Map(pair, EntityKind.PaymentMethod, options.PaymentMethods);
        Map(pair, EntityKind.Carrier, options.Carriers);
        Map(pair, EntityKind.Warehouse, options.Warehouses);
        if (options.Payments)
            pair.Map(EntityKind.BankAccount, map => Rows(map, options.BankAccounts).ParkUnmapped());
        AddParties(pair);
        if (options.Products)
        {
            pair.Sync<Product>(p => p.From(shop).OnFirstRun(Conflict.Keep(erp)));
            pair.Sync<ProductVariant>(p => p.WhereOffered().From(shop).OnFirstRun(Conflict.Keep(erp)));
        }

        // What lines of shipping are booked on is no article: a catalogue that goes both ways must not bring it to the shop.
        var services = options.Services.All().Select(service => service.Reference).ToHashSet(StringComparer.OrdinalIgnoreCase);
        pair.Adjust<Product>(product => product.Where(erp, value => value.Reference is null || !services.Contains(value.Reference)));
        pair.Sync<Order>(AddOrders);
        if (options.Invoices)
            pair.Sync<Invoice>(AddInvoices);
        if (options.CreditNotes)
            pair.Sync<CreditNote>(credit => Start(credit.WhereOffered().From(shop).Where<Order>(shop, x => x.Order, IsInTime).OnFirstRun(Conflict.Keep(shop)), x => x.Order).WhereLinked(shop, x => ShopCredits.IsCancellation(x) ? x.Value.Invoice : null).Where(shop, x => x.Invoice is not null));
        if (options.Payments)
            pair.Sync<Payment>(AddPayments);
        if (options.TrackingBack)
            pair.Sync<Shipment>(s => s.WhereOffered().From(erp).Where<Order>(erp, x => x.Order, IsOfShop).OnFirstRun(Conflict.Keep(erp)));
    }

    /// <summary>Adds feeds for the kinds that the pair syncs.</summary>
    public void AddTo(FeedSetBuilder feeds, IReadOnlyCollection<EntityKind> synced)
    {
        EntityKind[] documents = [.. Documents.Where(synced.Contains)];
        feeds.Add("orders", f => f.Kinds(documents).Every(TimeSpan.FromMinutes(1)));
        feeds.Add("customers", f => f.Kinds([.. documents.Where(kind => kind == EntityKind.Customer || kind == EntityKind.Contact || kind == EntityKind.Address)]).Every(TimeSpan.FromMinutes(5)));
        feeds.Add("retry", f => f.Retrying().Every(TimeSpan.FromHours(1)));
    }

    private void AddParties(PairBuilder pair)
    {
        if (options.Customers)
        {
            pair.Sync<Customer>(customer =>
            {
                customer.From(shop).OnFirstRun(Conflict.Keep(shop));
                if (options.CustomersFrom is not null || options.CustomersTo is not null)
                    customer.Where(shop, IsWanted);
                if (!options.CustomerLanguage)
                    customer.Ignore(x => x.Language);
            });
        }

        if (options.Contacts)
        {
            pair.Sync<Contact>(contact =>
            {
                contact.WhereOffered().From(shop).OnFirstRun(Conflict.Keep(shop)).Where<Customer>(shop, x => x.Customer, IsWanted);
                if (!options.CustomerLanguage)
                    contact.Ignore(x => x.Language);
            });
        }

        pair.Sync<Address>(address => address.WhereOffered().From(shop).OnFirstRun(Conflict.Keep(shop)).Where<Customer>(shop, x => x.Owner, IsWanted));
    }

    private void AddOrders(KindBuilder<Order> order)
    {
        order.Where(shop, value => book.TakesOrder(value) && IsInTime(value)).OnFirstRun(Conflict.Keep(shop)).OnConflict(Conflict.Keep(shop));
        if (_after is { } last)
            order.StartAfter(shop, last);
        if (options.OrdersUntil is { Length: > 0 } end)
            order.EndAt(shop, new RemoteId(end));
        if (options.BringCustomerAlong)
            order.BringAlong();
        if (!options.ReferenceAsCustomerReference)
            order.Ignore(x => x.Reference);
        if (!options.CustomerLanguage)
            order.Ignore(x => x.Language);
        if (!options.StatusBack)
        {
            order.From(shop);
            return;
        }

        // Everything is the shop's but the stage, which both sides move on.
        order.CreateIn(erp);
        foreach (var field in DocumentShapes.Order.Fields.Where(field => field.Name != nameof(Order.Stage)))
            order.Owner(x => x.Stage, shop, "x => x." + field.Name);
        if (options.MailStatus)
            order.MailFrom(shop);
    }

    private void AddInvoices(KindBuilder<Invoice> invoice)
    {
        Start(invoice.From(shop).Where<Order>(shop, x => x.Order, order => book.TakesInvoice(order) && IsInTime(order)).OnFirstRun(Conflict.Keep(shop)), x => x.Order);
        if (!options.ReferenceAsCustomerReference)
            invoice.Ignore(x => x.Reference);
        if (!options.CustomerLanguage)
            invoice.Ignore(x => x.Language);
    }

    private void AddPayments(KindBuilder<Payment> payment)
    {
        payment.WhereOffered();
        if (options.PaymentsBack)
        {
            payment.OnConflict(Conflict.Keep(shop)).WhereLinked(erp, x => x.Value.Invoice)
                .Where(erp, x => book.ShopTakesPayments && x.Invoice is not null && x.IsRefund != true)
                .Where<Invoice>(erp, x => x.Invoice, invoice => invoice.Stage == InvoiceStage.Paid);
        }
        else
        {
            payment.From(shop);
        }

        Start(payment.Where<Order>(shop, x => x.Order, order => book.TakesPayment(order) && IsInTime(order)).OnFirstRun(Conflict.Keep(shop)), x => x.Order)
            .Where(shop, x => x.Invoice is not null && x.IsRefund != true && x.Stage != PaymentStage.Failed);
    }

    private KindBuilder<T> Start<T>(KindBuilder<T> kind, Func<T, Ref?> order)
        where T : class, IEntity => _after is { } last ? kind.Where(shop, value => order(value) is { } pointer && pointer.Id.CompareTo(last) > 0) : kind;

    private bool IsInTime(Order order) => options.OrdersFrom is not { } from || (order.Date ?? (order.PlacedAt is { } placed ? DateOnly.FromDateTime(placed.UtcDateTime) : from)) >= from;

    private bool IsWanted(Customer customer) => customer.RegisteredAt is not { } at
        || ((options.CustomersFrom is not { } from || DateOnly.FromDateTime(at.UtcDateTime) >= from) && (options.CustomersTo is not { } to || DateOnly.FromDateTime(at.UtcDateTime) <= to));

    /// <summary>An order that carries neither a token nor a reference was not made from the shop's: its parcels have nowhere to go.</summary>
    private static bool IsOfShop(Order order) => order.Token is { Length: > 0 } || order.Reference is { Length: > 0 };

    private static void Map(PairBuilder pair, EntityKind kind, IEnumerable<KeyValuePair<string, string>> rows)
    {
        if (rows.Any())
            pair.Map(kind, map => Rows(map, rows));
    }

    private static ReferenceMapBuilder Rows(ReferenceMapBuilder map, IEnumerable<KeyValuePair<string, string>> rows) => map.Add(rows.OrderBy(row => row.Key, StringComparer.Ordinal));
}
