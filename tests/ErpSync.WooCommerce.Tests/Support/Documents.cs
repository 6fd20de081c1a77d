namespace ErpSync.WooCommerce.Tests;

/// <summary>Makes test documents such as the shop can keep: taxes from its own rates, totals that add up.</summary>
internal static class Documents
{
    private static readonly CurrencyCode Euro = new("EUR");

    public static Order Order(Order value)
    {
        var lines = value.Lines.Select(line =>
        {
            var net = line.Net!.Value;
            var tax = Math.Round(net.Amount * 0.2m, 2, MidpointRounding.AwayFromZero);
            return line with { Taxes = [new TaxRate(20)], Tax = net with { Amount = tax }, TaxAmounts = [net with { Amount = tax }] };
        }).ToValueList();
        var (sum, taxes) = (lines.Sum(line => line.Net!.Value.Amount), lines.Sum(line => line.Tax!.Value.Amount));
        return value with
        {
            Lines = lines,
            Currency = Euro,
            Status = null,
            IsPaid = false,
            Stage = value.Stage ?? OrderStage.Pending,
            TotalNet = new Money(sum, Euro),
            TotalTax = new Money(taxes, Euro),
            TotalGross = new Money(sum + taxes, Euro),
        };
    }

    public static Payment Payment(Payment value, Shop? shop) => value with
    {
        CreditNote = null,
        IsRefund = false,
        Stage = PaymentStage.Received,
        TransactionId = value.TransactionId ?? $"TX-{Guid.NewGuid():N}",
        Amount = shop is not null && value.Order is { } order && shop.State.Orders.TryGetValue(long.Parse(order.Id.Value, System.Globalization.CultureInfo.InvariantCulture), out var known)
            ? new Money(decimal.Parse(known["total"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture), Euro)
            : value.Amount,
    };

    public static CreditNote CreditNote(CreditNote value)
    {
        var one = new Money(1, Euro);
        var reason = value.Reason ?? "goodwill";
        return value with
        {
            Reason = reason,
            Currency = Euro,
            Lines = [new DocumentLine { Kind = LineKind.Fee, Label = reason, Quantity = 1, UnitNet = one, Net = one, Tax = one with { Amount = 0 }, Taxes = [] }],
            TotalNet = one,
            TotalTax = one with { Amount = 0 },
            TotalGross = one,
        };
    }
}
