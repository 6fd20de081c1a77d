namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Creating and deleting products.</summary>
internal sealed class ProductCreate(DolibarrState state)
{
    public Answer Post(ApiCall call)
    {
        foreach (var name in new[] { "ref", "label" })
        {
            if (!call.Body.Has(name))
                throw new RestException(400, $"{name} field missing") { Place = "api_products.class.php:2396" };
        }

        var product = new DolibarrProduct();
        foreach (var (name, value) in call.Body.Fields)
            ProductInput.Apply(product, name, value, state);
        if (call.Body.Element("multilangs") is { } translations)
            ProductTranslations.Apply(product, translations, state);
        ProductInput.Check(product, state, Refuse);
        if (state.Products.FindByRef(product.Ref) is not null)
            throw Refuse("ErrorProductAlreadyExists");
        if (product.Barcode is { } barcode && state.Products.FindByBarcode(barcode) is not null)
            throw Refuse("ErrorProductBarCodeAlreadyExists");
        ProductPricing.Create(product, PriceWish.From(call.Body, new PriceWish("", 0m, 0m, 0m, 0m)), state);
        state.Insert(state.Products, product);
        if (product.ExtraFields.Count > 0)
            product.ExtraFieldsModified = product.Created;
        if (state.LevelPrices && call.Body.Has("multiprices"))
            new ProductLevelPrices(state, product, call.Body).WriteAll();
        return Answer.Number(product.Id);
    }

    public Answer Delete(int id)
    {
        if (state.Products.Find(id) is not { } product)
            throw new RestException(404, "Product not found") { Place = "api_products.class.php:565" };
        if (product.IsUsed)
            throw new RestException(409, "Can't delete, that product is probably used") { Place = "api_products.class.php:580" };
        ProductRemoval.Remove(state, id);
        return Answer.Success("Object deleted");
    }

    private static RestException Refuse(string reason) => new(500, "Error creating product", reason) { Place = "api_products.class.php:349" };
}
