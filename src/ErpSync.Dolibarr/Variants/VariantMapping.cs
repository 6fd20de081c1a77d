using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Between rows and records of variants: pure functions.</summary>
internal static class VariantMapping
{
    /// <summary>Reads a child of the variants module.</summary>
    public static Remote<ProductVariant> ReadChild(ProductRow row, CombinationRow? combination, ValueList<VariantOption> options, DolibarrSetup setup) =>
        Read(row, combination?.ParentId ?? row.ParentId, options, setup);

    /// <summary>Reads a separate product that stands for a variant.</summary>
    public static Remote<ProductVariant> ReadSeparate(ProductRow row, DolibarrSetup setup) => Read(row, row.MarkedParentId, VariantMark.Options(row), setup);

    public static ProductVariant Normalise(ProductVariant value, DolibarrSetup setup) => value with
    {
        Reference = ProductMapping.Reference(value.Reference, setup),
        Options = value.Options.Select(option => new VariantOption(TextRules.Label(option.Name, setup), TextRules.Label(option.Value, setup))).ToValueList(),
        PriceNet = PriceMapping.Normalise(value.PriceNet, setup),
        Barcode = ProductMapping.Barcode(value.Barcode),
        WeightKg = WeightMapping.Normalise(value.WeightKg),
        CostNet = value.CostNet?.Round(8),
        LowStock = WeightMapping.Normalise(value.LowStock),
        Custom = CustomFields.Normalise(value.Custom, setup),
    };

    /// <summary>The body of a combination: impacts against the parent, features, the child's reference.</summary>
    public static JsonObject ToCombination(Creation<ProductVariant> creation, ProductRow parent, IReadOnlyDictionary<long, long> features, DolibarrSetup setup)
    {
        var value = creation.Value;
        var body = new JsonObject
        {
            ["weight_impact"] = value.WeightKg is { } weight ? JsonValues.Invariant(WeightImpact(weight, parent)) : "0",
            ["price_impact"] = JsonValues.Invariant(Impact(value.PriceNet, parent, setup)),
            ["price_impact_is_percent"] = 0,
            ["features"] = new JsonObject(features.Select(feature => new KeyValuePair<string, JsonNode?>(JsonValues.Invariant(feature.Key), feature.Value))),
            ["ref_ext"] = creation.Token,
        };
        if (ProductMapping.Reference(value.Reference, setup) is { } reference)
            body["reference"] = reference;
        return body;
    }

    /// <summary>What the variant's price adds to its parent's.</summary>
    public static decimal Impact(Money? price, ProductRow parent, DolibarrSetup setup) =>
        price is { } money ? PriceMapping.Amount(money, setup, nameof(ProductVariant.PriceNet)) - (PriceMapping.Net(parent, setup) ?? 0) : 0;

    /// <summary>What the variant's weight adds to its parent's, in the parent's unit.</summary>
    public static decimal WeightImpact(decimal kilograms, ProductRow parent) => Math.Round(WeightMapping.FromKilograms(kilograms, parent.WeightUnits) - (parent.Weight ?? 0), 8);

    /// <summary>The body that makes a fresh or adopted child the variant that is wanted.</summary>
    public static JsonObject ToChild(Creation<ProductVariant> creation, ProductRow child, DolibarrSetup setup)
    {
        var body = new JsonObject { ["ref_ext"] = creation.Token, ["caller"] = "erpsync" };
        if (ProductMapping.Reference(creation.Value.Reference, setup) is { } reference && !string.Equals(reference, child.Reference, StringComparison.Ordinal))
            body["ref"] = reference;
        if (creation.Value.PriceNet is { } price)
            PriceMapping.Write(body, child, PriceMapping.Amount(price, setup, nameof(ProductVariant.PriceNet)), null, setup);
        if (ProductMapping.Barcode(creation.Value.Barcode) is { } barcode)
            ProductMapping.WriteBarcode(body, barcode);
        if (creation.Value.WeightKg is { } weight)
            ProductMapping.WriteWeight(body, weight, child.WeightUnits);
        WriteRest(body, creation.Value, child, setup);
        return body;
    }

