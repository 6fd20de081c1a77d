using System.Globalization;
using System.Xml.Linq;

namespace ErpSync.PrestaShop.Prices;

/// <summary>Specific prices: from records to the XML of writes. Throws a <see cref="ConnectorException"/> for a record that the shop cannot hold.</summary>
internal static class PriceElements
{
    /// <summary>The columns that together no two specific prices share.</summary>
    public static IReadOnlyList<string> Key { get; } =
        ["id_shop_group", "id_shop", "id_product", "id_product_attribute", "id_currency", "id_country", "id_group", "id_customer", "from_quantity", "from", "to"];

    private static readonly HashSet<string> Amounts = new(StringComparer.Ordinal)
    {
        nameof(Price.Net), nameof(Price.FixedNet), nameof(Price.ReductionPercent), nameof(Price.ReductionAmount), nameof(Price.ReductionWithTax),
    };

    /// <summary>A new price. In an installation with several shops it belongs to the one in use.</summary>
    public static XElement Create(Price price, PriceTargets targets, ShopData shop)
    {
        var wanted = PriceMapping.Normalise(price);
        var (product, variant) = targets.Owner(wanted.Owner);
        var record = new XElement(
            "specific_price",
            XmlBody.Value("id_shop_group", 0),
            XmlBody.Value("id_shop", shop.IsOneOfMany ? shop.ShopId : 0),
            XmlBody.Value("id_cart", 0),
            XmlBody.Value("id_product", product),
            XmlBody.Value("id_product_attribute", variant),
            XmlBody.Value("id_currency", Currency(wanted, shop)),
            XmlBody.Value("id_country", targets.Country(wanted.Country)),
            XmlBody.Value("id_group", targets.Group(wanted.Group)),
            XmlBody.Value("id_customer", Customer(wanted)),
            XmlBody.Value("id_specific_price_rule", 0));
        record.Add(Pricing(wanted, PriceMapping.HasReduction(wanted)));
        record.Add(
            XmlBody.Value("from_quantity", Quantity(wanted)),
            XmlBody.Value("from", Date(wanted.From, shop)),
            XmlBody.Value("to", Date(wanted.Until?.AddSeconds(-1), shop)));
        return record;
    }

