using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of variants.</summary>
internal sealed class VariantEndpoints(DolibarrState state)
{
    private const string Place = "api_products.class.php";

    public Answer? Route(ApiCall call)
    {
        if (call.Method == "POST")
            call.Need("weight_impact", "price_impact", "price_impact_is_percent", "features");
        var right = call.Method switch { "GET" => DolibarrRights.ProductRead, "DELETE" => DolibarrRights.ProductDelete, _ => DolibarrRights.ProductWrite };
        Access.Need(call, state, right, "product", Place + ":1800");
        return (call.Method, call.Segments) switch
        {
            ("GET", [_, "ref", var reference, _]) => List(call, state.Products.FindByRef(reference)),
            ("GET", [_, _, "variants"]) => List(call, state.Products.Find(call.Id(1))),
            ("POST", [_, "ref", var reference, _]) => Post(call, state.Products.FindByRef(reference), byRef: true),
            ("POST", [_, _, "variants"]) => Post(call, state.Products.Find(call.Id(1)), byRef: false),
            ("PUT", [_, "variants", _]) => Put(call, Find(call)),
            ("DELETE", [_, "variants", _]) => Delete(Find(call)),
            _ => null,
        };
    }

    private Answer List(ApiCall call, DolibarrProduct? found)
    {
        var parent = found ?? throw ProductReads.NotFound();
        var withStock = call.Flag("includestock");
        return new ListAnswer<DolibarrVariant>([.. state.Variants.Where(v => v.ParentId == parent.Id)], (w, v) => VariantJson.Write(w, v, state, withStock));
    }

    /// <summary>Answers the id of the child. The path by reference has no word for the child's references, and answers the combination that exists already.</summary>
    private Answer Post(ApiCall call, DolibarrProduct? found, bool byRef)
    {
        var parent = found ?? throw ProductReads.NotFound();
        var variant = new DolibarrVariant
        {
            ParentId = parent.Id,
            Features = Features(call.Body.Element("features")),
            PriceImpact = Numbers.Read(call.Body.Text("price_impact")),
            PriceImpactIsPercent = Numbers.ReadInt(call.Body.Text("price_impact_is_percent")) != 0,
            WeightImpact = Numbers.Read(call.Body.Text("weight_impact")),
            RefExt = byRef ? "" : call.Body.Text("ref_ext") ?? "",
        };
        if (byRef && VariantCreation.Find(state, parent.Id, variant.Features) is { } existing)
            return Answer.Number(existing.Id);
        return Answer.Number(VariantCreation.Create(state, parent, variant, byRef ? null : call.Body.Text("reference")).ChildId);
    }

    private Answer Put(ApiCall call, DolibarrVariant variant)
    {
        variant.PriceImpact = call.Body.Has("variation_price") ? Numbers.Read(call.Body.Text("variation_price")) : variant.PriceImpact;
        variant.PriceImpactIsPercent = call.Body.Has("variation_price_percentage") ? call.Body.Int("variation_price_percentage") != 0 : variant.PriceImpactIsPercent;
        variant.WeightImpact = call.Body.Has("variation_weight") ? Numbers.Read(call.Body.Text("variation_weight")) : variant.WeightImpact;
        variant.RefExt = call.Body.Text("variation_ref_ext") ?? variant.RefExt;
        if (state.Products.Find(variant.ParentId) is { } parent && state.Products.Find(variant.ChildId) is { } child)
            VariantPricing.Follow(state, variant, parent, child, PriceWish.Of(parent), level => parent.PriceLevels.GetValueOrDefault(level)?.Price);
        return Answer.Number(1);
    }

    private Answer Delete(DolibarrVariant variant)
    {
        state.Variants.Remove(variant.Id);
        return Answer.Number(1);
    }

    private DolibarrVariant Find(ApiCall call) =>
        state.Variants.Find(call.Id(2)) ?? throw new RestException(404, "Variant not found") { Place = Place + ":2060" };

    private static KeyValuePair<int, int>[] Features(JsonElement? features) => features is { ValueKind: JsonValueKind.Object } map
        ? [.. map.EnumerateObject().Select(f => KeyValuePair.Create(Numbers.ReadInt(f.Name), Numbers.ReadInt(RequestBody.Text(f.Value))))]
        : [];
}
