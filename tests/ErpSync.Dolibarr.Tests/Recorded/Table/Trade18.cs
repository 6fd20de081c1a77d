namespace ErpSync.Dolibarr.Tests;

/// <summary>What each recording of parties, documents and money of version 18 proves.</summary>
internal static class Trade18
{
    public const string Rows = """
        bankaccount-create | read 1 | Bank account
        contacts-list | read 1 | Contacts
        invoice-after-payment | read 1 | Invoice after the payments
        invoice-create-from-order | read 1 | Invoice from the order
        invoice-get | read 1 | The invoice
        invoice-payment-partial | read 1 | Partial payment
        invoice-payment-rest | read 1 | Rest
        invoice-payments | read 2 | Payments
        invoice-pdf-build | none: The recording holds only the beginning of the PDF file. | PDF
        invoice-validate | read 1 | Validate
        multicurrencies-list | read 1 | Currencies
        multicurrency-create | dolibarr.right-missing | Currencies: create
        order-by-ref-ext | read 1 | By ref_ext
        order-create | read 1 | Order
        order-get | read 1 | The order
        order-validate | read 1 | Validate
        orders-empty | dolibarr.not-found | No order
        orders-list-properties | read 1 | properties= and pagination_data
        payments-endpoint | dolibarr.module-off | No payments API
        shipment-create-missing-origin-type | dolibarr.field-missing | origin_type is required
        shipment-create-partial | read 1 | Partial shipment
        shipment-get | read 1 | A shipment
        shipment-validate | read 1 | Validate
        thirdparties-empty | dolibarr.not-found | No third party
        thirdparty-account-create | dolibarr.failed | Shop account (path is gateways in this version)
        thirdparty-accounts | dolibarr.not-found | Shop accounts
        thirdparty-by-account | dolibarr.no-such-path | By account (no such path)
        thirdparty-by-email | read 1 | By email
        thirdparty-create | read 1 | Customer
        thirdparty-get | read 1 | One customer
        """;
}
