namespace ErpSync.Dolibarr.Tests;

/// <summary>What each recording of products, stock, setup, access and signals of version 23 proves.</summary>
internal static class Catalogue23
{
    public const string Rows = """
        attribute-by-ref | read 1 | Attribute by ref
        attribute-by-ref-ext | read 1 | Attribute by ref_ext
        attribute-create | read 1 | Create a variant attribute
        attribute-create-duplicate | dolibarr.failed | Duplicate attribute reference
        attribute-get | read 1 | One attribute
        attribute-value-create | read 1 | Add a value
        attribute-value-get | read 1 | One value
        attribute-values | read 2 | Values of an attribute
        attributes-list | read 2 | Attributes
        auth-bad-key | dolibarr.key-refused | Unknown API key: 401 after an anti brute force delay
        auth-bearer | read 1 | Key as Authorization: Bearer
        auth-login | none: The login is not used: the connection has a key. | Login endpoint (disabled or not)
        auth-none | dolibarr.key-refused | No API key: 401
        auth-query-api_key | read 1 | Key in the query string (api_key=)
        auth-query-param | read 1 | Key in the query string (DOLAPIKEY=)
        categories-list | read 3 | List categories
        category-404 | dolibarr.not-found | Missing category
        category-create | read 1 | Create a product category
        category-create-child | read 1 | Create a child category (fk_parent)
        category-create-duplicate | dolibarr.duplicate | Duplicate label under the same parent
        category-create-emoji-utf8-db | dolibarr.charset | Emoji on a database connection left at the default utf8 (3 bytes): HTML error before the JSON
        category-create-missing-type | dolibarr.field-missing | Missing type
        category-delete | dolibarr.failed | Delete a category
        category-get | read 1 | One category
        category-get-childs | read 1 | One category with children
        category-link-product-again | read 1 | Link it again
        category-objects | read 1 | Products of a category
        category-of-product | read 1 | Categories of a product
        category-unlink-product | read 1 | Unlink
        category-update | dolibarr.failed | Update category
        category-update-utf8 | read 1 | Update category: accents are stored as HTML entities
        document-delete | read 1 | Delete a document
        document-download-404 | dolibarr.not-found | Download of a missing file
        document-download-image | read 1 | Download (base64 in JSON)
        document-upload-bad-base64 | read 1 | Content that is not base64
        document-upload-bad-ref | dolibarr.not-found | Upload to an unknown product
        document-upload-category | dolibarr.no-such-path | Upload a category image
        document-upload-image | read 1 | Upload a product image
        document-upload-image-overwrite | read 1 | Same file with overwrite
        document-upload-odd-name | read 1 | File name with spaces and accents
        documents-product-empty | dolibarr.not-found | Documents of a product without any
        documents-product-list | read 4 | Documents of a product
        extrafield-create | read 1 | Create an extra field on products
        extrafield-create-html | read 1 | Create an HTML extra field
        extrafields-list | read 1 | List extra fields
        header-entity-2 | dolibarr.key-refused | DOLAPIENTITY for an entity without the multi-company module
        module-disabled | dolibarr.right-missing | Endpoint of a module that is not enabled
        no-permission-stock | dolibarr.right-missing | Stock movement without the right
        prices-per-customer | dolibarr.rejected | Prices per customer (option off)
        prices-per-customer-on | read 1 | Prices per customer
        prices-per-customer-one | read 1 | Prices of one customer
        prices-per-quantity | dolibarr.rejected | Prices per quantity (option off)
        prices-per-segment | read 1 | Prices per level
        product-404 | dolibarr.not-found | Missing product
        product-by-ref | read 1 | By reference
        product-by-ref-ext-404 | dolibarr.not-found | By unknown external reference
        product-by-ref-ext-duplicate | read 1 | Look-up of an external reference that exists twice
        product-categories | read 1 | Categories through the product
        product-conditional-get | read 1 | If-Modified-Since / If-None-Match are ignored
        product-create | read 1 | Create a simple product
        product-create-caller | read 1 | Create with the caller mark (loop prevention)
        product-create-duplicate-ref | dolibarr.duplicate | Duplicate reference
        product-create-duplicate-ref-ext | read 1 | Duplicate external reference is accepted
        product-create-emoji | dolibarr.charset | Emoji in the label on a utf8 connection
        product-create-emoji-utf8mb4 | read 1 | Emoji on a database connection set to utf8mb4
        product-create-empty-body | dolibarr.field-missing | Empty body
        product-create-form | read 1 | Form encoded body
        product-create-long-label | dolibarr.too-long | Label longer than the column (255)
        product-create-long-ref | dolibarr.too-long | Reference longer than the column (128)
        product-create-malformed | dolibarr.rejected | Malformed JSON
        product-create-missing | dolibarr.field-missing | Required field missing
        product-create-multiprices | read 1 | Create a product with price levels in the body
        product-create-single-price | read 1 | Create in single price mode
        product-create-special | read 1 | Special characters in label and description
        product-create-ttc | read 1 | Create a product with a tax-included price
        product-delete-again | dolibarr.not-found | Delete it again
        product-delete-used | dolibarr.in-use | Delete a product used in an order
        product-get | read 1 | One product
        product-get-after-stock | read 1 | Product with stock data
        product-get-emoji-utf8mb4 | read 1 | Read it back
        product-get-single-price | read 1 | Product in single price mode
        product-get-stock | read 1 | One product with stock and parent id
        product-get-translations | read 1 | Product with translations
        product-put-id-in-body | read 1 | id in the body of an update is ignored
        product-special-by-label | read 1 | Read the special one back through a filter
        product-stock | read 1 | Stock of a product per warehouse
        product-stock-after-shipment | read 1 | Stock after the validated shipment
        product-stock-one-warehouse | read 1 | Stock in one warehouse
        product-update | read 1 | Partial update (label only)
        product-update-extrafield | read 1 | Update of an extra field
        product-update-extrafield-html | read 1 | HTML sent to an HTML extra field
        product-update-parent-price | dolibarr.price-below-minimum | Price of the parent changed: do children follow?
        product-update-price | read 1 | Update of the price
        product-update-price-no-mode | read 1 | Price update when neither PRODUCT_PRICE_UNIQ nor PRODUIT_MULTIPRICES is set: silently not stored
        product-update-single-price | read 1 | Price update in single price mode
        product-update-single-price-ttc | read 1 | Tax-included price in single price mode
        product-update-stock-refused | dolibarr.rejected | Stock in a product update is refused
        product-update-translations | read 1 | Translations sent in an update (multilangs)
        product-update-unknown-field | read 1 | Unknown field is ignored silently
        products-empty | read 0 | Empty product list: 200 with an empty array
        products-empty-pagination | read 0 | Empty list with pagination_data
        products-list-accept-xml | http.content-type | Accept: application/xml
        products-list-bad-limit | dolibarr.rejected | Non-numeric limit
        products-list-by-category | read 1 | Products filtered by category
        products-list-filter-bad-field | dolibarr.filter-refused | Unknown field in a filter
        products-list-filter-bad-syntax | dolibarr.filter-refused | Bad filter syntax
        products-list-filter-extrafield | read 5 | Filter on an extra field
        products-list-filter-in | read 3 | Filter in
        products-list-filter-in-strings | read 8 | Filter in with strings
        products-list-filter-null | read 2 | Filter is NULL
        products-list-filter-or | read 9 | Filter with or
        products-list-filter-parenthesis | dolibarr.filter-refused | A value with parentheses
        products-list-ids-only | read 5 | Ids only
        products-list-limit0 | read 44 | limit=0 returns everything
        products-list-mode-services | read 3 | Only services
        products-list-no-match | read 0 | No match
        products-list-page1 | read 3 | First page
        products-list-page2 | read 3 | Second page
        products-list-parents-only | read 2 | Only parents of variants
        products-list-past-end | read 0 | Page past the end: empty array
        products-list-properties | read 3 | Selected properties
        products-list-since-compact | read 3 | Modified since, compact date
        products-list-since-extrafields | read 3 | Modified since, extra field table included (ef.tms)
        products-list-since-future | read 0 | Modified since a date in the future
        products-list-since-interval | read 2 | Filter with between-like pair
        products-list-since-iso | read 3 | Modified since, ISO 8601 with T and Z
        products-list-since-timestamp | read 2 | Unix time in a filter
        products-list-sort-bad | dolibarr.filter-refused | Unknown sort field
        products-list-sort-desc | read 3 | Sort descending by modification time
        products-list-sort-two | read 3 | Sort by two fields
        products-list-stock | read 2 | List with stock data
        products-list-variants-only | read 2 | Only child products
        purchase-price-create | read 1 | Supplier price of a product
        purchase-price-create-currency | read 1 | Supplier price with the currency fields (needed when multi-currency is on)
        purchase-price-create-missing | dolibarr.field-missing | Supplier price without the required fields
        purchase-prices-list | read 2 | Supplier prices of all products
        purchase-prices-of-product | read 1 | Supplier prices of a product
        setup-actiontriggers | read 5 | Event codes that can be triggered
        setup-company | read 1 | Own company
        setup-conf | read 1 | Constant
        setup-countries | read 3 | Countries
        setup-currencies | read 5 | Currency dictionary
        setup-modules | read 27 | Enabled modules
        setup-payment-terms | read 13 | Payment terms dictionary
        setup-payment-types | read 5 | Payment types dictionary
        setup-shipping-methods | read 3 | Shipping methods (carriers) dictionary
        setup-thirdparty-types | read 6 | Third party types dictionary
        setup-units | read 4 | Units
        setup-vat | read 5 | VAT dictionary
        setup-vat-fr | read 5 | VAT dictionary filtered by country id
        status | read 1 | Server status and version
        stockmovement-add | read 1 | Add 10 pieces (delta)
        stockmovement-add-variant | read 1 | Add pieces of a variant
        stockmovement-decimal | read 1 | Decimal quantity
        stockmovement-missing | dolibarr.field-missing | Missing warehouse
        stockmovement-negative-stock | dolibarr.stock-negative | More than the stock
        stockmovement-remove | read 1 | Remove 3 pieces (negative quantity)
        stockmovement-service | dolibarr.stock-refused | Movement on a service
        stockmovement-zero | dolibarr.stock-refused | Quantity 0 is refused
        stockmovements-list | read 3 | List of movements
        stockmovements-since | read 3 | Movements since a date
        swagger | none: The description of the API, not data. | The machine-readable description
        unknown-endpoint | dolibarr.module-off | Endpoint that does not exist
        unknown-method | dolibarr.no-such-path | Method not allowed on an endpoint
        users-me | read 1 | User of the key
        variant-child-after-parent | read 1 | Child after the price change of the parent
        variant-child-after-parent-price | read 1 | The child after the price change of the parent: it follows
        variant-child-clean | read 1 | Child product with parent id
        variant-child-product | read 1 | The child product of a variant
        variant-child-update-ref-ext | read 1 | Set external reference and barcode on the child
        variant-create | read 1 | Create a variant (attribute id to value id)
        variant-create-by-ref | read 1 | Create a variant by parent reference
        variant-create-clean | read 1 | Variant with its own reference and external reference
        variant-create-missing | dolibarr.field-missing | Missing features
        variant-delete | read 1 | Delete a combination
        variant-parent-create | read 1 | Parent product for variants
        variant-parent-price-change | read 1 | Price of the parent changed
        variants-list | read 3 | Variants of a product
        variants-list-stock | read 3 | Variants of a product with stock
        warehouse-404 | dolibarr.not-found | Missing warehouse
        warehouse-create | read 1 | Create a warehouse
        warehouse-create-duplicate | dolibarr.duplicate | Create a warehouse with an existing label
        warehouse-create-missing-label | dolibarr.field-missing | Create a warehouse without label
        warehouse-get | read 1 | One warehouse
        warehouse-products | read 3 | Products in a warehouse
        warehouse-update | read 1 | Update a warehouse
        warehouses-empty | read 0 | Empty list of warehouses
        warehouses-list | read 2 | List of warehouses
        webhook-create | dolibarr.right-missing | Create a webhook target
        webhook-dead-listener | dolibarr.webhook-blocks | Create while nothing listens
        webhook-delivery-bill-create | read 1 | Invoice created from an order: a delivery that points at its record
        webhook-delivery-bill-payed | read 1 | Payment: a delivery that points at its record
        webhook-delivery-bill-validate | read 1 | Invoice validated: a delivery that points at its record
        webhook-delivery-company-create | read 1 | Third party created: a delivery that points at its record
        webhook-delivery-company-modify | read 1 | Third party updated with a caller mark: a delivery that points at its record
        webhook-delivery-lineorder-insert | read 1 | Order created: a delivery that points at its record
        webhook-delivery-order-create | read 1 | Order created: a delivery that points at its record
        webhook-delivery-order-validate | read 1 | Order validated: a delivery that points at its record
        webhook-delivery-payment-customer-create | read 1 | Payment: a delivery that points at its record
        webhook-delivery-product-create | read 1 | Product created through the API with a caller mark: a delivery that points at its record
        webhook-delivery-product-delete | read 1 | Product deleted: a delivery that points at its record
        webhook-delivery-shipping-create | read 1 | Shipment created: a delivery that points at its record
        webhook-delivery-shipping-validate | read 1 | Shipment validated: a delivery that points at its record
        webhook-delivery-stock-movement | read 1 | Stock movement through the API: a delivery that points at its record
        webhook-failing-type0-blocking | dolibarr.webhook-blocks | Create while a blocking target (type 0) answers 500: the whole operation is rolled back
        webhook-failing-type1 | read 1 | Create while a non-blocking target (type 1) answers 500
        webhook-list | dolibarr.right-missing | Webhook targets
        webhook-slow-listener | read 1 | Create while the webhook listener takes 8 s: the API call waits
        webhook-triggers | dolibarr.right-missing | Event codes offered for webhooks
        """;
}
