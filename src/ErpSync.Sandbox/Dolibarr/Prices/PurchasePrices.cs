using System.Text.Json;
using Fields = System.Collections.Generic.Dictionary<string, System.Action<System.Text.Json.Utf8JsonWriter, ErpSync.Sandbox.DolibarrSupplierPrice>>;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The prices of suppliers.</summary>
internal sealed class PurchasePrices
{
    private const string Place = "api_products.class.php";

    private readonly DolibarrState _state;
    private readonly ObjectTemplate<DolibarrSupplierPrice> _template;

    public PurchasePrices(DolibarrState state)
    {
        _state = state;
        _template = new ObjectTemplate<DolibarrSupplierPrice>(PurchaseTemplates.Price, new Fields(StringComparer.Ordinal)
        {
            ["id"] = (w, p) => w.WriteStringValue(Numbers.Text(p.ProductId)),
            ["product_fourn_price_id"] = (w, p) => w.WriteStringValue(Numbers.Text(p.Id)),
            ["product_ref"] = (w, p) => w.WriteText(state.Products.Find(p.ProductId)?.Ref),
            ["fourn_id"] = (w, p) => w.WriteStringValue(Numbers.Text(p.SupplierId)),
            ["fourn_name"] = (w, p) => w.WriteText(state.ThirdParties.Find(p.SupplierId)?["name"]),
            ["fourn_ref"] = (w, p) => w.WriteStringValue(p.Reference),
            ["fourn_qty"] = (w, p) => w.WriteStringValue(Numbers.Short(p.Quantity)),
            ["fourn_price"] = (w, p) => w.WriteStringValue(Numbers.Eight(p.Price)),
            ["fourn_unitprice"] = (w, p) => w.WriteStringValue(Numbers.Eight(p.Price / p.Quantity)),
            ["fourn_tva_tx"] = (w, p) => w.WriteStringValue(Numbers.Four(p.VatRate)),
            ["delivery_time_days"] = (w, p) => w.WriteText(p.DeliveryDays is { } days ? Numbers.Text(days) : "0"),
            ["fourn_multicurrency_code"] = (w, p) => w.WriteStringValue(p.Currency),
            ["fourn_multicurrency_price"] = (w, p) => w.WriteStringValue(Numbers.Eight(p.CurrencyPrice)),
            ["fourn_multicurrency_unitprice"] = (w, p) => w.WriteStringValue(Numbers.Eight(p.CurrencyPrice / p.Quantity)),
            ["fourn_date_creation"] = (w, p) => w.WriteNumberValue(p.Created.ToUnixTimeSeconds()),
            ["fourn_date_modification"] = (w, p) => w.WriteNumberValue(p.Modified.ToUnixTimeSeconds()),
        });
    }

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_, "purchase_prices"]) => All(call),
        ("GET", [_, _, "purchase_prices"]) => OfProduct(call, Product(call).Id),
        ("POST", [_, _, "purchase_prices"]) => Put(call),
        ("DELETE", [_, _, "purchase_prices", _]) => Remove(call),
        _ => null,
    };

    /// <summary>A map from product to its prices; products without any are not in it.</summary>
    private Answer All(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.ProductRead, "product", Place + ":1100");
        var supplier = call.Int("supplier", 0);
        var request = ListRequest.From(call, _state, "t.ref");
        var columns = ProductColumns.For(_state);
        var isWanted = request.Filter is null ? static _ => true : columns.Compile(FilterParser.Parse(request.Filter, _state.LocalNow, Place + ":1150"), "product", Place + ":1160");
        // A join without distinct: the limit counts a product once per price.
        List<DolibarrProduct> rows = [.. _state.SupplierPrices.Where(price => supplier == 0 || price.SupplierId == supplier).Select(price => _state.Products.Find(price.ProductId)).OfType<DolibarrProduct>().Where(isWanted)];
        rows.Sort(columns.Order(request.SortField, request.SortOrder, product => product.Id, "product", Place + ":1165"));
        List<DolibarrProduct> products = [.. request.Cut(rows).Distinct()];
        if (products.Count == 0 && _state.Is18)
            throw new RestException(404, "No product found") { Place = Place + ":1180" };
        return Answer.Of(writer => writer.WriteMap([.. products.Select(product => KeyValuePair.Create(Numbers.Text(product.Id), product.Id))], (w, id) => List(w, Of(id))));
    }

    private Answer OfProduct(ApiCall call, int product)
    {
        Access.Need(call, _state, DolibarrRights.ProductRead, "product", Place + ":1200");
        return Answer.Of(writer => List(writer, Of(product)));
    }

    // Same supplier, reference and quantity: the row is changed. Without the currency's own price a row is stored with 0 while several currencies are on.
    private Answer Put(ApiCall call)
    {
        call.Need("qty", "buyprice", "price_base_type", "fourn_id", "availability", "ref_fourn", "tva_tx");
        Access.Need(call, _state, DolibarrRights.ProductWrite, "product", Place + ":960");
        var product = Product(call);
        var body = call.Body;
        var supplier = _state.ThirdParties.Find(body.Int("fourn_id")) ?? throw new RestException(404, "Supplier not found") { Place = Place + ":972" };
        var (reference, quantity) = (body.Text("ref_fourn") ?? "", Numbers.Read(body.Text("qty")));
        if (reference.Length > 0 && _state.SupplierPrices.Any(price => price.SupplierId == supplier.Id && price.Reference == reference && price.ProductId != product.Id))
            throw new RestException(500, "Error adding supplier to product") { Place = Place + ":980" };
        var row = _state.SupplierPrices.FirstOrDefault(price => price.ProductId == product.Id && price.SupplierId == supplier.Id && price.Reference == reference && price.Quantity == quantity)
            ?? _state.Insert(_state.SupplierPrices, new DolibarrSupplierPrice { ProductId = product.Id, SupplierId = supplier.Id, Reference = reference, Quantity = quantity });
        var isOn = _state.Modules.Contains("multicurrency");
        var rate = Numbers.Read(body.Text("multicurrency_tx")) is var told && told == 0m ? 1m : told;
        row.Currency = isOn ? body.Text("multicurrency_code") ?? "" : "";
        row.CurrencyPrice = isOn ? Numbers.Read(body.Text("multicurrency_buyprice")) : 0m;
        row.Price = Numbers.Round(isOn ? row.CurrencyPrice / rate : Numbers.Read(body.Text("buyprice")), _state.UnitDecimals);
        row.VatRate = Numbers.Read(body.Text("tva_tx"));
        row.DeliveryDays = body.Text("delivery_time_days") is { Length: > 0 } days ? Numbers.ReadInt(days) : null;
        row.Modified = _state.Now;
        return Answer.Number(row.Id);
    }

    private Answer Remove(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.ProductWrite, "product", Place + ":1050");
        var row = _state.SupplierPrices.Find(call.Id(3, "priceid"));
        if (row is not null && row.ProductId == Product(call).Id)
            _state.SupplierPrices.Remove(row.Id);
        return Answer.Number(1);
    }

    private DolibarrProduct Product(ApiCall call) => _state.Products.Find(call.Id(1)) ?? throw new RestException(404, "Product not found") { Place = Place + ":965" };

    private List<DolibarrSupplierPrice> Of(int product) => [.. _state.SupplierPrices.Where(price => price.ProductId == product).OrderBy(price => price.Id)];

    private void List(Utf8JsonWriter writer, List<DolibarrSupplierPrice> prices)
    {
        writer.WriteStartArray();
        foreach (var price in prices)
            _template.Write(writer, price);
        writer.WriteEndArray();
    }
}
