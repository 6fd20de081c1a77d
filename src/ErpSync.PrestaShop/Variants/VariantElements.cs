using System.Xml.Linq;

namespace ErpSync.PrestaShop.Variants;

/// <summary>Combinations: from records to the XML of writes. Throws a <see cref="ConnectorException"/> for a record that the shop cannot hold.</summary>
internal static class VariantElements
{
    private static readonly string[] Scalars =
    [
        nameof(ProductVariant.Reference), nameof(ProductVariant.Barcode), nameof(ProductVariant.PriceNet), nameof(ProductVariant.WeightKg), nameof(ProductVariant.Upc), nameof(ProductVariant.Isbn),
        nameof(ProductVariant.Mpn), nameof(ProductVariant.CostNet), nameof(ProductVariant.MinimalQuantity), nameof(ProductVariant.LowStock),
    ];

    /// <summary>A new combination; the first of a product becomes its default, a second default would be refused.</summary>
    public static XElement Create(ProductVariant wanted, IReadOnlyDictionary<long, ProductBase> bases, OptionCatalog catalog, SyncProblem? missing, ShopData shop, HashSet<long> withDefault)
    {
        var product = wanted.Product is { } owner ? Rows.Number(owner.Id) : 0;
        if (!bases.TryGetValue(product, out var known))
            throw Refused(PrestaShopCodes.OwnerMissing, product == 0 ? "A combination needs a product." : $"There is no product {product}.", nameof(ProductVariant.Product));
        if (wanted.Options.Count == 0)
            throw Refused(PrestaShopCodes.OptionsMissing, "A combination needs at least one option.", nameof(ProductVariant.Options));
        var record = new XElement("combination", XmlBody.Value("id_product", product));
        foreach (var field in Scalars.Where(field => field != nameof(ProductVariant.WeightKg) || wanted.WeightKg is not null))
            Change(record, field, wanted, known, shop);
        var values = Values(wanted, catalog, missing);
        if (wanted.IsDefault != false && withDefault.Add(product))
            record.Add(XmlBody.Value("default_on", flag: true));
        record.Add(values);
        return record;
    }

    /// <summary>The changed fields of a combination; null when none of them is one of the shop's.</summary>
    public static XElement? Update(Revision<ProductVariant> revision, NativeVariant? current, OptionCatalog catalog, SyncProblem? missing, ShopData shop)
    {
        if (current is null)
            throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, PrestaShopCodes.NotFound, $"There is no combination {revision.Current.Id} (any more)."));
        var wanted = VariantMapping.Normalise(revision.Wanted, shop);
        var record = XmlBody.Record("combination", current.Row.Id);
        foreach (var field in revision.Fields)
        {
            if (field == nameof(ProductVariant.Options))
                record.Add(Values(wanted, catalog, missing));
            else
                Change(record, field, wanted, current.Base ?? throw Refused(PrestaShopCodes.OwnerMissing, "The combination's product is gone.", field), shop);
        }

        return record.Elements().Skip(1).Any() ? record : null;
    }

    private static void Change(XElement record, string field, ProductVariant wanted, ProductBase known, ShopData shop)
    {
        switch (field)
        {
            case nameof(ProductVariant.Reference):
                record.Add(XmlBody.Value("reference", wanted.Reference));
                break;
            case nameof(ProductVariant.Barcode):
                record.Add(XmlBody.Value("ean13", PrestaShop.Values.Barcode(wanted.Barcode, shop)));
                break;
            case nameof(ProductVariant.PriceNet):
                // Without a price of its own a combination costs what the product costs.
                record.Add(XmlBody.Value("price", wanted.PriceNet is null ? 0 : PrestaShop.Values.Amount(wanted.PriceNet, shop, field, mayBeNegative: false) - known.Price));
                break;
            case nameof(ProductVariant.Upc):
                record.Add(XmlBody.Value("upc", PrestaShop.Values.Upc(wanted.Upc)));
                break;
            case nameof(ProductVariant.Isbn):
                record.Add(XmlBody.Value("isbn", PrestaShop.Values.Isbn(wanted.Isbn)));
                break;
            case nameof(ProductVariant.Mpn):
                record.Add(XmlBody.Value("mpn", wanted.Mpn));
                break;
            case nameof(ProductVariant.CostNet):
                record.Add(XmlBody.Value("wholesale_price", PrestaShop.Values.Amount(wanted.CostNet, shop, field, mayBeNegative: false)));
                break;
            case nameof(ProductVariant.MinimalQuantity):
                record.Add(XmlBody.Value("minimal_quantity", (long)(wanted.MinimalQuantity ?? 1)));
                break;
            case nameof(ProductVariant.LowStock):
                record.Add(XmlBody.Value("low_stock_threshold", (long)(wanted.LowStock ?? 0)));
                break;
            case nameof(ProductVariant.IsDefault) when wanted.IsDefault == false:
                // Making another one the default is told with that one.
                record.Add(XmlBody.Value("default_on", flag: false));
                break;
            case nameof(ProductVariant.WeightKg) when shop.Weight is { } unit:
                record.Add(XmlBody.Value("weight", unit.ToStored(wanted.WeightKg) - known.Weight));
                break;
        }
    }

    private static XElement Values(ProductVariant wanted, OptionCatalog catalog, SyncProblem? missing) =>
        XmlBody.Association("product_option_values", "product_option_value", wanted.Options.Select(option => catalog.Value(option) ?? throw new ConnectorException(missing
            ?? new SyncProblem(ProblemKind.Rejected, PrestaShopCodes.OptionsMissing, $"The option {option.Name} = {option.Value} could not be created.") { Field = nameof(ProductVariant.Options) })));

    private static ConnectorException Refused(string code, string message, string field) => new(new SyncProblem(ProblemKind.Rejected, code, message) { Field = field });
}
