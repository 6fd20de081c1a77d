using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Makes the bodies of creates and updates of products: the named fields only, for what is left out stays.</summary>
internal static class ProductBodies
{
    /// <exception cref="ConnectorException">A value cannot be sent.</exception>
    public static async Task<JsonObject> CreateAsync(Creation<Product> creation, WooRun run, CancellationToken cancellationToken)
    {
        var value = creation.Value;
        var setup = run.Setup;
        var body = new JsonObject
        {
            ["name"] = Texts.Encode(value.Name.Best(setup.Language) ?? value.Reference ?? ""),
            ["type"] = TypeText(value.Type),
            ["status"] = value.Active == false ? run.Session.Options.InactiveStatus : "publish",
            ["meta_data"] = new JsonArray(Tokens.Meta(creation.Token)),
        };
        var fields = new HashSet<string>(StringComparer.Ordinal)
        {
            nameof(Product.Reference), nameof(Product.Summary), nameof(Product.Description), nameof(Product.Barcode), nameof(Product.WeightKg), nameof(Product.DepthCm), nameof(Product.WidthCm),
            nameof(Product.HeightCm), nameof(Product.IsService), nameof(Product.IsDownloadable), nameof(Product.Visibility), nameof(Product.Backorders), nameof(Product.LowStock), nameof(Product.SaleFrom),
            nameof(Product.SaleUntil), nameof(Product.PriceNet), nameof(Product.SalePriceNet), nameof(Product.Custom), nameof(Product.Tags), nameof(Product.Features), nameof(Product.ExternalUrl), nameof(Product.Items),
        };
        if (value.Taxes is not null)
            fields.Add(nameof(Product.Taxes));
        if (value.Categories.Count > 0)
            fields.Add(nameof(Product.Categories));
        if (value.Manufacturer is not null)
            fields.Add(nameof(Product.Manufacturer));
        await FillAsync(body, value, null, fields, run, cancellationToken);
        if (value.CountsStock ?? (run.Session.Options.ManageStock && value.IsService != true && value.Type is not (ProductType.Grouped or ProductType.External)))
            body["manage_stock"] = true;
        return body;
    }

    /// <exception cref="ConnectorException">A value cannot be sent.</exception>
    public static async Task<JsonObject> UpdateAsync(Revision<Product> revision, ProductRow row, WooRun run, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["id"] = row.Id };
        var fields = revision.Fields.ToHashSet(StringComparer.Ordinal);
        var wanted = revision.Wanted;
        if (fields.Contains(nameof(Product.Name)))
            body["name"] = Texts.Encode(wanted.Name.Best(run.Setup.Language) ?? "");
        if (fields.Contains(nameof(Product.Active)))
            body["status"] = wanted.Active == false ? run.Session.Options.InactiveStatus : "publish";
        if (fields.Contains(nameof(Product.Type)) && row.Type != "variable")
            body["type"] = TypeText(wanted.Type);
        if (fields.Contains(nameof(Product.CountsStock)))
            body["manage_stock"] = wanted.CountsStock == true;

