namespace ErpSync.Recipes.Connect;

/// <summary>The policies of the pair.</summary>
internal static class ConnectPair
{
    public static void Configure(PairBuilder pair, string shop, string hub, ConnectOptions options, ConnectStatusBook statuses, ConnectPayments payments)
    {
        pair
            .Map(EntityKind.Carrier, map => map.Add(options.Carriers).ParkUnmapped())
            .Map(EntityKind.PaymentMethod, map => map.Add(payments.Rows))
            .Map(EntityKind.OrderStatus, map =>
            {
                if (options.FullShipmentStatus is { } full)
                    map.Add(full, ConnectStages.Full);
                if (options.PartialShipmentStatus is { } partial)
                    map.Add(partial, ConnectStages.Partial);
            })
            .Sync<Category>(kind => kind.From(shop))
            .Sync<Product>(kind => kind.From(shop).MatchBy(x => x.Reference))
            .Sync<ProductVariant>(kind => kind.From(shop))
            .Sync<ProductImage>(kind => kind.From(shop))
            .Sync<Supplier>(kind => kind.From(shop).OnDelete(Deletion.Deactivate))
            .Sync<SupplierPrice>(kind => kind.From(shop).OnDelete(Deletion.Delete))
            .Sync<StockLevel>(kind => kind.Owner(x => x.Quantity, hub).OnDrift(Drift.Restore).CreateIn())
            // Customers come with their orders, not by themselves.
            .Sync<Customer>(kind => kind.From(shop).StaysOut(shop, static _ => true))
            .Sync<Order>(kind =>
            {
                kind.From(shop).Owner(x => x.Status, hub).Ignore(x => x.IsInvoiced).StaysOut(shop, statuses.IsFinal).Where(shop, statuses.Imports).BringAlong();
                if (options.OrdersFromId is { } first)
                    kind.StartAfter(shop, RemoteId.From(first - 1));
                if (options.MailCustomers)
                    kind.MailFrom(shop);
            })
            .Sync<Shipment>(kind =>
            {
                // The shop makes a parcel with each order by itself; only those that are sent from the hub matter.
                kind.From(hub).StaysOut(shop, static _ => true).Where<Order>(hub, x => x.Order, static order => order.Status?.Id.Value == ConnectStages.Full);
                if (options.MailCustomers)
                    kind.MailFrom(shop);
            });
    }
}
