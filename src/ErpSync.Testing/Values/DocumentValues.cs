namespace ErpSync.Testing;

/// <summary>Random valid lines of documents: goods, shipping and a discount, with taxes of the domain and amounts that add up in the currency's smallest unit.</summary>
internal sealed class DocumentValues(Random random, FieldDomain domain)
{
    public ValueList<DocumentLine> Lines(IReadOnlyList<Ref> targets)
    {
        var lines = new List<DocumentLine>();
        foreach (var product in Goods(targets))
            lines.Add(Line(LineKind.Product, product, random.Next(1, 5), Price()));
        if (random.Next(2) == 0)
            lines.Add(Line(LineKind.Shipping, null, 1, Price()));
        if (random.Next(3) == 0)
            lines.Add(Line(LineKind.Discount, null, 1, -Price() / 10));
        return lines.ToValueList();
    }

    public ValueList<ShipmentLine> ShipmentLines(IReadOnlyList<Ref> targets) =>
        Goods(targets).Select(product => new ShipmentLine { Product = product, Reference = product?.Id.Value ?? Code(), Quantity = random.Next(1, 5) }).ToValueList();

    private IEnumerable<Ref?> Goods(IReadOnlyList<Ref> targets)
    {
        var goods = targets.Where(target => target.Kind == EntityKind.Product || target.Kind == EntityKind.ProductVariant).ToList();
        return goods.Count == 0 ? [null] : goods.Take(random.Next(1, goods.Count + 1)).Select(product => (Ref?)product);
    }

    private DocumentLine Line(LineKind kind, Ref? product, int quantity, decimal price)
    {
        var unit = new Money(Math.Round(price, domain.Currency.Decimals), domain.Currency);
        var net = unit with { Amount = unit.Amount * quantity };
        var taxes = domain.TaxSets.Count == 0 ? [] : domain.TaxSets[random.Next(domain.TaxSets.Count)];
        var tax = LineAmounts.Taxes(net, taxes).Sum(amount => amount.Round(domain.Currency.Decimals).Amount);
        return new DocumentLine
        {
            Kind = kind,
            Product = product,
            Reference = kind == LineKind.Product ? Code() : null,
            Label = kind.ToString(),
            Quantity = quantity,
            UnitNet = unit,
            Taxes = taxes,
            Net = net,
            Tax = net with { Amount = tax },
        };
    }

    private string Code() => domain.Prefix + random.Next(int.MaxValue).ToString("X8", System.Globalization.CultureInfo.InvariantCulture);

    private decimal Price() => Math.Min(random.Next(100, 100_000) / 100m, domain.Largest);
}
