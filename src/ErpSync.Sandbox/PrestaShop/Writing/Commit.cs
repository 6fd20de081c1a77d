namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Puts a checked draft into its row. Callers hold the gate.</summary>
internal static class Commit
{
    public static Echo Store(Draft draft, PrestaShopState state, int shop)
    {
        var row = draft.Row;
        var echo = new Echo(draft.Resource.Fields.Length, complete: !draft.IsPatch, draft.IsNew);
        foreach (var field in draft.Resource.FieldsOf(state.Edition).Where(field => !field.ReadOnly && field.Name != "date_upd"))
            StoreField(draft, state, field, echo, shop == 1 ? OwnShop(state) : shop);
        ClassRules.Fill(draft, state, shop);
        Derive(draft, echo);
        if (draft.IsNew)
        {
            state.Table(draft.Resource).Insert(row);
            ClassRules.Added(row, state);
        }
        else
        {
            ClassRules.Changed(draft, state);
        }

        return echo;
    }

    public static void StoreAssociations(Draft draft, PrestaShopState state)
    {
        foreach (var (name, entries) in DraftReader.Associations(draft))
        {
            var association = draft.Resource.Associations.FirstOrDefault(known => known.Name == name)
                ?? throw Refusal.Of(400, 86, $"The association \"{name}\" does not exists");
            if (draft.Row is PrestaShopRecord record && association.Input != AssociationInput.NotSimulated)
                SalesLists.Store(draft, record, association);
            else if (association.Input == AssociationInput.Stored)
                Links.Store(draft.Row, name, entries);
            else if (association.Input == AssociationInput.NotSimulated && !SameEntries(state, draft.Row, association, entries))
                throw Refusal.Unknown($"writing the association '{name}' of {draft.Resource.Name}");
        }
    }

    /// <summary>Values that the class derives before saving and that its answer shows.</summary>
    private static void Derive(Draft draft, Echo echo)
    {
        switch (draft.Row)
        {
            case PrestaShopProduct product when !draft.IsNew && !draft.IsPatch && !draft.Has(product.Resource.Field("unit_price_ratio")):
                echo[product.Resource.Field("unit_price_ratio")] = "0";
                break;
            case PrestaShopRecord { Resource.Name: "customers" } customer when draft.Has(customer.Resource.Field("passwd")):
                echo[customer.Resource.Field("passwd")] = customer["passwd"];
                break;
            case PrestaShopProductOption option:
                var isColor = option.GroupType == "color";
                option["is_color_group"] = isColor ? "1" : "0";
                echo[option.Resource.Field("is_color_group")] = isColor ? "1" : Echo.Unset;
                break;
            default:
                break;
        }
    }

    /// <summary>In a store with one shop values have one place; with several, shop 1 has its own.</summary>
    private static int OwnShop(PrestaShopState state) => state.HasSeveralShops ? 1 : 0;

    private static void StoreField(Draft draft, PrestaShopState state, Field field, Echo echo, int shop)
    {
        var row = draft.Row;
        if (field.Computed && field.Name != "name")
            return;
        if (!draft.Has(field))
        {
            if (draft.IsPatch || field.Filled)
                return;
            row.Put(field, field.Localized ? null : Stored.Of(field, null), shop);
            if (field.Fallback is null && !(state.Edition == Edition.V9 && field.Name == "product_type"))
                echo[field] = Echo.Unset;
            return;
        }

        if (field.Localized)
        {
            var texts = draft.Texts(field) ?? [draft.Text(field)];
            echo[field] = texts;
            row.Put(field, texts.Select(text => field.Kind == FieldKind.Html ? Html.Purify(text ?? "") : text ?? "").ToArray<string?>(), shop);
            return;
        }

        var given = draft.Text(field);
        if (given.Length > 0 || field.Fallback is null)
            echo[field] = given;
        row.Put(field, Stored.Of(field, given), shop);
    }

    private static bool SameEntries(PrestaShopState state, PrestaShopRow row, Association association, IReadOnlyList<int[]> entries)
    {
        var view = new View(state, row.Resource, "") { Fields = [], Associations = [], Languages = [] };
        return Links.Of(view, row, association).Select(entry => entry[0]).Order().SequenceEqual(entries.Select(entry => entry[0]).Order());
    }
}
