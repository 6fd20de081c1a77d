namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Creating, updating and deleting categories.</summary>
internal sealed class CategoryWrites(DolibarrState state, CategoryJson json)
{
    private const string Place = "api_categories.class.php";

    public Answer Post(ApiCall call)
    {
        Access.Need(call, state, DolibarrRights.CategoryWrite, "categorie", Place + ":195");
        foreach (var name in new[] { "label", "type" })
        {
            if (!call.Body.Has(name))
                throw new RestException(400, $"{name} field missing") { Place = Place + ":787" };
        }

        var category = new DolibarrCategory { Type = CategoryTypes.Of(call.Body.Text("type") ?? "") };
        Apply(category, call.Body);
        var exists = state.Categories.Any(c => c.Type == category.Type && c.ParentId == category.ParentId && Collation.AreEqual(c.Label, category.Label));
        // A four byte character the connection can't carry breaks the search for a twin, and the refusal reads as if there were one.
        if (exists || (!state.Options.Utf8mb4 && (Texts.FourByteCharacter(category.Label) ?? Texts.FourByteCharacter(category.Description)) is not null))
            throw new RestException(500, "Error when creating category", $"Impossible to add the tag/category {category.Label} : This category already exists with this ref") { Place = Place + ":212" };
        return Answer.Number(state.Insert(state.Categories, category).Id);
    }

    public Answer Put(ApiCall call, DolibarrCategory category)
    {
        Access.Need(call, state, DolibarrRights.CategoryWrite, "categorie", Place + ":230");
        var wanted = new DolibarrCategory { Label = category.Label, Description = category.Description };
        Apply(wanted, call.Body);
        if (!state.Options.Utf8mb4)
            RefuseFourBytes(category.Id, wanted);
        var before = Columns(category);
        Apply(category, call.Body);
        category.RefExt ??= "";
        category.WasUpdated = true;
        if (before != Columns(category))
            category.Modified = state.Now;
        return Answer.Of(w => json.Write(w, category));
    }

    public Answer Delete(ApiCall call, DolibarrCategory category)
    {
        Access.Need(call, state, DolibarrRights.CategoryDelete, "categorie", Place + ":280");
        if (state.Options.CategoryDeleteFails ?? !state.Is18)
            throw new RestException(500, "Error when delete category : ") { Place = Place + ":294" };
        foreach (var child in state.Categories.Where(c => c.ParentId == category.Id))
            child.ParentId = category.ParentId;
        state.Categories.Remove(category.Id);
        return Answer.Success("Category deleted");
    }

    private static (string Label, string Description, string? RefExt, int ParentId, string Color, int Position, int Visible, bool WasUpdated) Columns(DolibarrCategory c) =>
        (c.Label, c.Description, c.RefExt, c.ParentId, c.Color, c.Position, c.Visible, c.WasUpdated);

    private void Apply(DolibarrCategory category, RequestBody body)
    {
        foreach (var (name, value) in body.Fields)
        {
            var text = RequestBody.Text(value) ?? "";
            switch (name)
            {
                case "label": category.Label = state.Is18 ? text : Texts.Plain(text); break;
                case "description": category.Description = state.Is18 ? text : Texts.Html(text); break;
                case "ref_ext": category.RefExt = state.Is18 ? text : Texts.Plain(text); break;
                case "fk_parent": category.ParentId = Numbers.ReadInt(text); break;
                case "color": category.Color = Texts.Plain(text); break;
                case "position": category.Position = Numbers.ReadInt(text); break;
                case "visible": category.Visible = Numbers.ReadInt(text); break;
            }
        }
    }

    /// <summary>The server prints the database's refusal in HTML before its own error.</summary>
    private void RefuseFourBytes(int id, DolibarrCategory wanted)
    {
        var (column, bytes) = Texts.FourByteCharacter(wanted.Label) is { } inLabel ? ("label", inLabel) : ("description", Texts.FourByteCharacter(wanted.Description));
        if (bytes is null)
            return;
        throw new RestException(500) { Place = Place + ":266", HtmlBefore = DatabaseErrorPage.Of(state, $"/api/index.php/categories/{id}", "categorie", column, bytes) };
    }
}
