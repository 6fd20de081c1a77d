namespace ErpSync.Recipes;

/// <summary>Adds to the shop's probe what only the two together tell: sets of statuses that do not fit, values that nobody mapped, services that are missing.</summary>
internal sealed class OrderToCashProbe(IProbe? inner, Connector shop, Func<Connector> erp, OrderToCashOptions options, StatusBook book) : IProbe
{
    public async Task<IReadOnlyList<Finding>> ProbeAsync(IReadOnlyCollection<Need> needs, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        if (inner is not null)
            findings.AddRange(await inner.ProbeAsync(needs, cancellationToken));
        if (findings.Exists(finding => finding.Severity == FindingSeverity.Error))
            return findings;
        try
        {
            await shop.Get<IConnection>().OpenAsync(cancellationToken);
            findings.AddRange(book.Findings(shop.Name));
            if (options.PaymentsBack && !book.ShopTakesPayments)
                findings.Add(new Finding(FindingSeverity.Warning, "order-to-cash.payments-back", $"{shop.System:system} cannot be told of payments: those booked in the ERP do not show in the shop.") { Connection = shop.Name, Remedy = "Set PaymentsBack to false, and mark such orders as paid in the shop." });
            findings.AddRange(await UnmappedValues.FindAsync(shop, options, cancellationToken));
            findings.AddRange(NotOffered());
            findings.AddRange(await MissingServicesAsync(cancellationToken));
        }
        catch (ConnectorException exception)
        {
            findings.Add(Finding.From(FindingSeverity.Error, exception.Problem));
        }

        return findings;
    }

    /// <summary>What the options want and the ERP does not have.</summary>
    private IEnumerable<Finding> NotOffered()
    {
        var connector = erp();
        (bool Wanted, bool Offered, EntityKind Kind)[] kinds =
        [
            (options.Payments, connector.Find<IReader<Payment>>() is not null, EntityKind.Payment),
            (options.CreditNotes, connector.Find<IReader<CreditNote>>() is not null, EntityKind.CreditNote),
            (options.TrackingBack, connector.Find<IReader<Shipment>>() is not null, EntityKind.Shipment),
        ];
        return kinds.Where(kind => kind is { Wanted: true, Offered: false }).Select(kind =>
            new Finding(FindingSeverity.Information, "order-to-cash.not-offered", $"{connector.System:system} has no {kind.Kind.Name:kind} records: none are carried.") { Connection = connector.Name });
    }

    private async Task<IReadOnlyList<Finding>> MissingServicesAsync(CancellationToken cancellationToken)
    {
        var connector = erp();
        if (ServiceKeeper.For(connector, options.Services) is not { } services)
            return [];
        return [.. (await services.FindMissingAsync(cancellationToken)).Select(service => service.Reference).Order(StringComparer.Ordinal).Select(reference => new Finding(
            options.Services.Create ? FindingSeverity.Information : FindingSeverity.Error,
            options.Services.Create ? "order-to-cash.service-to-come" : "order-to-cash.service-missing",
            options.Services.Create ? (MessageText)$"The service {reference:service} is not there yet; it is created with the first document." : $"The service {reference:service} is not there, and documents that need it are parked.")
        {
            Connection = connector.Name,
            Remedy = options.Services.Create ? null : "Create it, or set Services.Create.",
        })];
    }
}
