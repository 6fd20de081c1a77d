namespace ErpSync.Dolibarr.Tests;

/// <summary>What each recording of products, stock, setup, access and signals of version 18 proves.</summary>
internal static class Catalogue18
{
    public const string Rows = """
        attribute-create | read 1 | Attribute
        attribute-value-create | read 1 | Value
        auth-bad-key | dolibarr.key-refused | Bad key
        auth-bearer | dolibarr.key-refused | Bearer is not known yet
        auth-none | dolibarr.key-refused | No key
        category-create | read 1 | Create a category
        document-upload | read 1 | Image upload
        documents-list | read 1 | Documents
        product-404 | dolibarr.not-found | Missing
        product-create | read 1 | Create a product
        product-create-duplicate | dolibarr.duplicate | Duplicate ref
        product-create-emoji | dolibarr.charset | Emoji
        product-create-missing | dolibarr.field-missing | Missing ref
        product-create-special | read 1 | Special characters
        product-get | read 1 | One product
        product-stock | read 1 | Stock
        product-update | read 1 | Update (label)
        product-update-price | read 1 | Update of the price
        products-empty | dolibarr.not-found | Empty product list
        products-list | read 2 | List
        products-list-pagination | read 2 | Pagination data
        products-list-past-end | dolibarr.not-found | Page past the end
        products-list-properties | read 2 | properties=
        products-list-since-ef | dolibarr.not-found | ef.tms in a filter
        status | read 1 | Status
        stockmovement-add | read 1 | Stock movement
        stockmovements-list | read 1 | Movements
        variant-child | read 1 | Child product
        variant-create | read 1 | Variant
        variants-list | read 1 | Variants
        warehouse-create | read 1 | Create a warehouse
        webhook-endpoint | dolibarr.module-off | No webhook API
        """;
}