    /// <summary>The changed fields of a price; null when none of them is one of the shop's.</summary>
    public static XElement? Update(Revision<Price> revision, WireRow? present, ShopData shop)
    {
        if (present is null)
            throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, PrestaShopCodes.NotFound, $"There is no price {revision.Current.Id} (any more)."));
        DemandOwn(present, shop);
        var wanted = PriceMapping.Normalise(revision.Wanted);
        var record = XmlBody.Record("specific_price", present.Id);
        if (revision.Fields.Any(Amounts.Contains))
        {
            if (Currency(wanted, shop) != (present.Whole("id_currency") ?? 0))
                throw Refused(PrestaShopCodes.CurrencyForeign, $"The price is in {wanted.Net.Currency}, and the one in the shop is in another currency.", nameof(Price.Net));

            // Somebody who says what it costs, and not how it is reduced, means just that.
            var isPlain = revision.Fields.All(field => field is nameof(Price.Net) or nameof(Price.Customer));
            record.Add(Pricing(wanted, PriceMapping.HasReduction(wanted) && !isPlain));
        }

        if (revision.Fields.Contains(nameof(Price.Customer)))
            record.Add(XmlBody.Value("id_customer", Customer(wanted)));
        return record.Elements().Skip(1).Any() ? record : null;
    }

    /// <summary>Refuses to touch a price that holds for other shops too.</summary>
    public static void DemandOwn(WireRow row, ShopData shop)
    {
        if (!PriceRow.IsShared(row, shop))
            return;
        throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, PrestaShopCodes.PriceOfAllShops, $"The price {row.Id} holds for all shops of the installation, and this connection is for one of them.")
        {
            Remedy = "Limit the price to this shop in the back office, or change it there.",
        });
    }

    /// <summary>True when a row holds what an element was to store.</summary>
    public static bool Holds(WireRow row, XElement record) => record.Elements().All(field => AreSame(row.Text(field.Name.LocalName) ?? "", field.Value));

    /// <summary>True when a row has the key of an element.</summary>
    public static bool HasKeyOf(WireRow row, XElement record) => Key.All(column => AreSame(row.Text(column) ?? "0", record.Element(column)?.Value ?? "0"));

    private static bool AreSame(string stored, string sent) =>
        string.Equals(stored, sent, StringComparison.Ordinal)
        || (decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var one) && decimal.TryParse(sent, NumberStyles.Float, CultureInfo.InvariantCulture, out var other) && one == other);

    private static IEnumerable<XElement> Pricing(Price wanted, bool isReduced)
    {
        var stays = isReduced && wanted.FixedNet is null;
        yield return XmlBody.Value("price", stays ? -1 : Amount(isReduced ? wanted.FixedNet!.Value : wanted.Net, wanted, nameof(Price.Net)));
        var percent = isReduced ? wanted.ReductionPercent : null;
        if (percent is <= 0 or > 100)
            throw Refused(PrestaShopCodes.ReductionInvalid, $"A reduction of {percent.Value.ToString(CultureInfo.InvariantCulture)} % is none that a shop can give.", nameof(Price.ReductionPercent));
        var amount = isReduced && percent is null ? Amount(wanted.ReductionAmount!.Value, wanted, nameof(Price.ReductionAmount)) : 0;
        yield return XmlBody.Value("reduction", percent is { } share ? share / 100 : amount);
        yield return XmlBody.Value("reduction_tax", percent is not null || wanted.ReductionWithTax == true);
        yield return XmlBody.Value("reduction_type", percent is not null ? "percentage" : "amount");
    }

    private static decimal Amount(Money money, Price price, string field)
    {
        if (money.Currency != price.Net.Currency)
            throw Refused(PrestaShopCodes.CurrencyForeign, $"The amount is in {money.Currency} and the price in {price.Net.Currency}.", field);
        return money.Amount >= 0 ? money.Amount
            : throw Refused(PrestaShopCodes.PriceNegative, $"PrestaShop takes no negative price ({money.Amount.ToString(CultureInfo.InvariantCulture)}).", field);
    }

    private static long Currency(Price wanted, ShopData shop)
    {
        if (wanted.AnyCurrency)
        {
            return wanted.Net.Currency == shop.Currency ? 0
                : throw Refused(PrestaShopCodes.CurrencyForeign, $"A price for every currency is told in {shop.Currency} and not in {wanted.Net.Currency}.", nameof(Price.Net));
        }

        return shop.Currencies.FirstOrDefault(currency => currency.Code == wanted.Net.Currency)?.Id
            ?? throw Refused(PrestaShopCodes.CurrencyForeign, $"The shop has no currency {wanted.Net.Currency}.", nameof(Price.Net));
    }

    // A customer whom the shop does not have must not become everybody.
    private static long Customer(Price wanted)
    {
        if (wanted.Customer is { IsForeign: false } customer && Rows.Number(customer.Id) is > 0 and var id)
            return id;
        return wanted.Customer is null && string.IsNullOrWhiteSpace(wanted.CustomerKey) ? 0
            : throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, PrestaShopCodes.CustomerMissing, $"The price is for the customer {wanted.CustomerKey ?? wanted.Customer?.ToString()}, who is not linked to one of the shop.")
            {
                Field = nameof(Price.Customer),
                Remedy = "Synchronise or link the customer first.",
            });
    }

    private static long Quantity(Price wanted) => wanted.FromQuantity >= 1 && wanted.FromQuantity <= int.MaxValue && wanted.FromQuantity == decimal.Truncate(wanted.FromQuantity)
        ? (long)wanted.FromQuantity
        : throw Refused(PrestaShopCodes.QuantityInvalid, $"PrestaShop takes whole quantities from 1 on and not {wanted.FromQuantity.ToString(CultureInfo.InvariantCulture)}.", null);

    private static string Date(DateTimeOffset? instant, ShopData shop) => instant is { } moment ? LocalTime.ToText(moment, shop.Zone) : "0000-00-00 00:00:00";

    private static ConnectorException Refused(string code, string message, string? field) => new(new SyncProblem(ProblemKind.Rejected, code, message) { Field = field });
}
