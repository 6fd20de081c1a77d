using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Updating products: partial, with an answer that shows more than was stored.</summary>
internal sealed class ProductUpdate(DolibarrState state)
{
    public static RestException Refuse(string reason) => new(500, "Error updating product", reason) { Place = "api_products.class.php:540" };

    public Answer Put(ApiCall call, int id)
    {
        var product = state.Products.Find(id) ?? throw new RestException(404, "Product not found") { Place = "api_products.class.php:400" };
        if (call.Body.Has("stock_reel"))
            throw new RestException(400, "Stock reel cannot be updated here. Use the /stockmovements endpoint instead") { Place = "api_products.class.php:417" };
        var echo = new ProductEcho { OwnBefore = new DolibarrTranslation(product.Label, product.Description), SentTranslations = call.Body.Element("multilangs") };
        var rate = product.VatRate;
        var levels = new SortedList<int, DolibarrPriceLevel>(product.PriceLevels);
        Store(product, call.Body, echo);
        UpdateChildren(product, call.Body);
        if (state.SinglePrice)
            UpdateSinglePrice(product, call.Body, rate, echo);
        if (state.LevelPrices)
            new ProductLevelPrices(state, product, call.Body).Update(levels, echo);
        var view = new ProductView(product, state, WithStock: false, WithTranslations: true, echo);
        return Answer.Of(writer => ProductJson.Write(writer, view));
    }

    /// <summary>Stores everything but prices. The modification time moves only when a column changes.</summary>
    private void Store(DolibarrProduct product, RequestBody body, ProductEcho echo)
    {
        var candidate = Copy(product);
        foreach (var (name, value) in body.Fields.Where(f => f.Key is not ("id" or "caller")))
        {
            if (!ProductInput.Apply(candidate, name, value, state))
                echo.Unknown.Add(KeyValuePair.Create(name, value));
        }

        ProductInput.Check(candidate, state, Refuse);
        if (state.Products.FindByRef(candidate.Ref) is { } sameRef && sameRef != product)
            throw Refuse("ErrorProductAlreadyExists");
        if (candidate.Barcode is { } barcode && state.Products.FindByBarcode(barcode) is { } sameBarcode && sameBarcode != product)
            throw Refuse("ErrorProductBarCodeAlreadyExists");
        var before = ProductSnapshot.Of(product);
        foreach (var (name, value) in body.Fields.Where(f => f.Key is not ("id" or "caller")))
            ProductInput.Apply(product, name, value, state);
        var translated = echo.SentTranslations is { } sent && ProductTranslations.Apply(product, sent, state);
        product.WasUpdated = true;
        if (translated || before != ProductSnapshot.Of(product))
            product.Modified = state.Now;
        if (state.ProductExtraFields.Count > 0)
            product.ExtraFieldsModified = state.Now;
    }

    private static DolibarrProduct Copy(DolibarrProduct product) => new()
    {
        Ref = product.Ref,
        RefExt = product.RefExt,
        Barcode = product.Barcode,
        Label = product.Label,
        Description = product.Description,
        NotePrivate = product.NotePrivate,
    };

    private void UpdateSinglePrice(DolibarrProduct product, RequestBody body, decimal rateBefore, ProductEcho echo)
    {
        var stored = PriceWish.Of(product);
        var wish = PriceWish.From(body, stored);
        var differs = wish.Base != stored.Base || product.VatRate != rateBefore
            || (wish.IsTtc ? wish.PriceTtc != stored.PriceTtc || wish.PriceMinTtc != stored.PriceMinTtc : wish.Price != stored.Price || wish.PriceMin != stored.PriceMin);
        if (!differs)
            return;
        if (!ProductPricing.Write(product, wish, product.VatRate, 0, logged: true, state))
            throw Refuse("ErrorPriceCantBeLowerThanMinPrice");
        echo.Level = 0;
        echo.LevelZero = ProductPricing.LevelOf(product);
        echo.WrittenLevels.Add(0);
    }

    /// <summary>Children follow the price of their parent, computed from the body before the parent's own price is stored.</summary>
    private void UpdateChildren(DolibarrProduct product, RequestBody body)
    {
        if (!state.Modules.Contains("variants"))
            return;
        var variants = state.Variants.Where(v => v.ParentId == product.Id).ToList();
        if (variants.Count == 0)
            return;
        var wish = PriceWish.From(body, PriceWish.Of(product));
        foreach (var variant in variants)
        {
            if (state.Products.Find(variant.ChildId) is { } child)
                VariantPricing.Follow(state, variant, product, child, wish, LevelPrice);
        }

        decimal? LevelPrice(int level)
        {
            if (!body.Has("multiprices"))
                return product.PriceLevels.GetValueOrDefault(level)?.Price;
            return body.Element("multiprices") is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(Numbers.Text(level), out var value) ? Numbers.Read(RequestBody.Text(value)) : null;
        }
    }
}
