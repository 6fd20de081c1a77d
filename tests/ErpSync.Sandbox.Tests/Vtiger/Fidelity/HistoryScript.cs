namespace ErpSync.Sandbox.Tests.Vtiger.Fidelity;

/// <summary>The recordings in the order in which they were made. A word with an exclamation mark is something that was done beside the recordings: by an administrator, or by an unrecorded call.</summary>
internal static class HistoryScript
{
    public static IReadOnlyList<string> Words { get; } = (Beginning + Selling + Asking + Ending).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private const string Beginning = """
        auth-login-challenge auth-login listtypes describe-accounts describe-companydetails describe-contacts describe-currency describe-documentfolders describe-documents describe-groups
        describe-invoice describe-leads describe-lineitem describe-potentials describe-pricebooks describe-products describe-producttaxes describe-purchaseorder describe-quotes describe-salesorder
        describe-services describe-tax describe-vendors

        auth-challenge-no-user auth-challenge-unknown-user auth-login-by-get auth-login-wrong-key auth-no-session auth-invalid-session error-no-operation error-unknown-operation error-format-xml
        error-create-by-get error-malformed-element accounts-create-special-characters accounts-retrieve accounts-create-emoji accounts-create-missing-mandatory accounts-create-missing-owner

        accounts-create-duplicate-name accounts-create-too-long accounts-create-unknown-field accounts-create-bad-values accounts-create-bad-owner accounts-create-bad-reference-type
        accounts-create-missing-reference error-unknown-module accounts-retrieve-missing error-retrieve-bad-prefix error-retrieve-empty-id error-retrieve-malformed-id
        error-retrieve-wrong-module-prefix accounts-revise accounts-revise-clear-field accounts-revise-null accounts-update-missing-mandatory accounts-update-partial-body
        !account-to-delete accounts-delete accounts-delete-twice accounts-retrieve-deleted accounts-revise-deleted query-empty-list

        currency-query-single tax-query vendors-create currency-create-missing-mandatory !dollars currency-query-by-code currency-create-gbp-inactive products-create-user-with-0-decimals
        products-create-duplicate-name-and-code products-create-inactive-currency products-create-inactive-negative-price users-retrieve users-revise-decimals products-create
        products-create-two-currencies describe-users products-create-numeric-json products-create-comma-price products-create-thousands-price products-create-large-price products-revise-stock
        products-revise-stock-fraction products-revise-stock-negative !stock-100 products-revise-price products-retrieve products-revise-other-field !tax-21 products-revise-taxes
        products-revise-remove-tax producttaxes-query products-revise-with-taxes-and-prices products-revise-wipes-taxes products-retrieve-after-wipe !taxes-again
        products-revise-ajxaction-detailview

        !clerk !guest auth-login-clerk-challenge auth-login-clerk currency-create-nonadmin currency-query-nonadmin describe-products-no-permission permission-delete-denied permission-query-allowed
        permission-revise-denied potentials-create-ddmmyyyy-user potentials-create-user-format-date listtypes-restricted permission-describe-module-denied permission-query-module-denied

        contacts-create contacts-create-duplicate-email contacts-create-dangling-account contacts-query-by-account contacts-query-by-email query-reference-join leads-create leads-create-minimal
        leads-retrieve relatedtypes-accounts relatedtypes-products services-create services-create-duplicate pricebooks-create pricebooks-query pricebooks-add-related-product
        pricebooks-retrieve-related-products products-retrieve-related-pricebooks retrieve-related-contacts

        php8-unpatched-convertlead php8-unpatched-files-retrieve php8-unpatched-logout php8-unpatched-retrieve-inventory php8-unpatched-sync php8-unpatched-wsapp-register
        convertlead convertlead-again convertlead-contact-only leads-query-after-convert leads-retrieve-converted contacts-retrieve-converted
        sync-products-from-start sync-products-from-start-own sync-products-nothing-new sync-time-zero sync-all-modules sync-application-nonadmin sync-bad-time sync-currency sync-future
        sync-products-clerk !product-deleted sync-products-updated-and-deleted sync-unknown-module

        """;

