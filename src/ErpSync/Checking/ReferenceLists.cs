namespace ErpSync.Checking;

/// <summary>The values of a kind of reference data at a connection, by id.</summary>
internal static class ReferenceLists
{
    /// <returns>Names by id, without those that are switched off; null when the connection cannot tell.</returns>
    public static Task<Dictionary<RemoteId, string>?> ReadAsync(Connector connector, EntityKind kind, CancellationToken cancellationToken) => kind.Name switch
    {
        "order-status" => OfAsync<OrderStatus>(connector, static status => status.Active, static status => status.Name, cancellationToken),
        "carrier" => OfAsync<Carrier>(connector, static carrier => carrier.Active, static carrier => carrier.Name, cancellationToken),
        "payment-method" => OfAsync<PaymentMethod>(connector, static method => method.Active, static method => method.Name, cancellationToken),
        "bank-account" => OfAsync<BankAccount>(connector, static account => account.Active, static account => account.Name, cancellationToken),
        "warehouse" => OfAsync<Warehouse>(connector, static warehouse => warehouse.Active, static warehouse => warehouse.Name, cancellationToken),
        _ => Task.FromResult<Dictionary<RemoteId, string>?>(null),
    };

    private static async Task<Dictionary<RemoteId, string>?> OfAsync<T>(Connector connector, Func<T, bool?> isActive, Func<T, string> name, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        if (connector.Find<IReader<T>>() is not { } reader)
            return null;
        var values = new Dictionary<RemoteId, string>();
        await foreach (var result in reader.ReadAsync(cancellationToken))
        {
            if (result.Record is { } record && isActive(record.Value) != false)
                values[record.Id] = name(record.Value);
        }

        return values;
    }
}
