namespace ErpSync;

/// <summary>The shapes of the catalogue's kinds.</summary>
public static class CatalogShapes
{
    /// <summary>Categories; matched by their path.</summary>
    public static Shape<Category> Category { get; } = new ShapeBuilder<Category>(1, () => new Category())
        .Field(nameof(ErpSync.Category.Name), LocalizedTextField.Plain, x => x.Name, (x, v) => x with { Name = v })
        .Field(nameof(ErpSync.Category.Description), LocalizedTextField.Html, x => x.Description, (x, v) => x with { Description = v })
        .Pointer(nameof(ErpSync.Category.Parent), EntityKind.Category, RefField.Instance, x => x.Parent, (x, v) => x with { Parent = v })
        .Field(nameof(ErpSync.Category.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v }, FieldRole.Active)
        .MatchedBy("path", x => x.Path?.ToLowerInvariant())
        .Build();

    /// <summary>Products; matched by reference.</summary>
    public static Shape<Product> Product { get; } = new ShapeBuilder<Product>(1, () => new Product())
        .Field(nameof(ErpSync.Product.Reference), TextField.Instance, x => x.Reference, (x, v) => x with { Reference = v })
        .Field(nameof(ErpSync.Product.Name), LocalizedTextField.Plain, x => x.Name, (x, v) => x with { Name = v })
        .Field(nameof(ErpSync.Product.Summary), LocalizedTextField.Html, x => x.Summary, (x, v) => x with { Summary = v })
        .Field(nameof(ErpSync.Product.Description), LocalizedTextField.Html, x => x.Description, (x, v) => x with { Description = v })
        .Field(nameof(ErpSync.Product.PriceNet), MoneyField.Instance, x => x.PriceNet, (x, v) => x with { PriceNet = v }, FieldRole.Price)
        .Field(nameof(ErpSync.Product.CostNet), MoneyField.Instance, x => x.CostNet, (x, v) => x with { CostNet = v })
        .Field(nameof(ErpSync.Product.Taxes), TaxRatesField.Instance, x => x.Taxes, (x, v) => x with { Taxes = v })
        .Field(nameof(ErpSync.Product.Barcode), TextField.Instance, x => x.Barcode, (x, v) => x with { Barcode = v })
        .Field(nameof(ErpSync.Product.WeightKg), DecimalField.Instance, x => x.WeightKg, (x, v) => x with { WeightKg = v })
        .Field(nameof(ErpSync.Product.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v }, FieldRole.Active)
        .Field(nameof(ErpSync.Product.IsService), FlagField.Instance, x => x.IsService, (x, v) => x with { IsService = v })
        .Pointer(nameof(ErpSync.Product.Categories), EntityKind.Category, RefSetField.Instance, x => x.Categories, (x, v) => x with { Categories = v })
        .Field(nameof(ErpSync.Product.Custom), TextMapField.Instance, x => x.Custom, (x, v) => x with { Custom = v })
        .MatchedBy("reference", x => x.Reference)
        .After(EntityKind.Category)
        .Build();

    /// <summary>Variants; matched by reference, else by their options under the same product.</summary>
    public static Shape<ProductVariant> ProductVariant { get; } = new ShapeBuilder<ProductVariant>(1, () => new ProductVariant())
        .Field(nameof(ErpSync.ProductVariant.Reference), TextField.Instance, x => x.Reference, (x, v) => x with { Reference = v })
        .Field(nameof(ErpSync.ProductVariant.Options), VariantOptionsField.Instance, x => x.Options, (x, v) => x with { Options = v })
        .Field(nameof(ErpSync.ProductVariant.PriceNet), MoneyField.Instance, x => x.PriceNet, (x, v) => x with { PriceNet = v }, FieldRole.Price)
        .Field(nameof(ErpSync.ProductVariant.Barcode), TextField.Instance, x => x.Barcode, (x, v) => x with { Barcode = v })
        .Field(nameof(ErpSync.ProductVariant.WeightKg), DecimalField.Instance, x => x.WeightKg, (x, v) => x with { WeightKg = v })
        .MatchedBy("reference", x => x.Reference)
        .OwnedBy(x => x.Product, (x, owner) => x with { Product = owner }, x => VariantOptionsField.Key(x.Options))
        .After(EntityKind.Product)
        .Build();

    /// <summary>Stock levels; keyed by owner and warehouse.</summary>
    public static Shape<StockLevel> StockLevel { get; } = new ShapeBuilder<StockLevel>(1, () => new StockLevel { Owner = default, Quantity = 0 })
        .Field<decimal?>(nameof(ErpSync.StockLevel.Quantity), DecimalField.Quantity, x => x.Quantity, (x, v) => x with { Quantity = v ?? 0 }, FieldRole.Quantity)
        .OwnedBy(x => x.Owner, (x, owner) => x with { Owner = owner }, x => x.Warehouse ?? "")
        .After(EntityKind.Product, EntityKind.ProductVariant)
        .Build();

    /// <summary>Pictures; the cover is keyed by its owner, the others by owner and position.</summary>
    public static Shape<ProductImage> ProductImage { get; } = new ShapeBuilder<ProductImage>(1, EmptyImage)
        .Field(nameof(ErpSync.ProductImage.Content), ImageContentField.Instance, x => x.Content, (x, v) => x with { Content = v })
        .OwnedBy(x => x.Owner, (x, owner) => x with { Owner = owner }, x => x.IsCover ? "cover" : RemoteId.From(x.Position).Value)
        .After(EntityKind.Product)
        .Build();

    /// <summary>Prices beside the product's own; keyed by owner, group, quantity, currency and period.</summary>
    public static Shape<Price> Price { get; } = new ShapeBuilder<Price>(1, () => new Price { Owner = default, Net = default })
        .Field<Money?>(nameof(ErpSync.Price.Net), MoneyField.Instance, x => x.Net, (x, v) => x with { Net = v ?? default }, FieldRole.Price)
        .OwnedBy(x => x.Owner, (x, owner) => x with { Owner = owner }, PriceKey)
        .After(EntityKind.Product, EntityKind.ProductVariant)
        .Build();

    private static ProductImage EmptyImage() => new()
    {
        Owner = default,
        Content = new ImageContent("", "", null) { OpenAsync = static _ => Task.FromResult(Array.Empty<byte>()) },
    };

    private static string PriceKey(Price price) => string.Join('|',
        price.Group,
        DecimalField.Instance.Display(price.FromQuantity),
        price.Net.Currency.Value,
        InstantField.Instance.Display(price.From),
        InstantField.Instance.Display(price.Until));
}
