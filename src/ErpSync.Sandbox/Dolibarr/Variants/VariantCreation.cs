namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Creates a combination with its child product.</summary>
internal static class VariantCreation
{
    /// <summary>
    /// Creates the child as a copy of its parent, the external reference included. A combination with the same features is kept and pointed at the new child:
    /// the child that it had is an orphan from then on.
    /// </summary>
    /// <exception cref="RestException">500 when the child's reference exists.</exception>
    public static DolibarrVariant Create(DolibarrState state, DolibarrProduct parent, DolibarrVariant variant, string? reference)
    {
        var values = variant.Features.Select(f => state.AttributeValues.Find(f.Value)).ToList();
        var child = Copy(parent);
        child.Ref = Texts.Reference(reference is { Length: > 0 } ? reference : parent.Ref + "_" + string.Join('_', values.Select(v => v?.Ref ?? "")));
        child.Label = string.Join(' ', values.Where(v => v is not null).Select(v => v!.Value).Prepend(parent.Label));
        child.Description = string.Join("<br>", variant.Features.Select((f, i) => Describe(state, f.Key, values[i])).Prepend(parent.Description ?? "").Where(part => part.Length > 0));
        if (state.Products.FindByRef(child.Ref) is not null)
            throw new RestException(500, "Error creating new product variant", "ErrorProductAlreadyExists") { Place = "api_products.class.php:2000" };
        child.Id = variant.ChildId;
        state.Insert(state.Products, child);
        child.ExtraFieldsModified = state.ProductExtraFields.Count > 0 ? child.Created : null;
        variant.ChildId = child.Id;
        var stored = Find(state, parent.Id, variant.Features) ?? state.Insert(state.Variants, variant);
        stored.ChildId = child.Id;
        (stored.PriceImpact, stored.PriceImpactIsPercent, stored.WeightImpact, stored.RefExt) = (variant.PriceImpact, variant.PriceImpactIsPercent, variant.WeightImpact, variant.RefExt);
        VariantPricing.Begin(state, stored, parent, child);
        return stored;
    }

    /// <summary>The combination of a parent with exactly these features; null when there is none.</summary>
    public static DolibarrVariant? Find(DolibarrState state, int parentId, IReadOnlyList<KeyValuePair<int, int>> features) =>
        state.Variants.FirstOrDefault(v => v.ParentId == parentId && v.Features.Count == features.Count && features.All(v.Features.Contains));

    private static string Describe(DolibarrState state, int attributeId, DolibarrAttributeValue? value) =>
        $"<strong>{state.Attributes.Find(attributeId)?.Label}:</strong> {value?.Value}".TrimEnd();

    private static DolibarrProduct Copy(DolibarrProduct parent)
    {
        var child = new DolibarrProduct
        {
            RefExt = parent.RefExt,
            Type = parent.Type,
            OnSale = parent.OnSale,
            OnPurchase = parent.OnPurchase,
            VatRate = parent.VatRate,
            PriceBaseType = parent.PriceBaseType,
            NotePrivate = parent.NotePrivate,
            BarcodeType = parent.BarcodeType,
            WeightUnits = parent.WeightUnits,
            CostPrice = parent.CostPrice,
            WasUpdated = true,
        };
        foreach (var (name, value) in parent.OtherColumns)
            child.OtherColumns[name] = value;
        foreach (var (code, value) in parent.ExtraFields)
            child.ExtraFields[code] = value;
        foreach (var (language, texts) in parent.Translations)
            child.Translations[language] = texts;
        return child;
    }
}
