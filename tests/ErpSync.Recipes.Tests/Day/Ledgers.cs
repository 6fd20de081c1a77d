namespace ErpSync.Recipes.Tests.Day;

/// <summary>How far an order is, as the people of the day know it.</summary>
internal enum Stage
{
    Waiting,
    Paid,
    InDespatch,
    Delivered,
    Cancelled,
}

/// <summary>A line as the customer bought it: the article, how many, what one piece costs without tax in the order's currency, and the tax.</summary>
internal sealed record Bought(string Sku, int Quantity, decimal UnitNet, decimal Vat)
{
    /// <summary>What one piece costs with tax: the shop rounds each piece.</summary>
    public decimal UnitGross => Cents.Round(Cents.Micro(UnitNet * (1m + (Vat / 100m))));

    public decimal Gross => UnitGross * Quantity;
}

internal static class Cents
{
    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    public static decimal Micro(decimal amount) => Math.Round(amount, 6, MidpointRounding.AwayFromZero);
}

/// <summary>One order in the books of the day.</summary>
internal sealed class OrderLedger(int shopId, string reference, string currency)
{
    public int ShopId { get; } = shopId;

    /// <summary>What the customer reads on the confirmation.</summary>
    public string Reference { get; } = reference;

    public string Currency { get; } = currency;

    public List<Bought> Lines { get; } = [];

    /// <summary>Goods, shipping and discount together, with tax, in the order's currency.</summary>
    public decimal Total { get; set; }

    public decimal Paid { get; set; }

    public decimal Credited { get; set; }

    /// <summary>What of <see cref="Credited"/> was given back by a credit slip of the shop; the rest is a cancelled invoice.</summary>
    public decimal OnSlips { get; set; }

    public Stage Stage { get; set; }

    /// <summary>The state in which the order was born, while nothing else happened to it.</summary>
    public int Born { get; set; }

    /// <summary>True once it was paid: only then is it invoiced.</summary>
    public bool IsInvoiced { get; set; }

    public Dictionary<string, int> Shipped { get; } = new(StringComparer.Ordinal);

    public List<string> Parcels { get; } = [];

    public int Open(string sku) => Stage is Stage.Cancelled ? 0 : Lines.Where(line => line.Sku == sku).Sum(line => line.Quantity) - Shipped.GetValueOrDefault(sku);

    public bool IsShippedInFull => Lines.All(line => Open(line.Sku) == 0);
}

/// <summary>One article in the books of the day.</summary>
internal sealed class GoodsLedger(string sku, int productId, int combinationId, decimal vat)
{
    public string Sku { get; } = sku;

    public int ProductId { get; } = productId;

    public int CombinationId { get; } = combinationId;

    public decimal Vat { get; } = vat;

    /// <summary>What lies in the ERP's warehouse: receipts, corrections and returns less what was sent.</summary>
    public int OnHand { get; set; }

    /// <summary>The price without tax that the ERP's people set last; null for combinations, whose price nobody edits.</summary>
    public decimal? Price { get; set; }

    /// <summary>The name that the shop's people set last; null for combinations.</summary>
    public string? Name { get; set; }
}

/// <summary>The books that the people of the day keep. They are written by what people do, never by what a system answers about it, and know nothing of ErpSync.</summary>
internal sealed class DayBooks
{
    public List<OrderLedger> Orders { get; } = [];

    public List<GoodsLedger> Goods { get; } = [];

    public List<string> Customers { get; } = [];

    /// <summary>What may still be sold of an article: what lies there less what was ordered, is not cancelled and was not sent.</summary>
    public Dictionary<string, int> Sellable()
    {
        var left = Goods.ToDictionary(goods => goods.Sku, goods => goods.OnHand, StringComparer.Ordinal);
        foreach (var order in Orders)
        {
            foreach (var sku in order.Lines.Select(line => line.Sku).Distinct(StringComparer.Ordinal))
                left[sku] -= order.Open(sku);
        }

        return left;
    }
}
