using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Between rows and records of products: pure functions.</summary>
internal static class ProductMapping
{
    public static Remote<Product> Read(ProductRow row, DolibarrSetup setup, RefSet categories, bool hasVariants) =>
        new(RemoteId.From(row.Id), new Product
        {
            Reference = row.Reference,
            Name = Texts(row, setup, static text => text.Label, row.Label),
            Description = Texts(row, setup, static text => text.Description, row.Description),
            PriceNet = PriceMapping.Money(row, setup),
            CostNet = PriceMapping.Money(row.CostPrice, setup),
            Taxes = TaxMapping.Taxes(row.VatPercent, row.Local1, row.Local2),
            Barcode = row.Barcode,
            WeightKg = WeightMapping.ToKilograms(row.Weight, row.WeightUnits),
            Active = row.IsOnSale,
            IsService = row.IsService,
            Categories = categories,
            WidthCm = Length(row.Width),
            HeightCm = Length(row.Height),
            DepthCm = Length(row.Depth),
            Unit = setup.Units.Name(row.UnitId),
            LowStock = row.LowStock is { } low && low != 0 ? low : null,
            PrivateNote = Notes.ReadRich(row.NotePrivate),
            Custom = CustomFields.Read(row, setup),
            HasVariants = hasVariants,
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = row.Reference ?? row.Label,
            Native = row,
        };

    public static Product Normalise(Product value, DolibarrSetup setup) => value with
    {
        Reference = Reference(value.Reference, setup),
        Name = value.Name.Only(setup.Languages).Select(text => TextRules.Label(text, setup)),
        Summary = LocalizedText.Empty,
        Description = value.Description.Only(setup.Languages).Select(text => TextRules.Html(text, setup)),
        PriceNet = PriceMapping.Normalise(value.PriceNet, setup),
        CostNet = value.CostNet?.Round(8),
        Barcode = Barcode(value.Barcode),
        WeightKg = WeightMapping.Normalise(value.WeightKg),
        WidthCm = WeightMapping.Normalise(value.WidthCm),
        HeightCm = WeightMapping.Normalise(value.HeightCm),
        DepthCm = WeightMapping.Normalise(value.DepthCm),
        Unit = setup.Units.Name(setup.Units.Id(value.Unit)),
        LowStock = WeightMapping.Normalise(value.LowStock),
        PrivateNote = Notes.NormaliseRich(value.PrivateNote, setup),
        Custom = CustomFields.Normalise(value.Custom, setup),
    };

    public static string? Reference(string? reference, DolibarrSetup setup) =>
        string.IsNullOrWhiteSpace(reference) ? null : TextRules.Reference(reference, setup);

    public static string? Barcode(string? barcode) => barcode?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The body of a create; the token in <c>ref_ext</c> makes it findable whatever happens to the answer.</summary>
    /// <exception cref="ConnectorException">A value cannot be sent.</exception>
    public static JsonObject ToCreate(Product value, string refExt, DolibarrSetup setup)
    {
        var rate = value.Taxes is { } taxes ? TaxMapping.Find(taxes, setup) : null;
        var body = new JsonObject
        {
            ["ref"] = Reference(value.Reference, setup) ?? throw NoReference(),
            ["label"] = Label(value.Name, setup),
            ["description"] = TextRules.Html(value.Description.Best(setup.Language) ?? "", setup),
            ["type"] = value.IsService == true ? 1 : 0,
            ["status"] = value.Active == false ? 0 : 1,
            ["status_buy"] = 1,
            ["ref_ext"] = refExt,
            ["caller"] = "erpsync",
        };
        if (rate is not null)
            TaxMapping.Write(body, rate);
        if (value.PriceNet is { } price)
            PriceMapping.WriteFirst(body, PriceMapping.Amount(price, setup, nameof(Product.PriceNet)), rate, setup);
        WriteRest(body, value, setup);
        return body;
    }

    /// <summary>The body of an update: the named fields only. Empty (but for the caller) when only categories changed.</summary>
    /// <exception cref="ConnectorException">A value cannot be sent.</exception>
    public static JsonObject ToUpdate(Revision<Product> revision, ProductRow row, DolibarrSetup setup)
    {
        var wanted = revision.Wanted;
        var body = new JsonObject { ["caller"] = "erpsync" };
        var rate = Has(nameof(Product.Taxes)) && wanted.Taxes is { } taxes ? TaxMapping.Find(taxes, setup, row.VatCode) : null;
        if (Has(nameof(Product.Reference)))
            body["ref"] = Reference(wanted.Reference, setup) ?? throw NoReference();
        if (Has(nameof(Product.Name)))
            body["label"] = Label(wanted.Name, setup);
        if (Has(nameof(Product.Description)))
            body["description"] = TextRules.Html(wanted.Description.Best(setup.Language) ?? "", setup);
        if (setup.OtherLocales.Count > 0 && (Has(nameof(Product.Name)) || Has(nameof(Product.Description))))
            body["multilangs"] = Translations(wanted, row, setup);
        if (rate is not null)
            TaxMapping.Write(body, rate);
        // A new rate recomputes one of the two prices: the price without tax is said along, so that it stays.
        if (Has(nameof(Product.PriceNet)) && wanted.PriceNet is { } price)
            PriceMapping.Write(body, row, PriceMapping.Amount(price, setup, nameof(Product.PriceNet)), rate, setup);
        else if (rate is not null && (setup.Prices is PriceStore.Single or PriceStore.Levels) && PriceMapping.Net(row, setup) is { } kept)
            PriceMapping.Write(body, row, kept, rate, setup);
        if (Has(nameof(Product.CostNet)))
            WriteCost(body, wanted.CostNet, setup);
        if (Has(nameof(Product.Barcode)))
            WriteBarcode(body, wanted.Barcode);
        if (Has(nameof(Product.WeightKg)))
            WriteWeight(body, wanted.WeightKg, row.WeightUnits);
        if (Has(nameof(Product.WidthCm)))
            WriteLength(body, "width", wanted.WidthCm, row.Width.Units);
        if (Has(nameof(Product.HeightCm)))
            WriteLength(body, "height", wanted.HeightCm, row.Height.Units);
        if (Has(nameof(Product.DepthCm)))
            WriteLength(body, "length", wanted.DepthCm, row.Depth.Units);
        if (Has(nameof(Product.Unit)))
            WriteUnit(body, wanted.Unit, setup);
        if (Has(nameof(Product.LowStock)))
            body["seuil_stock_alerte"] = JsonValues.Invariant(wanted.LowStock ?? 0);
        if (Has(nameof(Product.PrivateNote)))
            body["note_private"] = Notes.WriteRich(wanted.PrivateNote, setup);
        if (Has(nameof(Product.Active)) && wanted.Active is { } isOnSale)
            body["status"] = isOnSale ? 1 : 0;
        if (Has(nameof(Product.Custom)))
            CustomFields.Write(body, wanted.Custom, revision.Current.Value.Custom, setup);
        return body;

        bool Has(string field) => revision.Fields.Contains(field, StringComparer.Ordinal);
    }

    /// <summary>The texts that are sent, for explaining a refusal of the database.</summary>
    public static IEnumerable<string> Texts(Product value) => value.Name.Concat(value.Description).Select(text => text.Value).Concat(value.Custom.Select(entry => entry.Value));

    public static string Label(LocalizedText name, DolibarrSetup setup) => TextRules.Label(name.Best(setup.Language) ?? "", setup);

    public static void WriteBarcode(JsonObject body, string? barcode)
    {
        var text = Barcode(barcode);
        body["barcode"] = text;
        if (text is not null && text.All(char.IsAsciiDigit) && text.Length is 8 or 12 or 13)
            body["barcode_type"] = text.Length switch { 8 => 1, 12 => 3, _ => 2 };
    }

    public static void WriteWeight(JsonObject body, decimal? kilograms, int? units)
    {
        body["weight"] = kilograms is { } value ? JsonValues.Invariant(WeightMapping.FromKilograms(value, units)) : null;
        if (kilograms is not null)
            body["weight_units"] = units ?? 0;
    }

    private static void WriteRest(JsonObject body, Product value, DolibarrSetup setup)
    {
        if (value.CostNet is not null)
            WriteCost(body, value.CostNet, setup);
        if (Barcode(value.Barcode) is not null)
            WriteBarcode(body, value.Barcode);
        if (value.WeightKg is { } weight && weight != 0)
            WriteWeight(body, weight, 0);
        if (value.WidthCm is { } width && width != 0)
            WriteLength(body, "width", width, null);
        if (value.HeightCm is { } height && height != 0)
            WriteLength(body, "height", height, null);
        if (value.DepthCm is { } depth && depth != 0)
            WriteLength(body, "length", depth, null);
        if (value.Unit is not null && !setup.Units.IsEmpty)
            WriteUnit(body, value.Unit, setup);
        if (value.LowStock is { } low && low != 0)
            body["seuil_stock_alerte"] = JsonValues.Invariant(low);
        if (value.PrivateNote is { Length: > 0 })
            body["note_private"] = Notes.WriteRich(value.PrivateNote, setup);
        if (value.Custom.Any(entry => setup.CustomFields.Contains(entry.Key)))
            CustomFields.Write(body, value.Custom, TextMap.Empty, setup);
    }

    public static void WriteCost(JsonObject body, Money? cost, DolibarrSetup setup)
    {
        if (cost is { } money)
            PriceMapping.RequireCurrency(money, setup, nameof(Product.CostNet));
        body["cost_price"] = cost is { } value ? JsonValues.Invariant(value.Round(8).Amount) : null;
    }

    private static void WriteLength(JsonObject body, string column, decimal? centimetres, int? units)
    {
        // 0 is what Dolibarr shows for a product without any unit; it would mean metres.
        var unit = units is null or 0 ? LengthMapping.Centimetres : units.Value;
        body[column] = centimetres is { } value ? JsonValues.Invariant(LengthMapping.FromCentimetres(value, unit)) : null;
        if (centimetres is not null)
            body[column + "_units"] = unit;
    }

    private static void WriteUnit(JsonObject body, string? unit, DolibarrSetup setup) =>
        body["fk_unit"] = unit is null ? null : setup.Units.Id(unit) ?? throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, "dolibarr.unit-unknown", $"Dolibarr has no unit '{unit}'.")
        {
            Field = nameof(Product.Unit),
            Remedy = "Add it under Home, Setup, Dictionaries, Units.",
        });

    private static decimal? Length((decimal? Value, int? Units) length) => LengthMapping.ToCentimetres(length.Value, length.Units);

    private static LocalizedText Texts(ProductRow row, DolibarrSetup setup, Func<(string Label, string Description), string> part, string main)
    {
        var texts = setup.OtherLocales
            .Where(row.Translations.ContainsKey)
            .Select(locale => new KeyValuePair<string, string>(DolibarrSetup.LanguageOf(locale), part(row.Translations[locale])))
            .Where(text => text.Value.Length > 0);
        return LocalizedText.From(main.Length == 0 ? texts : texts.Append(new(setup.Language, main)));
    }

    public static JsonObject Translations(Product wanted, ProductRow row, DolibarrSetup setup)
    {
        var all = new JsonObject();
        foreach (var locale in setup.OtherLocales)
        {
            var language = DolibarrSetup.LanguageOf(locale);
            var (label, description) = row.Translations.TryGetValue(locale, out var old) ? old : ("", "");
            var (newLabel, newDescription) = (wanted.Name[language] ?? label, wanted.Description[language] ?? description);
            if (newLabel.Length > 0 || newDescription.Length > 0)
                all[locale] = new JsonObject { ["label"] = TextRules.Label(newLabel, setup), ["description"] = TextRules.Html(newDescription, setup) };
        }

        return all;
    }

    private static ConnectorException NoReference() => new(new SyncProblem(ProblemKind.Rejected, DolibarrCodes.ReferenceMissing, "Dolibarr takes no product without a reference.") { Field = nameof(Product.Reference) });
}
