namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of categories.</summary>
internal sealed class CategoryEndpoints
{
    private const string Place = "api_categories.class.php";

    private readonly DolibarrState _state;
    private readonly CategoryJson _json;
    private readonly ProductReads _products;
    private readonly CategoryWrites _writes;

    public CategoryEndpoints(DolibarrState state, ProductReads products)
    {
        _state = state;
        _products = products;
        _json = new CategoryJson(state);
        _writes = new CategoryWrites(state, _json);
    }

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_]) => List(call),
        ("POST", [_]) => _writes.Post(call),
        ("GET", [_, "object", "product", _]) => OfProduct(call, call.Id(3)),
        ("GET", [_, _]) => One(call),
        ("PUT", [_, _]) => _writes.Put(call, Find(call)),
        ("DELETE", [_, _]) => _writes.Delete(call, Find(call)),
        ("GET", [_, _, "objects"]) => Objects(call),
        ("POST" or "DELETE", [_, _, "objects", "product", _]) => Link(call, _state.Products.Find(call.Id(4, "object_id"))),
        ("POST" or "DELETE", [_, _, "objects", "customer", _]) => LinkCustomer(call, _state.ThirdParties.Find(call.Id(4, "object_id"))),
        ("POST" or "DELETE", [_, _, "objects", "product", "ref", var reference]) => Link(call, _state.Products.FindByRef(reference)),
        _ => null,
    };

    /// <summary>The categories of a product, in their short form.</summary>
    public Answer OfProduct(ApiCall call, int productId)
    {
        Access.Need(call, _state, DolibarrRights.CategoryRead, "categorie", Place + ":325");
        var found = _state.Categories.Where(c => c.Type == CategoryTypes.Product && c.Links.ContainsKey(productId)).ToList();
        if (found.Count == 0 && _state.Is18)
            throw new RestException(404, "No category found") { Place = Place + ":325" };
        return new ListAnswer<DolibarrCategory>(found, CategoryJson.WriteShort);
    }

    private Answer List(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.CategoryRead, "categorie", Place + ":130");
        var request = ListRequest.From(call, _state, "t.rowid");
        var type = call.Parameter("type") is { Length: > 0 } name ? CategoryTypes.Of(name) : (int?)null;
        return new RowQuery<DolibarrCategory>(_state, Columns(), "category", Place + ":170")
            .Answer(_state.Categories.Where(c => type is null || c.Type == type), request, (w, c) => _json.Write(w, c, properties: request.Properties), paginates: true);
    }

    private Answer One(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.CategoryRead, "categorie", Place + ":78");
        var category = Find(call);
        return Answer.Of(w => _json.Write(w, category, call.Flag("include_childs")));
    }

    private Answer Objects(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.CategoryRead, "categorie", Place + ":720");
        var category = Find(call);
        if (call.Parameter("type") is not { } type)
            throw new RestException(400, "`type` is required.") { Stage = RestStage.Validate, Place = "Validator.php:436" };
        if (type == "customer")
        {
            // Whole third parties are not simulated here; nobody asks for more than their ids.
            List<DolibarrThirdParty> parties = [.. category.Links.Keys.Select(_state.ThirdParties.Find).OfType<DolibarrThirdParty>()];
            return call.Flag("onlyids") ? new ListAnswer<DolibarrThirdParty>(parties, static (w, p) => w.WriteStringValue(Numbers.Text(p.Id))) : DolibarrRouter.NotSimulated;
        }

        List<DolibarrProduct> products = type == "product" ? [.. category.Links.Keys.Select(_state.Products.Find).OfType<DolibarrProduct>()] : [];
        if (call.Flag("onlyids"))
            return new ListAnswer<DolibarrProduct>(products, static (w, p) => w.WriteStringValue(Numbers.Text(p.Id)));
        return _products.Full(products, withStock: false, withTranslations: true);
    }

    private Answer Link(ApiCall call, DolibarrProduct? product)
    {
        Access.Need(call, _state, DolibarrRights.CategoryRead, "categorie", Place + ":395");
        var category = Find(call);
        Access.Need(call, _state, DolibarrRights.ProductWrite, "product", Place + ":405");
        return Link(call, category, product?.Id);
    }

    private Answer LinkCustomer(ApiCall call, DolibarrThirdParty? party)
    {
        Access.Need(call, _state, DolibarrRights.CategoryRead, "categorie", Place + ":395");
        var category = Find(call);
        Access.Need(call, _state, DolibarrRights.ThirdPartyWrite, "societe", Place + ":405");
        return Link(call, category, party?.Id);
    }

    private static Answer Link(ApiCall call, DolibarrCategory category, int? id)
    {
        if (id is not { } member)
            throw new RestException(500, "Error when fetching object", "") { Place = Place + ":460" };
        if (call.Method == "DELETE")
        {
            category.Links.Remove(member);
            return Answer.Success("Objects successfully unlinked from the category");
        }

        category.Links[member] = true;
        return Answer.Success("Objects successfully linked to the category");
    }

    private DolibarrCategory Find(ApiCall call) =>
        _state.Categories.Find(call.Id(1)) ?? throw new RestException(404, "category not found") { Place = Place + ":87" };

    private Columns<DolibarrCategory> Columns()
    {
        var zone = _state.Options.TimeZone;
        return new Columns<DolibarrCategory>(new Dictionary<string, Func<DolibarrCategory, Cell>>(StringComparer.OrdinalIgnoreCase)
        {
            ["t.rowid"] = c => Cell.Of(c.Id),
            ["t.label"] = c => Cell.Of(c.Label),
            ["t.description"] = c => Cell.Of(c.Description),
            ["t.ref_ext"] = c => Cell.Of(c.RefExt),
            ["t.fk_parent"] = c => Cell.Of(c.ParentId),
            ["t.type"] = c => Cell.Of(c.Type),
            ["t.color"] = c => Cell.Of(c.Color),
            ["t.position"] = c => Cell.Of(c.Position),
            ["t.visible"] = c => Cell.Of(c.Visible),
            ["t.date_creation"] = c => Cell.Of(c.Created, zone),
            ["t.tms"] = c => Cell.Of(c.Modified, zone),
        });
    }
}