    // A child begins as a copy of its parent: what the variant does not say stays so, what it says replaces it.
    private static void WriteRest(JsonObject body, ProductVariant value, ProductRow child, DolibarrSetup setup)
    {
        if (value.CostNet is not null)
            ProductMapping.WriteCost(body, value.CostNet, setup);
        if (value.Active is { } isOnSale && isOnSale != child.IsOnSale)
            body["status"] = isOnSale ? 1 : 0;
        if (value.LowStock is { } low)
            body["seuil_stock_alerte"] = JsonValues.Invariant(low);
        var inherited = CustomFields.Read(child, setup);
        if (setup.CustomFields.Any(code => !string.Equals(value.Custom[code] ?? "", inherited[code] ?? "", StringComparison.Ordinal)))
            CustomFields.Write(body, value.Custom, inherited, setup);
    }

    /// <summary>The body of an update of a child or separate product: the named fields only.</summary>
    public static JsonObject ToUpdate(Revision<ProductVariant> revision, ProductRow row, DolibarrSetup setup)
    {
        var (body, wanted) = (new JsonObject { ["caller"] = "erpsync" }, revision.Wanted);
        foreach (var field in revision.Fields)
        {
            if (field == nameof(ProductVariant.Reference) && ProductMapping.Reference(wanted.Reference, setup) is { } reference)
                body["ref"] = reference;
            else if (field == nameof(ProductVariant.PriceNet) && wanted.PriceNet is { } price)
                PriceMapping.Write(body, row, PriceMapping.Amount(price, setup, nameof(ProductVariant.PriceNet)), null, setup);
            else if (field == nameof(ProductVariant.Barcode))
                ProductMapping.WriteBarcode(body, wanted.Barcode);
            else if (field == nameof(ProductVariant.WeightKg))
                ProductMapping.WriteWeight(body, wanted.WeightKg, row.WeightUnits);
            else if (field == nameof(ProductVariant.CostNet))
                ProductMapping.WriteCost(body, wanted.CostNet, setup);
            else if (field == nameof(ProductVariant.Active) && wanted.Active is { } isOnSale)
                body["status"] = isOnSale ? 1 : 0;
            else if (field == nameof(ProductVariant.LowStock))
                body["seuil_stock_alerte"] = JsonValues.Invariant(wanted.LowStock ?? 0);
            else if (field == nameof(ProductVariant.Custom))
                CustomFields.Write(body, wanted.Custom, revision.Current.Value.Custom, setup);
        }

        return body;
    }

    /// <summary>The body of a separate product that stands for the variant: its parent's name and taxes, the options in front of the description.</summary>
    public static JsonObject ToSeparate(Creation<ProductVariant> creation, ProductRow parent, DolibarrSetup setup)
    {
        var value = creation.Value;
        var body = ProductMapping.ToCreate(
            new Product
            {
                Reference = value.Reference,
                Name = LocalizedText.Of(setup.Language, parent.Label),
                Description = LocalizedText.Of(setup.Language, VariantMark.FirstLine(value.Options) + parent.Description),
                PriceNet = value.PriceNet ?? PriceMapping.Money(parent, setup),
                Barcode = value.Barcode,
                WeightKg = value.WeightKg ?? WeightMapping.ToKilograms(parent.Weight, parent.WeightUnits),
                Active = value.Active ?? parent.IsOnSale,
                IsService = parent.IsService,
                CostNet = value.CostNet,
                LowStock = value.LowStock,
                Custom = value.Custom,
            },
            VariantMark.Write(creation.Token, parent.Id),
            setup);
        TaxMapping.Write(body, new VatRate(parent.VatPercent, parent.VatCode, parent.Local1, parent.Local2));
        body["note_private"] = VariantMark.Note(value.Options);
        return body;
    }

    private static Remote<ProductVariant> Read(ProductRow row, long? parent, ValueList<VariantOption> options, DolibarrSetup setup) =>
        new(RemoteId.From(row.Id), new ProductVariant
        {
            Product = parent is { } id ? new Ref(EntityKind.Product, RemoteId.From(id)) : null,
            Reference = row.Reference,
            Options = options,
            PriceNet = PriceMapping.Money(row, setup),
            Barcode = row.Barcode,
            WeightKg = WeightMapping.ToKilograms(row.Weight, row.WeightUnits),
            CostNet = PriceMapping.Money(row.CostPrice, setup),
            Active = row.IsOnSale,
            LowStock = row.LowStock is { } low && low != 0 ? low : null,
            Custom = CustomFields.Read(row, setup),
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = row.Reference ?? row.Label,
            Native = row,
        };
}
