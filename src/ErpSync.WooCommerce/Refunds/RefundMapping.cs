using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>Between refunds and credit notes. A refund is known by its order and its number: <c>1047:1053</c>. Its amounts are negative in the shop and positive here.</summary>
internal static class RefundMapping
{
    public static Remote<CreditNote> Read(JsonElement json, long order, CurrencyCode currency, ShopSetup setup, WooCommerceOptions options)
    {
        var row = new RowReader(json, EntityKind.CreditNote);
        var gross = OrderLineMapping.Amount(json, "amount", currency) ?? throw row.Unreadable("amount", "The refund has no amount.");
        var lines = OrderLineMapping.Read(json, currency, OrderLineMapping.Rates(json, setup), options, isRefund: true);
        var told = row.Meta([OrderBodies.PlacedKey]) is [var kept, ..] ? JsonValues.Instant(kept.Value) : null;
        var created = told ?? row.Instant("date_created_gmt");
        if (lines.Count == 0)
            lines = [new DocumentLine { Kind = LineKind.Fee, Label = row.Text("reason") is { } words ? Texts.Plain(words) : null, Quantity = 1, UnitNet = gross, Net = gross, Tax = gross with { Amount = 0 }, Taxes = [] }];
        var tax = lines.Sum(line => line.Tax?.Amount ?? 0);
        return new Remote<CreditNote>(VariantId.Of(order, row.Id), new CreditNote
        {
            Number = JsonValues.Invariant(row.Id),
            Order = new Ref(EntityKind.Order, RemoteId.From(order)),
            Date = created is { } at ? DateOnly.FromDateTime((setup.Zone is { } zone ? TimeZoneInfo.ConvertTime(at, zone) : at).DateTime) : null,
            Lines = lines,
            Currency = currency,
            TotalGross = gross,
            TotalTax = gross with { Amount = tax },
            TotalNet = gross with { Amount = gross.Amount - tax },
            Reason = row.Text("reason") is { } reason ? Texts.Plain(reason) : null,
            Stage = InvoiceStage.Open,
            Rounding = setup.Rounding,
            Token = Tokens.Of(json),
        })
        {
            ModifiedAt = created,
            Label = JsonValues.Invariant(row.Id),
        };
    }
}