        // In a shop whose prices include tax another rate must not move the price without tax.
        if (fields.Contains(nameof(Product.Taxes)) && run.Setup.PricesIncludeTax)
            fields.UnionWith([nameof(Product.PriceNet), nameof(Product.SalePriceNet)]);
        await FillAsync(body, wanted, row, fields, run, cancellationToken);
        return body;
    }

    private static async Task FillAsync(JsonObject body, Product value, ProductRow? row, HashSet<string> fields, WooRun run, CancellationToken cancellationToken)
    {
        var setup = run.Setup;
        var factor = value.Taxes is { } taxes ? TaxClass.FactorOf(taxes) : setup.ClassOf(row?.TaxClass)?.Factor ?? 1;
        var weight = Units.Weight(setup.WeightUnit);
        Set(nameof(Product.Reference), "sku", () => ProductMapping.Sku(value.Reference) ?? "");
        Set(nameof(Product.Summary), "short_description", () => Texts.Html(value.Summary.Best(setup.Language) ?? ""));
        Set(nameof(Product.Description), "description", () => Texts.Html(value.Description.Best(setup.Language) ?? ""));
        Set(nameof(Product.PriceNet), "regular_price", () => Prices.ToText(value.PriceNet, setup, factor, nameof(Product.PriceNet)));
        Set(nameof(Product.SalePriceNet), "sale_price", () => Prices.ToText(value.SalePriceNet, setup, factor, nameof(Product.SalePriceNet)));
        Set(nameof(Product.SaleFrom), "date_on_sale_from_gmt", () => value.SaleFrom is { } from ? JsonValues.Naive(from) : "");
        Set(nameof(Product.SaleUntil), "date_on_sale_to_gmt", () => value.SaleUntil is { } until ? JsonValues.Naive(until) : "");
        if (setup.HasGtin)
            Set(nameof(Product.Barcode), "global_unique_id", () => ProductMapping.Gtin(value.Barcode) ?? "");
        Set(nameof(Product.WeightKg), "weight", () => Units.ToText(value.WeightKg, weight));
        Set(nameof(Product.IsService), "virtual", () => value.IsService == true);
        Set(nameof(Product.IsDownloadable), "downloadable", () => value.IsDownloadable == true);
        Set(nameof(Product.Visibility), "catalog_visibility", () => VisibilityText(value.Visibility));
        Set(nameof(Product.Backorders), "backorders", () => ProductMapping.BackordersText(value.Backorders));
        Set(nameof(Product.LowStock), "low_stock_amount", () => value.LowStock is { } low ? (long)decimal.Truncate(low) : null);
        Set(nameof(Product.ExternalUrl), "external_url", () => value.ExternalUrl ?? "");
        Set(nameof(Product.Items), "grouped_products", () => Ids(value.Type == ProductType.Grouped ? value.Items.Where(item => !item.Product.IsForeign).Select(item => item.Product.Id) : []));
        Set(nameof(Product.Categories), "categories", () => Entries(value.Categories));
        Set(nameof(Product.Manufacturer), "brands", () => value.Manufacturer is { IsForeign: false } brand ? Entries([brand]) : new JsonArray());
        Dimensions(body, value, fields, Units.Length(setup.DimensionUnit));
        if (fields.Contains(nameof(Product.Taxes)) && value.Taxes is { } rates)
            TaxText(body, rates, setup);
        if (fields.Contains(nameof(Product.Tags)))
        {
            var tags = new JsonArray();
            foreach (var tag in value.Tags.Select(tag => tag.Trim()).Where(tag => tag.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
                tags.Add((JsonNode)new JsonObject { ["id"] = await run.Tags.EnsureAsync(tag, cancellationToken) });
            body["tags"] = tags;
        }

        if (fields.Contains(nameof(Product.Features)) && (row is not null || value.Features.Count > 0))
            body["attributes"] = FeatureEntries(value.Features, row?.Attributes ?? []);
        if (fields.Contains(nameof(Product.Custom)))
            Custom(body, value.Custom, row?.Meta ?? [], setup);

        void Set(string field, string name, Func<JsonNode?> make)
        {
            if (fields.Contains(field))
                body[name] = make();
        }
    }

    /// <summary>Adds the configured meta data; what is no longer wanted is deleted by null.</summary>
    public static void Custom(JsonObject body, TextMap wanted, IReadOnlyList<KeyValuePair<string, string>> present, ShopSetup setup)
    {
        var meta = body["meta_data"] as JsonArray ?? [];
        foreach (var key in setup.CustomFields)
        {
            if (wanted[key] is { } text)
                meta.Add((JsonNode)new JsonObject { ["key"] = key, ["value"] = text });
            else if (present.Any(entry => entry.Key == key))
                meta.Add((JsonNode)new JsonObject { ["key"] = key, ["value"] = null });
        }

        if (meta.Count > 0)
            body["meta_data"] = meta;
    }

    private static void Dimensions(JsonObject body, Product value, HashSet<string> fields, decimal unit)
    {
        var sizes = new JsonObject();
        foreach (var (field, side, size) in new[] { (nameof(Product.DepthCm), "length", value.DepthCm), (nameof(Product.WidthCm), "width", value.WidthCm), (nameof(Product.HeightCm), "height", value.HeightCm) })
        {
            if (fields.Contains(field))
                sizes[side] = Units.ToText(size, unit);
        }

        if (sizes.Count > 0)
            body["dimensions"] = sizes;
    }

    private static void TaxText(JsonObject body, ValueList<TaxRate> rates, ShopSetup setup)
    {
        var wanted = rates.Where(rate => rate.Percent != 0).ToValueList();
        var fitting = setup.TaxClasses?.Values.Where(known => known.Rates.Where(rate => rate.Percent != 0).SequenceEqual(wanted)).MinBy(known => known.Slug, StringComparer.Ordinal);
        if (fitting is null && wanted.Count > 0)
        {
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, WooCodes.TaxClass, $"The shop has no tax class with the rates {string.Join(" + ", wanted.Select(rate => JsonValues.Invariant(rate.Percent) + " %")):rates} at its own address.")
            {
                Field = nameof(Product.Taxes),
                Remedy = "Add a tax class with these rates under WooCommerce, Settings, Tax.",
            });
        }

        body["tax_status"] = fitting is null ? "none" : "taxable";
        if (fitting is not null)
            body["tax_class"] = fitting.Slug;
    }

    // Attributes are replaced as a whole: those that make variations stay as they are, in their places.
    private static JsonArray FeatureEntries(TextMap features, IReadOnlyList<AttributeRow> present)
    {
        var kept = present.Where(attribute => attribute.IsVariation).ToList();
        var known = present.Where(attribute => !attribute.IsVariation).DistinctBy(attribute => attribute.Name, StringComparer.Ordinal).ToDictionary(attribute => attribute.Name, StringComparer.Ordinal);
        var wanted = features.Select(feature => (feature.Key, Options: ProductMapping.Options(feature.Value))).Where(feature => feature.Options.Count > 0)
            .Select(feature => known.GetValueOrDefault(feature.Key) is { } attribute ? attribute with { Options = feature.Options } : new AttributeRow(0, feature.Key.Trim(), feature.Options));
        return new JsonArray([.. kept.Concat(wanted).Select(attribute => attribute.ToJson())]);
    }

    private static JsonArray Entries(IEnumerable<Ref> pointers) =>
        new([.. pointers.Where(pointer => !pointer.IsForeign).Select(pointer => JsonValues.Number(pointer.Id)).OfType<long>().Select(id => new JsonObject { ["id"] = id })]);

    private static JsonArray Ids(IEnumerable<RemoteId> ids) => new([.. ids.Select(JsonValues.Number).OfType<long>().Select(id => (JsonNode)JsonValue.Create(id))]);

    private static string TypeText(ProductType? type) => type switch { ProductType.Grouped => "grouped", ProductType.External => "external", _ => "simple" };

    private static string VisibilityText(ProductVisibility? value) => value switch { ProductVisibility.Catalog => "catalog", ProductVisibility.Search => "search", ProductVisibility.Hidden => "hidden", _ => "visible" };
}
