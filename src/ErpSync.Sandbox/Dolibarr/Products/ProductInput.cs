using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Puts the fields of a body into a product; prices go their own way.</summary>
internal static class ProductInput
{
    private static readonly string[] Prices =
    [
        "price", "price_ttc", "price_min", "price_min_ttc", "price_base_type", "multiprices", "multiprices_ttc", "multiprices_base_type", "multiprices_min",
        "multiprices_min_ttc", "multiprices_tva_tx", "multiprices_default_vat_code",
    ];

    /// <summary>Stores one field.</summary>
    /// <returns>False when the product has no such field.</returns>
    public static bool Apply(DolibarrProduct product, string name, JsonElement value, DolibarrState state)
    {
        var text = Clean(name, RequestBody.Text(value), state);
        switch (name)
        {
            case "ref": product.Ref = Texts.Reference(text ?? ""); return true;
            case "ref_ext": product.RefExt = text; return true;
            case "label": product.Label = text ?? ""; return true;
            case "description": product.Description = text ?? ""; return true;
            case "type": product.Type = Numbers.ReadInt(text); return true;
            case "status": product.OnSale = Numbers.ReadInt(text) != 0; return true;
            case "status_buy": product.OnPurchase = Numbers.ReadInt(text) != 0; return true;
            case "tva_tx": product.VatRate = Numbers.Read(text); return true;
            case "barcode": product.Barcode = string.IsNullOrEmpty(text) ? null : text; return true;
            case "barcode_type": product.BarcodeType = string.IsNullOrEmpty(text) ? null : Numbers.ReadInt(text); return true;
            case "note_private" or "note": product.NotePrivate = text; return true;
            case "url": product.Url = text; return true;
            case "cost_price": product.CostPrice = string.IsNullOrEmpty(text) ? null : Numbers.Round(Numbers.Read(text), state.UnitDecimals); return true;
            case "weight": product.Weight = string.IsNullOrEmpty(text) ? null : Numbers.Read(text); return true;
            case "weight_units": product.WeightUnits = string.IsNullOrEmpty(text) ? null : Numbers.ReadInt(text); return true;
            case "multilangs": return true;
            case "array_options": ApplyExtraFields(product, value, state); return true;
        }

        if (Array.IndexOf(Prices, name) >= 0)
            return true;
        if (Array.IndexOf(ProductFields.Others, name) < 0 && !name.EndsWith("_units", StringComparison.Ordinal))
            return ProductJson.Names(state).Contains(name);
        product.OtherColumns[name] = text;
        return true;
    }

    /// <summary>Refuses what the columns can't hold.</summary>
    /// <exception cref="RestException">500 with the database's words.</exception>
    public static void Check(DolibarrProduct product, DolibarrState state, Func<string, RestException> refuse)
    {
        CheckColumn("ref", product.Ref, 128);
        CheckColumn("ref_ext", product.RefExt, 128);
        CheckColumn("label", product.Label, 255);
        CheckColumn("description", product.Description, 65_535);
        CheckColumn("note", product.NotePrivate, 65_535);

        void CheckColumn(string column, string? text, int most)
        {
            if (!state.Options.Utf8mb4 && Texts.FourByteCharacter(text) is { } bytes)
                throw refuse($"Incorrect string value: '{bytes}' for column `{(state.Is18 ? "doli18" : "doli")}`.`llx_product`.`{column}` at row 1");
            if (text?.Length > most)
                throw refuse($"Data too long for column '{column}' at row 1");
        }
    }

    /// <summary>A text as version 23 cleans it; version 18 stores what it is sent.</summary>
    private static string? Clean(string name, string? text, DolibarrState state) =>
        text is null || state.Is18 ? text
        : name is "description" or "note_private" or "note_public" or "note" ? Texts.Html(text)
        : Texts.Plain(text);

    private static void ApplyExtraFields(DolibarrProduct product, JsonElement value, DolibarrState state)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return;
        foreach (var option in value.EnumerateObject())
        {
            var code = option.Name.StartsWith("options_", StringComparison.Ordinal) ? option.Name["options_".Length..] : option.Name;
            if (state.ProductExtraFields.Contains(code))
                product.ExtraFields[code] = ExtraFieldValues.Store(state.ExtraFieldType("product", code), Clean(code, RequestBody.Text(option.Value), state), state, code);
        }
    }
}
