using System.Globalization;
using System.Xml.Linq;
using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Supply;

/// <summary>What suppliers ask: between rows and records.</summary>
internal static class SupplyMapping
{
    /// <summary>The record in a row.</summary>
    public static Remote<SupplierPrice> Read(WireRow row, IReadOnlyDictionary<long, string> suppliers, ShopData shop)
    {
        var supplier = row.Whole("id_supplier") ?? 0;
        var price = new SupplierPrice
        {
            Owner = row.Whole("id_product_attribute") is > 0 and var variant
                ? new Ref(EntityKind.ProductVariant, RemoteId.From(variant))
                : new Ref(EntityKind.Product, RemoteId.From(row.Whole("id_product") ?? 0)),
            Supplier = suppliers.ContainsKey(supplier) ? new Ref(EntityKind.Supplier, RemoteId.From(supplier)) : null,
            SupplierName = suppliers.GetValueOrDefault(supplier),
            Reference = row.Filled("product_supplier_reference"),
            Net = row.Number("product_supplier_price_te") is { } net and not 0 ? new Money(net, Currency(row, shop)) : null,
        };
        return new Remote<SupplierPrice>(RemoteId.From(row.Id), price)
        {
            Stamp = SupplyRow.StampOf(row, price.SupplierName),
            Label = $"{price.Owner.Kind.Name} {price.Owner.Id}, {price.SupplierName}",
            Native = row,
        };
    }

    /// <summary>What the shop would hold: 0 is no price; it knows neither taxes nor delivery times of purchases.</summary>
    public static SupplierPrice Normalise(SupplierPrice price) => price with
    {
        Reference = TextRules.Reference(price.Reference),
        Net = price.Net?.Round(6) is { Amount: not 0 } net ? net : null,
        Taxes = null,
        LeadTimeDays = null,
    };

    /// <summary>A new row.</summary>
    public static XElement Create(SupplierPrice price, IReadOnlyDictionary<long, long> productOf, ShopData shop)
    {
        var wanted = Normalise(price);
        var id = wanted.Owner.IsForeign ? 0 : Rows.Number(wanted.Owner.Id);
        var (product, variant) = wanted.Owner.Kind == EntityKind.ProductVariant ? (productOf.GetValueOrDefault(id), id) : (id, 0);
        if (product == 0)
            throw Refused(PrestaShopCodes.OwnerMissing, $"The supplier price is of the {wanted.Owner.Kind.Name} {wanted.Owner.Id}, which the shop does not have.", nameof(SupplierPrice.Owner));
        if (wanted.FromQuantity != 1)
            throw Refused(PrestaShopCodes.QuantityInvalid, $"PrestaShop keeps one price of a supplier, from the first piece on, and not one from {wanted.FromQuantity.ToString(CultureInfo.InvariantCulture)}.", nameof(SupplierPrice.FromQuantity));
        return new XElement(
            "product_supplier",
            XmlBody.Value("id_product", product),
            XmlBody.Value("id_product_attribute", variant),
            XmlBody.Value("id_supplier", Supplier(wanted)),
            XmlBody.Value("id_currency", CurrencyId(wanted, shop)),
            XmlBody.Value("product_supplier_reference", wanted.Reference),
            XmlBody.Value("product_supplier_price_te", Amount(wanted)));
    }

    /// <summary>The changed fields of a row; null when none of them is one of the shop's.</summary>
    public static XElement? Update(Revision<SupplierPrice> revision, WireRow present, ShopData shop)
    {
        var wanted = Normalise(revision.Wanted);
        var record = XmlBody.Record("product_supplier", present.Id);
        foreach (var field in revision.Fields)
        {
            switch (field)
            {
                case nameof(SupplierPrice.Supplier):
                    record.Add(XmlBody.Value("id_supplier", Supplier(wanted)));
                    break;
                case nameof(SupplierPrice.Reference):
                    record.Add(XmlBody.Value("product_supplier_reference", wanted.Reference));
                    break;
                case nameof(SupplierPrice.Net):
                    record.Add(XmlBody.Value("product_supplier_price_te", Amount(wanted)), XmlBody.Value("id_currency", CurrencyId(wanted, shop)));
                    break;
            }
        }

        return record.Elements().Skip(1).Any() ? record : null;
    }

    /// <summary>True when a row holds what an element was to store.</summary>
    public static bool Holds(WireRow row, XElement record) => record.Elements().All(field =>
        string.Equals(row.Text(field.Name.LocalName) ?? "", field.Value, StringComparison.Ordinal)
        || (field.Name.LocalName == "product_supplier_price_te" && row.Number(field.Name.LocalName) == decimal.Parse(field.Value, CultureInfo.InvariantCulture)));

    private static CurrencyCode Currency(WireRow row, ShopData shop) => row.Whole("id_currency") is > 0 and var id
        ? shop.CurrencyOf(id)?.Code ?? throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, PrestaShopCodes.ValueUnreadable, $"The supplier price is in the currency {id}, which does not exist.") { Field = nameof(SupplierPrice.Net) })
        : shop.Currency;

    private static long CurrencyId(SupplierPrice wanted, ShopData shop)
    {
        var code = wanted.Net?.Currency ?? shop.Currency;
        return shop.Currencies.FirstOrDefault(currency => currency.Code == code)?.Id ?? throw Refused(PrestaShopCodes.CurrencyForeign, $"The shop has no currency {code}.", nameof(SupplierPrice.Net));
    }

    private static decimal Amount(SupplierPrice wanted) => wanted.Net is not { } net ? 0 : net.Amount >= 0 ? net.Amount
        : throw Refused(PrestaShopCodes.PriceNegative, $"PrestaShop takes no negative price ({net.Amount.ToString(CultureInfo.InvariantCulture)}).", nameof(SupplierPrice.Net));

    private static long Supplier(SupplierPrice wanted) => wanted.Supplier is { IsForeign: false } supplier && Rows.Number(supplier.Id) is > 0 and var id ? id
        : throw Refused(PrestaShopCodes.SupplierMissing, $"The supplier {wanted.SupplierName ?? wanted.Supplier?.ToString()} is not linked to one of the shop.", nameof(SupplierPrice.Supplier));

    private static ConnectorException Refused(string code, string message, string field) => new(new SyncProblem(ProblemKind.Rejected, code, message) { Field = field });
}
