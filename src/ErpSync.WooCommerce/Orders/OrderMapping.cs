using System.Globalization;
using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>Between orders of the shop and records: pure functions.</summary>
internal static class OrderMapping
{
    /// <exception cref="ConnectorException">A value cannot be read; it is named.</exception>
    public static Remote<Order> Read(JsonElement json, ShopSetup setup, WooCommerceOptions options)
    {
        var row = new RowReader(json, EntityKind.Order);
        var currency = OrderLineMapping.Currency(row);
        var rates = OrderLineMapping.Rates(json, setup);
        var meta = row.Meta([OrderBodies.ReferenceKey, OrderBodies.PlacedKey, Tokens.Key]).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        var placed = Placed(meta.GetValueOrDefault(OrderBodies.PlacedKey)) ?? row.Instant("date_created_gmt");
        var total = OrderLineMapping.Amount(json, "total", currency) ?? throw row.Unreadable("total", "The order has no total.");
        var tax = OrderLineMapping.Amount(json, "total_tax", currency) ?? new Money(0, currency);
        var customer = json.Whole("customer_id") ?? 0;
        var paid = row.Instant("date_paid_gmt");
        var billing = AddressMapping.Read(json.Get("billing"));
        var shipping = AddressMapping.Read(json.Get("shipping"));
        var status = row.Text("status") ?? "pending";
        var method = row.Text("payment_method");
        var carrier = json.Get("shipping_lines").Items().FirstOrDefault();
        return new Remote<Order>(RemoteId.From(row.Id), new Order
        {
            Number = row.Text("number") ?? JsonValues.Invariant(row.Id),
            Reference = meta.GetValueOrDefault(OrderBodies.ReferenceKey) ?? row.Text("number") ?? JsonValues.Invariant(row.Id),
            Date = placed is { } at ? DateOnly.FromDateTime((setup.Zone is { } zone ? TimeZoneInfo.ConvertTime(at, zone) : at).DateTime) : null,
            PlacedAt = placed,
            Customer = customer > 0 ? new Ref(EntityKind.Customer, RemoteId.From(customer)) : options.GuestsAsCustomers ? new Ref(EntityKind.Customer, CustomerId.OfGuest(row.Id)) : null,
            Email = json.Get("billing").Text("email"),
            BillTo = AddressMapping.IsPlace(billing) || billing?.LastName is not null ? billing! with { Email = null } : null,
            DeliverTo = AddressMapping.IsPlace(shipping) || shipping?.LastName is not null ? shipping : null,
            Lines = OrderLineMapping.Read(json, currency, rates, options, isRefund: false),
            Currency = currency,
            TotalGross = total,
            TotalTax = tax,
            TotalNet = total with { Amount = total.Amount - tax.Amount },
            Status = new Ref(EntityKind.OrderStatus, new RemoteId(status)),
            Stage = OrderStatuses.StageOf(status, options),
            IsPaid = paid is not null,
            PaymentMethod = method is null ? null : new Ref(EntityKind.PaymentMethod, new RemoteId(method)),
            PaymentText = Texts.Plain(row.Text("payment_method_title")) is { Length: > 0 } title ? title : null,
            TransactionId = row.Text("transaction_id"),
            Carrier = carrier.Text("method_id") is { } id ? new Ref(EntityKind.Carrier, new RemoteId(id)) : null,
            CarrierText = Texts.Plain(carrier.Text("method_title")) is { Length: > 0 } name ? name : null,
            CustomerNote = row.Text("customer_note"),
            Custom = ProductMapping.Custom(row.Meta([.. options.CustomFields])),
            PricesIncludeTax = json.Flag("prices_include_tax"),
            Paid = paid is null ? new Money(0, currency) : total,
            Taxes = Taxes(json, currency),
            Rounding = setup.Rounding,
            Token = meta.GetValueOrDefault(Tokens.Key),
        })
        {
            ModifiedAt = row.Instant("date_modified_gmt"),
            Label = row.Text("number"),
        };
    }

    public static Order Normalise(Order value, ShopSetup setup, WooCommerceOptions options)
    {
        var stage = value.Stage is { } wanted ? OrderStatuses.Fold(wanted, options) : (OrderStage?)null;
        var isPaid = value.IsPaid == true || stage is OrderStage.Processing or OrderStage.Completed;
        var shipping = value.Lines.FirstOrDefault(line => line.Kind == LineKind.Shipping);
        var placed = ProductMapping.Seconds(value.PlacedAt ?? OrderBodies.Noon(value.Date, setup));
        return value with
        {
            Date = placed is { } at ? DateOnly.FromDateTime((setup.Zone is { } zone ? TimeZoneInfo.ConvertTime(at, zone) : at).DateTime) : null,
            PlacedAt = placed,
            Carrier = shipping is null ? null : value.Carrier ?? new Ref(EntityKind.Carrier, new RemoteId("flat_rate")),
            CarrierText = shipping is null ? null : ProductMapping.Trimmed(value.CarrierText ?? shipping.Label ?? "Shipping"),
            Email = ProductMapping.Trimmed(value.Email),
            BillTo = AddressMapping.Normalise(value.BillTo, isBilling: true) is { } billing ? billing with { Email = null } : null,
            DeliverTo = AddressMapping.Normalise(value.DeliverTo, isBilling: false),
            Stage = stage,
            IsPaid = isPaid,
            PaymentText = ProductMapping.Trimmed(value.PaymentText),
            CustomerNote = ProductMapping.Trimmed(value.CustomerNote),
            Custom = TextMap.From(value.Custom.Where(entry => setup.CustomFields.Contains(entry.Key, StringComparer.Ordinal))),
        };
    }

    private static ValueList<TaxTotal> Taxes(JsonElement json, CurrencyCode currency) => json.Get("tax_lines").Items()
        .Select(line => (Rate: new TaxRate(line.Text("rate_percent") is { } text && JsonValues.TryNumber(text, out var percent) ? percent : 0, line.Flag("compound")), Line: line))
        .Select(tax => new TaxTotal(
            tax.Rate,
            new Money((OrderLineMapping.Amount(tax.Line, "tax_total", currency)?.Amount ?? 0) + (OrderLineMapping.Amount(tax.Line, "shipping_tax_total", currency)?.Amount ?? 0), currency),
            null,
            Texts.Plain(tax.Line.Text("label")))).ToValueList();

    private static DateTimeOffset? Placed(string? text) =>
        text is not null && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
