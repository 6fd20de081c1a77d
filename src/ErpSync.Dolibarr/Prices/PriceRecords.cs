using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Between rows of prices and records: pure functions. What the server leaks along with its rows (its database object) is not looked at.</summary>
internal static class PriceRecords
{
    /// <summary>The prices of a product's levels, but for the level that is the product's own price.</summary>
    public static IEnumerable<Remote<Price>> Levels(ProductRow row, bool isVariant, PriceModes modes, DolibarrSetup setup) => row.Levels
        .Where(level => level.Key != setup.PriceLevel && modes.Levels.ContainsKey(level.Key))
        .Select(level => Record(new PriceId(row.Id, PriceId.Level, level.Key), row.Id, isVariant, level.Value.Net, setup, price => price with { Group = modes.Levels[level.Key] }) with { ModifiedAt = row.ModifiedAt, Native = row });

    /// <summary>A price for one customer.</summary>
    /// <exception cref="ConnectorException">The row cannot be read.</exception>
    public static Remote<Price> OfCustomer(JsonElement json, long product, bool isVariant, DolibarrSetup setup)
    {
        var reader = new RowReader(json, EntityKind.Price);
        var customer = reader.Whole("fk_soc") ?? throw reader.Unreadable("fk_soc", "The price names no customer.");
        var net = Reduced(reader.Number("price") ?? 0, reader.Number("discount_percent"));
        return Record(new PriceId(product, PriceId.Customer, reader.Id), product, isVariant, net, setup, price => price with
        {
            Customer = new Ref(EntityKind.Customer, RemoteId.From(customer)),
            CustomerKey = reader.Text("socname"),
        });
    }

    /// <summary>A price from a quantity on.</summary>
    /// <exception cref="ConnectorException">The row cannot be read.</exception>
    public static Remote<Price> OfQuantity(JsonElement json, long product, bool isVariant, decimal vatPercent, DolibarrSetup setup)
    {
        if (json.Whole("rowid") is not { } id || !JsonValues.TryNumber(json.Text("unitprice") ?? "", out var unit) || !JsonValues.TryNumber(json.Text("quantity") ?? "", out var quantity))
            throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, "dolibarr.record-unreadable", "A price by quantity has no id, price or quantity.") { EntityKind = EntityKind.Price, Field = "unitprice" });
        var net = json.Text("price_base_type") is "TTC" ? Math.Round(unit / (1 + (vatPercent / 100)), setup.UnitDecimals, MidpointRounding.AwayFromZero) : unit;
        var percent = JsonValues.TryNumber(json.Text("remise_percent") ?? "", out var off) ? off : (decimal?)null;
        return Record(new PriceId(product, PriceId.Quantity, id), product, isVariant, Reduced(net, percent), setup, price => price with { FromQuantity = quantity });
    }

    private static decimal Reduced(decimal net, decimal? percent) => percent is { } off && off != 0 ? net * (1 - (off / 100)) : net;

    private static Remote<Price> Record(PriceId id, long product, bool isVariant, decimal net, DolibarrSetup setup, Func<Price, Price> more)
    {
        var currency = setup.Currency ?? throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, "dolibarr.currency-unknown", "The company's currency may not be read with this key, so no price can be read.") { EntityKind = EntityKind.Price, Remedy = "Set the option Currency." });
        var price = new Price { Owner = new Ref(isVariant ? EntityKind.ProductVariant : EntityKind.Product, RemoteId.From(product)), Net = new Money(net, currency) };
        return new Remote<Price>(id.ToRemoteId(), more(price)) { Label = id.ToRemoteId().Value };
    }
}
