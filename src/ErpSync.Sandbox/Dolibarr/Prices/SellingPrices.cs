using System.Text.Json;
using Fields = System.Collections.Generic.Dictionary<string, System.Action<System.Text.Json.Utf8JsonWriter, ErpSync.Sandbox.DolibarrCustomerPrice>>;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The reports of selling prices: per level, per customer, per quantity. Read only, each refused while its mode is off.</summary>
internal sealed class SellingPrices(DolibarrState state)
{
    private const string Place = "api_products.class.php";

    private static readonly ObjectTemplate<DolibarrCustomerPrice> CustomerTemplate = new(PriceTemplates.Customer, new Fields(StringComparer.Ordinal)
    {
        ["id"] = (w, p) => w.WriteStringValue(Numbers.Text(p.Id)),
        ["fk_product"] = (w, p) => w.WriteStringValue(Numbers.Text(p.ProductId)),
        ["fk_soc"] = (w, p) => w.WriteStringValue(Numbers.Text(p.CustomerId)),
        ["socname"] = (w, p) => w.WriteStringValue(p.CustomerName),
        ["tva_tx"] = (w, p) => w.WriteStringValue(Numbers.Four(p.VatRate)),
        ["price"] = (w, p) => w.WriteStringValue(Numbers.Eight(p.Price)),
        ["price_ttc"] = (w, p) => w.WriteStringValue(Numbers.Eight(p.Price * (1 + (p.VatRate / 100)))),
        ["datec"] = (w, p) => w.WriteNumberValue(p.Created.ToUnixTimeSeconds()),
        ["tms"] = (w, p) => w.WriteNumberValue(p.Modified.ToUnixTimeSeconds()),
        ["date_modification"] = (w, p) => w.WriteNumberValue(p.Modified.ToUnixTimeSeconds()),
    });

    public Answer? Read(ApiCall call, int id, string report) => report switch
    {
        "per_segment" => PerLevel(Product(id, "PRODUIT_MULTIPRICES", ":745")),
        "per_customer" => PerCustomer(call, Product(id, "PRODUIT_CUSTOMER_PRICES", ":800")),
        "per_quantity" => PerQuantity(Product(id, "PRODUIT_CUSTOMER_PRICES_BY_QTY", ":853")),
        _ => null,
    };

    private DolibarrProduct Product(int id, string constant, string line)
    {
        if (!state.Constants.IsOn(constant))
            throw new RestException(400, "API not available: this mode of pricing is not enabled by setup") { Place = Place + line };
        return state.Products.Find(id) ?? throw new RestException(404, "Product not found") { Place = Place + line };
    }

    private Answer PerLevel(DolibarrProduct product) => Answer.Of(writer =>
    {
        writer.WriteStartObject();
        Map("multiprices", level => Numbers.Eight(level.Price));
        Map("multiprices_inc_tax", level => Numbers.Eight(level.PriceTtc));
        Map("multiprices_min", level => Numbers.Eight(level.PriceMin));
        Map("multiprices_min_inc_tax", level => Numbers.Eight(level.PriceMinTtc));
        Map("multiprices_vat", level => Numbers.Four(level.VatRate));
        Map("multiprices_base_type", level => level.PriceBaseType);
        writer.WriteEndObject();

        void Map(string name, Func<DolibarrPriceLevel, string> text)
        {
            writer.WriteStartObject(name);
            for (var level = 1; level <= state.PriceLevelCount; level++)
                writer.WriteString(Numbers.Text(level), product.PriceLevels.TryGetValue(level, out var price) ? text(price) : null);
            writer.WriteEndObject();
        }
    });

    private ListAnswer<DolibarrCustomerPrice> PerCustomer(ApiCall call, DolibarrProduct product)
    {
        var customer = call.Int("thirdparty_id", 0);
        List<DolibarrCustomerPrice> found = [.. state.CustomerPrices.Where(price => price.ProductId == product.Id && (customer == 0 || price.CustomerId == customer))];
        if (found.Count == 0)
            throw new RestException(404, "Prices not found") { Place = Place + ":822" };
        return new ListAnswer<DolibarrCustomerPrice>(found, (Utf8JsonWriter w, DolibarrCustomerPrice price) => CustomerTemplate.Write(w, price, more: null));
    }

    private Answer PerQuantity(DolibarrProduct product) => Answer.Of(writer =>
    {
        List<DolibarrQuantityPrice> found = [.. state.QuantityPrices.Where(price => price.ProductId == product.Id).OrderBy(price => price.Quantity)];
        writer.WriteStartObject();
        writer.WriteString("prices_by_qty", Numbers.Flag(found.Count > 0));
        writer.WriteStartArray("prices_by_qty_list");
        foreach (var price in found)
        {
            writer.WriteStartObject();
            writer.WriteString("rowid", Numbers.Text(price.Id));
            writer.WriteString("price", Numbers.Eight(price.UnitPrice * price.Quantity));
            writer.WriteString("unitprice", Numbers.Eight(price.UnitPrice));
            writer.WriteString("quantity", Numbers.Short(price.Quantity));
            writer.WriteString("remise_percent", Numbers.Short(price.DiscountPercent));
            writer.WriteString("remise", "0");
            writer.WriteString("price_base_type", "HT");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
