namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of products, their variants and attributes.</summary>
internal sealed class ProductEndpoints
{
    private const string Place = "api_products.class.php";

    private readonly DolibarrState _state;
    private readonly ProductReads _reads;
    private readonly ProductCreate _create;
    private readonly ProductUpdate _update;
    private readonly CategoryEndpoints _categories;
    private readonly AttributeEndpoints _attributes;
    private readonly VariantEndpoints _variants;
    private readonly SellingPrices _prices;
    private readonly PurchasePrices _purchase;

    public ProductEndpoints(DolibarrState state, ProductReads reads, CategoryEndpoints categories)
    {
        _state = state;
        _reads = reads;
        _categories = categories;
        _create = new ProductCreate(state);
        _update = new ProductUpdate(state);
        _attributes = new AttributeEndpoints(state);
        _variants = new VariantEndpoints(state);
        _prices = new SellingPrices(state);
        _purchase = new PurchasePrices(state);
    }

    public Answer? Route(ApiCall call)
    {
        if (call.Segments is [_, "attributes", ..])
            return _attributes.Route(call);
        if (call.Segments is [_, "variants", ..] or [.., "variants"])
            return _variants.Route(call);
        if (call.Segments is [_, "purchase_prices"] or [_, _, "purchase_prices", ..])
            return _purchase.Route(call);
        return call.Method == "GET" ? Read(call) : Write(call);
    }

    private Answer? Read(ApiCall call)
    {
        if (call.Segments.Length is 0 or > 4)
            return null;
        Access.Need(call, _state, DolibarrRights.ProductRead, "product", Place + ":190");
        return call.Segments switch
        {
            [_] => _reads.List(call),
            [_, "ref", var reference] => _reads.One(call, _state.Products.FindByRef(reference)),
            [_, "ref_ext", var refExt] => _reads.One(call, _state.Products.FindByRefExt(refExt) is [var first, ..] ? first : null),
            [_, "barcode", var barcode] => _reads.One(call, _state.Products.FindByBarcode(barcode)),
            [_, _] => _reads.One(call, _state.Products.Find(call.Id(1))),
            [_, _, "stock"] => _reads.Stock(call, call.Id(1)),
            [_, _, "categories"] => _categories.OfProduct(call, call.Id(1)),
            [_, _, "selling_multiprices", var report] => _prices.Read(call, call.Id(1), report),
            _ => null,
        };
    }

    private Answer? Write(ApiCall call)
    {
        switch (call.Method, call.Segments)
        {
            case ("POST", [_]):
                Access.Need(call, _state, DolibarrRights.ProductWrite, "product", Place + ":320");
                return _create.Post(call);
            case ("PUT", [_, _]):
                Access.Need(call, _state, DolibarrRights.ProductWrite, "product", Place + ":392");
                return _update.Put(call, call.Id(1));
            case ("DELETE", [_, _]):
                Access.Need(call, _state, DolibarrRights.ProductDelete, "product", Place + ":560");
                return _create.Delete(call.Id(1));
            default:
                return null;
        }
    }
}