    private const string Selling = """
        salesorder-create-missing-header-productid !typical-order salesorder-retrieve salesorder-create-individual-no-line-tax salesorder-create-individual-foreign-tax salesorder-create-group-tax
        salesorder-create-group-no-tax-given salesorder-create-group-percent-discount salesorder-create-shipping-charge-tax salesorder-create-usd salesorder-create-usd-default-rate
        salesorder-create-inactive-currency salesorder-create-missing-product !order-63 salesorder-create-no-lines salesorder-create-productid-only salesorder-create-empty-lines
        salesorder-create-zero-price salesorder-create-negative-line salesorder-create-many-decimals salesorder-create-duplicate-subject salesorder-create-missing-account
        salesorder-create-missing-street !order-68 salesorder-create-typical salesorder-revise-status salesorder-revise-lines salesorder-retrieve-after-revise-lines salesorder-update-roundtrip-500
        salesorder-update-without-lines-500 lineitem-query-by-parent lineitem-retrieve lineitem-create salesorder-retrieve-after-lineitem-create lineitem-update-destroys-lines

        !updated-order salesorder-retrieve-after-update salesorder-revise-lines-loses-header salesorder-retrieve-after-revise-lines-loses-header salesorder-revise-lines-with-header
        !two-lines-more salesorder-update-without-lines salesorder-revise-status-usd !order-to-shorten lineitem-delete salesorder-retrieve-after-lineitem-delete salesorder-query

        invoice-create invoice-revise-status-approved salesorder-query-count salesorder-query-line-fields salesorder-query-one lineitem-query-all lineitem-query-in-parents invoice-revise-status-paid
        invoice-revise-received invoice-create-second-for-order invoice-delete invoice-retrieve invoice-create-credit-negative-quantity invoice-create-missing-account invoice-revise-lines
        quotes-create purchaseorder-create purchaseorder-revise-received-shipment salesorder-create-from-quote salesorder-delete

        """;

    private const string Asking = """
        !bulk query-count-where query-products-default-limit query-products-limit-500 query-products-limit-offset-500 query-products-page-past-end query-products-page1 query-products-page2
        query-where-equal query-where-id-in query-where-in query-deleted-not-returned query-limit-negative query-line-tax-field query-lowercase-module query-no-semicolon query-only-id
        query-syntax-error query-unknown-field query-unknown-field-where query-unknown-module query-where-and-or query-where-double-quoted query-where-doubled-quote query-where-html
        query-where-html-quote query-where-id-greater query-where-isnull query-where-like query-where-modified query-where-modified-iso query-where-not-equal query-where-null query-where-number
        query-where-owner query-where-quote

        """;

    private const string Ending = """
        !bulk-orders salesorder-query-header-fields salesorder-query-star-limit-counts-lines documentfolders-query documents-create-external !upload documents-retrieve files-retrieve
        documents-add-related-to-product sync-salesorders products-create-with-image products-retrieve-with-image files-retrieve-product-image products-retrieve-related-documents
        accounts-create-duplicate-collation contacts-retrieve-after-account-delete !order-of-deleted salesorder-retrieve-deleted-product !account-gone accounts-create-name-of-deleted !phone auth-extendsession
        auth-login-stale-challenge auth-logout auth-after-logout !login companydetails-query documents-query groups-query leads-create-unicode-escapes potentials-create services-query users-query
        vendors-query wsapp-register wsapp-get wsapp-deregister wsapp-register-unknown-type !collect auth-session-collected !login

        !invoice-2 invoice-revise-lines-stock products-retrieve-after-invoice-lines-changed !more-invoices salesorder-revise-status-usd-with-rate tax-create-compound products-create-two-taxes !compound
        tax-query-compound salesorder-create-compound-individual salesorder-create-compound-group salesorder-retrieve-compound !unique-code describe-products-duplicate-prevention
        products-create-duplicate-code-prevented products-create-empty-code-with-prevention products-revise-duplicate-code-case !code-gone products-create-code-of-deleted !code-to-delete products-delete
        products-retrieve-deleted products-retrieve-missing products-create-missing-name products-update-roundtrip products-create-too-long

        !custom-fields describe-products-custom-field products-create-custom-field products-query-by-custom-field products-query-foreign-currency salesorder-create-custom-field
        salesorder-create-duplicate-external-reference salesorder-query-by-external-references !price-book pricebooks-retrieve-related-products-with-price accounts-query-modified-since
        contacts-query-modified-since invoice-query-modified-since potentials-query-modified-since purchaseorder-query-modified-since vendors-create-missing-name vendors-query-modified-since
        vendors-revise vendors-create-duplicate vendors-delete contacts-delete contacts-revise-clear-account currency-revise-activate currency-update-rate currency-retrieve currency-delete
        currency-create-duplicate-code !private permission-private-query permission-private-count permission-private-retrieve permission-private-create-duplicate-email permission-assign-to-other
        !not-private !detail-product products-revise-price-detailview products-retrieve-after-price-detailview services-revise-wipes-taxes !same-second sync-same-second-1 sync-same-second-2-create
        sync-same-second-3-missed vendors-create-with-timestamps accounts-create-types accounts-create-boolean-true-string salesorder-create-rate-five-decimals

        !wsapp wsapp-register-synclib wsapp-get-vt wsapp-put-vt wsapp-put-vt-again wsapp-put-vt-update wsapp-put-sl wsapp-put-sl-update wsapp-get-sl wsapp-put-order-and-error wsapp-put-delete
        !batch wsapp-put-partial wsapp-map wsapp-put-after-map php8-unpatched-wsapp-put php8-unpatched-wsapp-get salesorder-retrieve-reused-currency-id
        """;
}
