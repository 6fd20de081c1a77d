using ErpSync.Sandbox.Dolibarr;

namespace ErpSync.Sandbox;

/// <content>Seeding: what a person does in the screens.</content>
public sealed partial class DolibarrState
{
    /// <summary>Adds a product. What is left empty gets a default: on sale and on purchase, price base HT, the price with tax, level 1 when price levels are on.</summary>
    /// <param name="configure">Sets its fields; <see cref="DolibarrProduct.Ref"/> is needed and unique.</param>
    /// <returns>The product with its id.</returns>
    /// <exception cref="InvalidOperationException">The reference or the barcode exists.</exception>
    public DolibarrProduct AddProduct(Action<DolibarrProduct> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        lock (Gate)
        {
            var product = new DolibarrProduct { OnSale = true, OnPurchase = true, PriceBaseType = "HT" };
            configure(product);
            if (Products.FindByRef(product.Ref) is not null)
                throw new InvalidOperationException($"A product with the reference {product.Ref} exists.");
            if (product.Barcode is { Length: > 0 } barcode && Products.FindByBarcode(barcode) is not null)
                throw new InvalidOperationException($"A product with the barcode {barcode} exists.");
            ProductPricing.Complete(product, this);
            Insert(Products, product);
            if (product.ExtraFields.Count > 0)
                product.ExtraFieldsModified ??= product.Created;
            return product;
        }
    }

    /// <summary>Changes a product as a person does in its screen: the modification time is set to now.</summary>
    /// <param name="id">The product.</param>
    /// <param name="change">Changes its fields; a changed price without a changed price with tax computes the latter.</param>
    /// <returns>The product.</returns>
    /// <exception cref="KeyNotFoundException">There is no such product.</exception>
    public DolibarrProduct EditProduct(int id, Action<DolibarrProduct> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (Gate)
        {
            var product = Products[id];
            var (price, withTax, rate) = (product.Price, product.PriceTtc, product.VatRate);
            change(product);
            if ((product.Price != price || product.VatRate != rate) && product.PriceTtc == withTax)
                product.PriceTtc = 0m;
            ProductPricing.Complete(product, this);
            product.Modified = Now;
            return product;
        }
    }

    /// <summary>Deletes a product with its levels, movements, files, links and combinations, used or not.</summary>
    /// <param name="id">The product.</param>
    /// <returns>False when there is no such product.</returns>
    public bool RemoveProduct(int id)
    {
        lock (Gate)
            return ProductRemoval.Remove(this, id);
    }

    /// <summary>Adds an open warehouse.</summary>
    /// <param name="configure">Sets its fields; <see cref="DolibarrWarehouse.Label"/> is needed.</param>
    /// <returns>The warehouse with its id.</returns>
    public DolibarrWarehouse AddWarehouse(Action<DolibarrWarehouse> configure) => Configure(Warehouses, new DolibarrWarehouse(), configure);

    /// <summary>Deletes a warehouse with its levels; movements stay.</summary>
    /// <param name="id">The warehouse.</param>
    /// <returns>False when there is no such warehouse.</returns>
    public bool RemoveWarehouse(int id)
    {
        lock (Gate)
            return StockBooking.RemoveWarehouse(this, id);
    }

    /// <summary>Adds a category of products.</summary>
    /// <param name="configure">Sets its fields; <see cref="DolibarrCategory.Label"/> is needed.</param>
    /// <returns>The category with its id.</returns>
    public DolibarrCategory AddCategory(Action<DolibarrCategory> configure) => Configure(Categories, new DolibarrCategory(), configure);

    /// <summary>Links a product (or, in a category of customers, a third party) to a category; nothing happens when it is linked. Neither row's modification time changes.</summary>
    /// <param name="categoryId">The category.</param>
    /// <param name="productId">The product.</param>
    /// <exception cref="KeyNotFoundException">One of them does not exist.</exception>
    public void LinkCategory(int categoryId, int productId)
    {
        lock (Gate)
            Categories[categoryId].Links[Categories[categoryId].Type == Dolibarr.CategoryTypes.Customer ? ThirdParties[productId].Id : Products[productId].Id] = true;
    }

