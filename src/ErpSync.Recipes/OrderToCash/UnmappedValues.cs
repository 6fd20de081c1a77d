namespace ErpSync.Recipes;

/// <summary>Lists the values of the shop that the options do not map, before they stand in an order.</summary>
internal static class UnmappedValues
{
    public static async Task<IReadOnlyList<Finding>> FindAsync(Connector shop, OrderToCashOptions options, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var methods = await ReadAsync<PaymentMethod>(shop, cancellationToken);
        foreach (var method in methods.Where(method => method.Value.Active != false))
        {
            if (!options.PaymentMethods.ContainsKey(method.Id.Value))
                findings.Add(new Finding(FindingSeverity.Warning, "order-to-cash.payment-method-unmapped", $"The way of payment {method.Id:id} ({method.Value.Name:name}) is not mapped: orders are booked without one, and their payments are parked.") { Connection = shop.Name, Remedy = "Add it to PaymentMethods." });
            if (options.Payments && !options.BankAccounts.ContainsKey(method.Id.Value))
                findings.Add(new Finding(FindingSeverity.Warning, "order-to-cash.bank-account-unmapped", $"The way of payment {method.Id:id} ({method.Value.Name:name}) has no bank account: its payments are not booked.") { Connection = shop.Name, Remedy = "Add it to BankAccounts." });
        }

        foreach (var carrier in (await ReadAsync<Carrier>(shop, cancellationToken)).Where(carrier => carrier.Value.Active != false))
        {
            if (options.Carriers.Count > 0 && !options.Carriers.ContainsKey(carrier.Id.Value))
                findings.Add(new Finding(FindingSeverity.Information, "order-to-cash.carrier-unmapped", $"The carrier {carrier.Id:id} ({carrier.Value.Name:name}) is not mapped: orders are booked without a way of shipping.") { Connection = shop.Name, Remedy = "Add it to Carriers." });
            if (options.Warehouses.Count > 0 && !options.Warehouses.ContainsKey(carrier.Id.Value))
                findings.Add(new Finding(FindingSeverity.Information, "order-to-cash.carrier-without-warehouse", $"The carrier {carrier.Id:id} ({carrier.Value.Name:name}) has no warehouse: its orders use the ERP's default one.") { Connection = shop.Name, Remedy = "Add it to Warehouses." });
        }

        return findings;
    }

    public static async Task<IReadOnlyList<Remote<T>>> ReadAsync<T>(Connector connector, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        var records = new List<Remote<T>>();
        if (connector.Find<IReader<T>>() is { } reader)
        {
            await foreach (var result in reader.ReadAsync(cancellationToken))
            {
                if (result.Record is { } record)
                    records.Add(record);
            }
        }

        return records;
    }
}
