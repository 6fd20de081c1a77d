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
        .Hint("path", 0.85m, x => MatchText.Name(x.Path))
        .Hint("name", 0.6m, x => MatchText.Names(x.Name), HintStyle.Similar)
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
        .Field(nameof(ErpSync.Product.Type), EnumField<ProductType>.Instance, x => x.Type, (x, v) => x with { Type = v })
        .Pointer(nameof(ErpSync.Product.Items), EntityKind.Product, PackItemsField.Instance, x => x.Items, (x, v) => x with { Items = v })
        .Field(nameof(ErpSync.Product.Upc), TextField.Instance, x => x.Upc, (x, v) => x with { Upc = v })
        .Field(nameof(ErpSync.Product.Isbn), TextField.Instance, x => x.Isbn, (x, v) => x with { Isbn = v })
        .Field(nameof(ErpSync.Product.Mpn), TextField.Instance, x => x.Mpn, (x, v) => x with { Mpn = v })
        .Pointer(nameof(ErpSync.Product.Manufacturer), EntityKind.Manufacturer, RefField.Optional, x => x.Manufacturer, (x, v) => x with { Manufacturer = v })
        .Pointer(nameof(ErpSync.Product.Supplier), EntityKind.Supplier, RefField.Optional, x => x.Supplier, (x, v) => x with { Supplier = v })
        .Field(nameof(ErpSync.Product.SupplierReference), TextField.Instance, x => x.SupplierReference, (x, v) => x with { SupplierReference = v })
        .Pointer(nameof(ErpSync.Product.MainCategory), EntityKind.Category, RefField.Optional, x => x.MainCategory, (x, v) => x with { MainCategory = v })
        .Field(nameof(ErpSync.Product.Features), TextMapField.Instance, x => x.Features, (x, v) => x with { Features = v })
        .Field(nameof(ErpSync.Product.Tags), TextSetField.Instance, x => x.Tags, (x, v) => x with { Tags = v })
        .Field(nameof(ErpSync.Product.Condition), EnumField<ProductCondition>.Instance, x => x.Condition, (x, v) => x with { Condition = v })
        .Field(nameof(ErpSync.Product.WidthCm), DecimalField.Instance, x => x.WidthCm, (x, v) => x with { WidthCm = v })
        .Field(nameof(ErpSync.Product.HeightCm), DecimalField.Instance, x => x.HeightCm, (x, v) => x with { HeightCm = v })
        .Field(nameof(ErpSync.Product.DepthCm), DecimalField.Instance, x => x.DepthCm, (x, v) => x with { DepthCm = v })
        .Field(nameof(ErpSync.Product.Unit), TextField.Instance, x => x.Unit, (x, v) => x with { Unit = v })
        .Field(nameof(ErpSync.Product.MinimalQuantity), DecimalField.Instance, x => x.MinimalQuantity, (x, v) => x with { MinimalQuantity = v })
        .Field(nameof(ErpSync.Product.Visibility), EnumField<ProductVisibility>.Instance, x => x.Visibility, (x, v) => x with { Visibility = v })
        .Field(nameof(ErpSync.Product.Orderable), FlagField.Instance, x => x.Orderable, (x, v) => x with { Orderable = v })
        .Field(nameof(ErpSync.Product.IsDownloadable), FlagField.Instance, x => x.IsDownloadable, (x, v) => x with { IsDownloadable = v })
        .Field(nameof(ErpSync.Product.CountsStock), FlagField.Instance, x => x.CountsStock, (x, v) => x with { CountsStock = v })
        .Field(nameof(ErpSync.Product.Backorders), EnumField<Backorders>.Instance, x => x.Backorders, (x, v) => x with { Backorders = v })
        .Field(nameof(ErpSync.Product.LowStock), DecimalField.Instance, x => x.LowStock, (x, v) => x with { LowStock = v })
        .Field(nameof(ErpSync.Product.SalePriceNet), MoneyField.Instance, x => x.SalePriceNet, (x, v) => x with { SalePriceNet = v }, FieldRole.Price)
        .Field(nameof(ErpSync.Product.SaleFrom), InstantField.Instance, x => x.SaleFrom, (x, v) => x with { SaleFrom = v })
        .Field(nameof(ErpSync.Product.SaleUntil), InstantField.Instance, x => x.SaleUntil, (x, v) => x with { SaleUntil = v })
        .Field(nameof(ErpSync.Product.TaxClass), TextField.Instance, x => x.TaxClass, (x, v) => x with { TaxClass = v })
        .Field(nameof(ErpSync.Product.Slug), LocalizedTextField.Plain, x => x.Slug, (x, v) => x with { Slug = v })
        .Field(nameof(ErpSync.Product.MetaTitle), LocalizedTextField.Plain, x => x.MetaTitle, (x, v) => x with { MetaTitle = v })
        .Field(nameof(ErpSync.Product.MetaDescription), LocalizedTextField.Plain, x => x.MetaDescription, (x, v) => x with { MetaDescription = v })
        .Field(nameof(ErpSync.Product.ExternalUrl), TextField.Instance, x => x.ExternalUrl, (x, v) => x with { ExternalUrl = v })
        .Field(nameof(ErpSync.Product.PrivateNote), TextField.Instance, x => x.PrivateNote, (x, v) => x with { PrivateNote = v })
        .Hint("barcode", 0.95m, x => MatchText.Barcode(x.Barcode))
        .Hint("reference", 0.9m, x => MatchText.Reference(x.Reference))
        .Hint("name", 0.75m, x => MatchText.Names(x.Name), HintStyle.Similar)
        .Hint("price", 0.2m, x => MatchText.Amount(x.PriceNet), HintStyle.Supporting)
        .MatchedBy("reference", x => x.Reference)
        .After(EntityKind.Category, EntityKind.Manufacturer, EntityKind.Supplier)
        .Build();

    /// <summary>Variants; matched by reference, else by their options under the same product.</summary>
    public static Shape<ProductVariant> ProductVariant { get; } = new ShapeBuilder<ProductVariant>(1, () => new ProductVariant())
        .Field(nameof(ErpSync.ProductVariant.Reference), TextField.Instance, x => x.Reference, (x, v) => x with { Reference = v })
        .Field(nameof(ErpSync.ProductVariant.Options), VariantOptionsField.Instance, x => x.Options, (x, v) => x with { Options = v })
        .Field(nameof(ErpSync.ProductVariant.PriceNet), MoneyField.Instance, x => x.PriceNet, (x, v) => x with { PriceNet = v }, FieldRole.Price)
        .Field(nameof(ErpSync.ProductVariant.Barcode), TextField.Instance, x => x.Barcode, (x, v) => x with { Barcode = v })
        .Field(nameof(ErpSync.ProductVariant.WeightKg), DecimalField.Instance, x => x.WeightKg, (x, v) => x with { WeightKg = v })
        .Field(nameof(ErpSync.ProductVariant.Upc), TextField.Instance, x => x.Upc, (x, v) => x with { Upc = v })
        .Field(nameof(ErpSync.ProductVariant.Isbn), TextField.Instance, x => x.Isbn, (x, v) => x with { Isbn = v })
        .Field(nameof(ErpSync.ProductVariant.Mpn), TextField.Instance, x => x.Mpn, (x, v) => x with { Mpn = v })
        .Field(nameof(ErpSync.ProductVariant.CostNet), MoneyField.Instance, x => x.CostNet, (x, v) => x with { CostNet = v })
        .Field(nameof(ErpSync.ProductVariant.SalePriceNet), MoneyField.Instance, x => x.SalePriceNet, (x, v) => x with { SalePriceNet = v }, FieldRole.Price)
        .Field(nameof(ErpSync.ProductVariant.SaleFrom), InstantField.Instance, x => x.SaleFrom, (x, v) => x with { SaleFrom = v })
        .Field(nameof(ErpSync.ProductVariant.SaleUntil), InstantField.Instance, x => x.SaleUntil, (x, v) => x with { SaleUntil = v })
        .Field(nameof(ErpSync.ProductVariant.MinimalQuantity), DecimalField.Instance, x => x.MinimalQuantity, (x, v) => x with { MinimalQuantity = v })
        .Field(nameof(ErpSync.ProductVariant.IsDefault), FlagField.Instance, x => x.IsDefault, (x, v) => x with { IsDefault = v })
        .Field(nameof(ErpSync.ProductVariant.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v }, FieldRole.Active)
        .Field(nameof(ErpSync.ProductVariant.CountsStock), FlagField.Instance, x => x.CountsStock, (x, v) => x with { CountsStock = v })
        .Field(nameof(ErpSync.ProductVariant.Backorders), EnumField<Backorders>.Instance, x => x.Backorders, (x, v) => x with { Backorders = v })
        .Field(nameof(ErpSync.ProductVariant.LowStock), DecimalField.Instance, x => x.LowStock, (x, v) => x with { LowStock = v })
        .Field(nameof(ErpSync.ProductVariant.Custom), TextMapField.Instance, x => x.Custom, (x, v) => x with { Custom = v })
        .Hint("barcode", 0.95m, x => MatchText.Barcode(x.Barcode))
        .Hint("reference", 0.9m, x => MatchText.Reference(x.Reference))
        .Hint("options", 0.6m, x => MatchText.Name(string.Join(' ', x.Options.Select(option => option.Value))), HintStyle.Similar)
        .Hint("price", 0.2m, x => MatchText.Amount(x.PriceNet), HintStyle.Supporting)
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
        .Field<bool?>(nameof(ErpSync.ProductImage.IsCover), FlagField.Instance, x => x.IsCover, (x, v) => x with { IsCover = v == true })
        .Field<decimal?>(nameof(ErpSync.ProductImage.Position), DecimalField.Instance, x => x.Position, (x, v) => x with { Position = (int)(v ?? 0) })
        .Field(nameof(ErpSync.ProductImage.Legend), LocalizedTextField.Plain, x => x.Legend, (x, v) => x with { Legend = v })
        .Pointer(nameof(ErpSync.ProductImage.Variants), EntityKind.ProductVariant, RefSetField.Instance, x => x.Variants, (x, v) => x with { Variants = v })
        .OwnedBy(x => x.Owner, (x, owner) => x with { Owner = owner }, x => x.IsCover ? "cover" : RemoteId.From(x.Position).Value)
        .After(EntityKind.Product)
        .Build();

    /// <summary>Prices beside the product's own; keyed by owner, customer, group, quantity, currency, country, shop and period.</summary>
    public static Shape<Price> Price { get; } = new ShapeBuilder<Price>(1, () => new Price { Owner = default, Net = default })
        .Field<Money?>(nameof(ErpSync.Price.Net), MoneyField.Instance, x => x.Net, (x, v) => x with { Net = v ?? default }, FieldRole.Price)
        .Field(nameof(ErpSync.Price.FixedNet), MoneyField.Instance, x => x.FixedNet, (x, v) => x with { FixedNet = v }, FieldRole.Price)
        .Field(nameof(ErpSync.Price.ReductionPercent), DecimalField.Instance, x => x.ReductionPercent, (x, v) => x with { ReductionPercent = v })
        .Field(nameof(ErpSync.Price.ReductionAmount), MoneyField.Instance, x => x.ReductionAmount, (x, v) => x with { ReductionAmount = v })
        .Field(nameof(ErpSync.Price.ReductionWithTax), FlagField.Instance, x => x.ReductionWithTax, (x, v) => x with { ReductionWithTax = v })
        .Pointer(nameof(ErpSync.Price.Customer), EntityKind.Customer, RefField.Instance, x => x.Customer, (x, v) => x with { Customer = v })
        .OwnedBy(x => x.Owner, (x, owner) => x with { Owner = owner }, PriceKey)
        .After(EntityKind.Product, EntityKind.ProductVariant)
        .Build();

    /// <summary>Supplier prices; keyed by owner, supplier, quantity and currency.</summary>
    public static Shape<SupplierPrice> SupplierPrice { get; } = new ShapeBuilder<SupplierPrice>(1, () => new SupplierPrice { Owner = default })
        .Pointer(nameof(ErpSync.SupplierPrice.Supplier), EntityKind.Supplier, RefField.Instance, x => x.Supplier, (x, v) => x with { Supplier = v })
        .Field(nameof(ErpSync.SupplierPrice.Reference), TextField.Instance, x => x.Reference, (x, v) => x with { Reference = v })
        .Field(nameof(ErpSync.SupplierPrice.Net), MoneyField.Instance, x => x.Net, (x, v) => x with { Net = v })
        .Field(nameof(ErpSync.SupplierPrice.Taxes), TaxRatesField.Instance, x => x.Taxes, (x, v) => x with { Taxes = v })
        .Field(nameof(ErpSync.SupplierPrice.LeadTimeDays), DecimalField.Instance, x => x.LeadTimeDays, (x, v) => x with { LeadTimeDays = v })
        .OwnedBy(x => x.Owner, (x, owner) => x with { Owner = owner }, SupplierPriceKey)
        .After(EntityKind.Product, EntityKind.ProductVariant, EntityKind.Supplier)
        .Build();

    private static ProductImage EmptyImage() => new()
    {
        Owner = default,
        Content = new ImageContent("", "", null) { OpenAsync = static _ => Task.FromResult(Array.Empty<byte>()) },
    };

    private static string PriceKey(Price price) => string.Join('|',
        price.CustomerKey?.Trim().ToLowerInvariant(),
        price.Group,
        DecimalField.Instance.Display(price.FromQuantity),
        price.AnyCurrency ? "*" : price.Net.Currency.Value,
        price.Country,
        price.Shop,
        InstantField.Instance.Display(price.From),
        InstantField.Instance.Display(price.Until));

    private static string SupplierPriceKey(SupplierPrice price) => string.Join('|',
        price.SupplierName?.Trim().ToLowerInvariant(),
        DecimalField.Instance.Display(price.FromQuantity),
        price.Net?.Currency.Value);
}