    /// <summary>Takes a link between a category and a product away.</summary>
    /// <param name="categoryId">The category.</param>
    /// <param name="productId">The product.</param>
    /// <exception cref="KeyNotFoundException">There is no such category.</exception>
    public void UnlinkCategory(int categoryId, int productId)
    {
        lock (Gate)
            Categories[categoryId].Links.Remove(productId);
    }

    /// <summary>Sets the level of a product in a warehouse by a movement of the difference; no movement when it is that already.</summary>
    /// <param name="productId">The product.</param>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="quantity">The level in units of the product.</param>
    /// <exception cref="KeyNotFoundException">One of them does not exist.</exception>
    public void SetStock(int productId, int warehouseId, decimal quantity)
    {
        lock (Gate)
        {
            var product = Products[productId];
            var delta = quantity - GetStock(productId, Warehouses[warehouseId].Id);
            if (delta == 0)
                return;
            var movement = new DolibarrStockMovement { ProductId = productId, WarehouseId = warehouseId, Quantity = delta, Label = "Stock correction", Date = Now };
            StockBooking.Book(this, product, movement);
        }
    }

    /// <summary>The level of a product in a warehouse.</summary>
    /// <param name="productId">The product.</param>
    /// <param name="warehouseId">The warehouse.</param>
    /// <returns>The level in units of the product; 0 when it was never moved there.</returns>
    /// <exception cref="KeyNotFoundException">There is no such product.</exception>
    public decimal GetStock(int productId, int warehouseId)
    {
        lock (Gate)
            return Products[productId].Levels.Find(level => level.WarehouseId == warehouseId)?.Quantity ?? 0m;
    }

    /// <summary>Adds a variant attribute with its values.</summary>
    /// <param name="reference">The reference in upper case.</param>
    /// <param name="label">The label.</param>
    /// <param name="values">The values; each value's reference is its text in upper case.</param>
    /// <returns>The attribute with its id.</returns>
    public DolibarrAttribute AddAttribute(string reference, string label, params ReadOnlySpan<string> values)
    {
        lock (Gate)
        {
            var attribute = Insert(Attributes, new DolibarrAttribute { Ref = reference, Label = label, Position = Attributes.Count + 1 });
            foreach (var value in values)
                Insert(AttributeValues, new DolibarrAttributeValue { AttributeId = attribute.Id, Ref = value.ToUpperInvariant(), Value = value });
            return attribute;
        }
    }

    /// <summary>Adds a variant as the screen does: a combination and its child product.</summary>
    /// <param name="parentId">The parent product.</param>
    /// <param name="features">Attribute id to value id.</param>
    /// <param name="configure">Sets the impacts, the external reference of the combination, or the id that the child shall have; null for none.</param>
    /// <param name="reference">The child's reference; null composes it from the parent's and the values'.</param>
    /// <returns>The combination; its child is <see cref="DolibarrVariant.ChildId"/>.</returns>
    /// <exception cref="KeyNotFoundException">There is no such parent.</exception>
    public DolibarrVariant AddVariant(int parentId, IReadOnlyDictionary<int, int> features, Action<DolibarrVariant>? configure = null, string? reference = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        lock (Gate)
        {
            var variant = new DolibarrVariant { ParentId = parentId, Features = [.. features] };
            configure?.Invoke(variant);
            return VariantCreation.Create(this, Products[parentId], variant, reference);
        }
    }

    /// <summary>Adds a file to a product.</summary>
    /// <param name="productId">The product.</param>
    /// <param name="name">The file name.</param>
    /// <param name="content">The content.</param>
    /// <returns>The document with its id.</returns>
    /// <exception cref="KeyNotFoundException">There is no such product.</exception>
    public DolibarrDocument AddDocument(int productId, string name, ReadOnlyMemory<byte> content)
    {
        lock (Gate)
            return DocumentShelf.Put(this, Products[productId], Texts.FileName(name), content);
    }

    private TRow Configure<TRow>(DolibarrTable<TRow> table, TRow row, Action<TRow> configure) where TRow : DolibarrRow
    {
        ArgumentNullException.ThrowIfNull(configure);
        lock (Gate)
        {
            configure(row);
            return Insert(table, row);
        }
    }
}
