namespace ErpSync.Dolibarr.Tests;

/// <summary>What each recording of parties, documents and money of version 23 proves.</summary>
internal static class Trade23
{
    public const string Rows = """
        bankaccount-404 | dolibarr.not-found | Missing bank account
        bankaccount-balance | read 1 | Balance
        bankaccount-create | read 1 | Create a bank account
        bankaccount-create-missing | dolibarr.field-missing | Bank account without required fields
        bankaccount-get | read 1 | One bank account
        bankaccount-lines | read 2 | Bank entries
        bankaccounts-list | read 2 | Bank accounts
        contact-404 | dolibarr.not-found | Missing contact
        contact-by-email | read 1 | By email
        contact-create-missing | dolibarr.field-missing | Last name missing
        contact-get | read 1 | One contact
        contact-update | read 1 | Update
        contacts-list | read 2 | Contacts of a customer
        contacts-list-since | read 2 | Contacts modified since
        creditnote-after-refund | read 1 | The refunded credit note
        creditnote-available | read 1 | Turn the credit note into a discount
        creditnote-create | read 1 | Credit note (type 2) with a source invoice
        creditnote-get | read 1 | The credit note
        creditnote-refund | read 1 | Refund: payment on a credit note
        creditnote-use | read 1 | Use it on the invoice
        creditnote-validate | read 1 | Validate the credit note
        invoice-404 | dolibarr.not-found | Missing invoice
        invoice-after-creditnote | read 1 | Invoice after the credit note
        invoice-after-payment | read 1 | Invoice after the payments
        invoice-after-payment-full-single | read 1 | Invoice paid by one payment
        invoice-after-payment-remain | read 1 | Invoice paid in full
        invoice-after-pdf | read 1 | Invoice after the PDF (last_main_doc)
        invoice-by-ref-ext | dolibarr.rejected | By ref_ext
        invoice-create | read 1 | Direct invoice with lines
        invoice-create-from-order | read 1 | Invoice from an order
        invoice-create-missing | dolibarr.field-missing | Customer missing
        invoice-currency-after-payment | read 1 | After the payment
        invoice-currency-payment | dolibarr.rejected | Payment in foreign currency
        invoice-delete-validated | dolibarr.rejected | Delete a validated invoice
        invoice-documents-share | read 1 | Documents of an invoice with the public download option on: share hash
        invoice-from-currency-order | read 1 | Invoice from an order in USD
        invoice-get-draft | read 1 | The draft invoice
        invoice-payment-again | read 1 | Payment of a paid invoice
        invoice-payment-full-single | read 1 | Single payment of the whole invoice
        invoice-payment-missing-account | dolibarr.field-missing | Payment without a bank account
        invoice-payment-partial | read 1 | Partial payment
        invoice-payment-remain | read 1 | Pay the rest with the word remain
        invoice-payment-rest | read 1 | Pay the rest
        invoice-payment-too-high | dolibarr.rejected | More than the rest
        invoice-payments | read 1 | Payments of an invoice
        invoice-pdf-build | none: The recording holds only the beginning of the PDF file. | Build the PDF
        invoice-pdf-download-before | dolibarr.not-found | PDF before it is built
        invoice-pdf-public-link | none: A page of Dolibarr that is not of its REST API. | Public download of the invoice PDF by its share hash, no key needed (body cut)
        invoice-update | read 1 | Update
        invoice-validate | read 1 | Validate the invoice
        invoices-empty | read 0 | Empty list of invoices
        invoices-list | read 1 | List
        invoices-list-since | read 4 | Modified since
        invoices-list-unpaid | read 3 | Unpaid
        localtax-customer-es-values | read 1 | Rates of the customer (localtax1_value)
        localtax-invoice-es-get | read 1 | That invoice
        localtax-order-ca-get | read 1 | That order
        localtax-order-ca-other-rate | read 1 | Line with localtax1_tx=7 while the dictionary says 9.975; second line without
        localtax-order-es-2-get | read 1 | That order
        localtax-order-es-get | read 1 | That order
        localtax-vat-ca | read 3 | VAT dictionary of Canada
        localtax-vat-es | read 4 | VAT dictionary of Spain (localtax columns)
        multicurrencies-empty | read 1 | Currencies in use before creating one
        multicurrencies-list | read 2 | Currencies
        multicurrency-add-rate | read 1 | Add a new rate
        multicurrency-bycode | read 1 | Currency by code
        multicurrency-create | read 1 | Create currency USD with a rate
        multicurrency-duplicate | dolibarr.duplicate | Duplicate currency
        multicurrency-rates | read 1 | Rates of a currency
        no-permission-orders | dolibarr.right-missing | User without the order right: 403
        objectlink-create | dolibarr.not-modified | Link two objects
        objectlink-get | read 1 | Look a link up
        order-404 | dolibarr.not-found | Missing order
        order-after-invoice | read 1 | Order after its invoice
        order-after-invoice-paid | read 1 | Order after its invoice was paid
        order-after-partial-shipment | read 1 | Order after a partial shipment
        order-by-ref-ext | dolibarr.rejected | By ref_ext
        order-close | read 1 | Classify the order as delivered
        order-contact-add | read 1 | Link the delivery contact
        order-contacts | read 2 | Contacts of an order
        order-create | read 1 | Order with a variant, a discounted line, shipping, discount and wrapping lines, two VAT rates
        order-create-bad-customer | dolibarr.rejected | Unknown customer
        order-create-currency | read 1 | Order in USD
        order-create-currency-only | read 1 | Order in USD with only the foreign price on the line
        order-create-duplicate-ref-ext | read 1 | Same ref_ext again
        order-create-missing | dolibarr.field-missing | Required field missing
        order-create-no-date | dolibarr.field-missing | No date
        order-create-same-client-ref | read 1 | Same customer reference twice is accepted
        order-create-text-date | read 1 | Date as text
        order-create-text-datetime | read 1 | Date and time as ISO text
        order-create-with-ref | read 1 | Order with an own ref
        order-delete | read 1 | Delete a draft order
        order-delete-with-invoice | read 1 | Delete an order with an invoice
        order-get | read 1 | The order
        order-get-contacts | read 1 | Order with contacts
        order-get-currency-only | read 1 | That order
        order-line-add | read 1 | Add a line
        order-line-get | read 1 | One line
        order-line-no-price | read 1 | Line without a price: no price is looked up
        order-line-update | read 1 | Update a line (all fields needed)
        order-line-update-partial | read 1 | Partial update of a line (only qty)
        order-lines | read 5 | Lines of the order
        order-reopen | read 1 | Reopen
        order-setinvoiced | read 1 | Classify the order as billed
        order-shipment-create-full | read 1 | Ship a whole order from one warehouse
        order-shipments | read 2 | Shipments of an order
        order-update | read 1 | Update of the header
        order-validate | read 1 | Validate
        order-validate-again | dolibarr.not-modified | Validate again: 304
        orders-by-ref-ext-filter | read 2 | By ref_ext through a filter
        orders-empty | read 0 | Empty list of orders
        orders-list | read 1 | List (one order)
        orders-list-customer | read 2 | Orders of a customer with pagination
        orders-list-lines-filter | read 1 | Filter by a line
        orders-list-no-match | read 0 | No match
        orders-list-since | read 5 | Modified since
        orders-list-status | read 1 | By status
        parallel-customer-create-number-race | dolibarr.duplicate | One of 8 customer creates with an automatic code sent at once: number race
        parallel-order-create-deadlock | dolibarr.rolled-back | One of 8 order creates sent at once: database deadlock, retry needed
        parallel-order-validate-number-race | dolibarr.duplicate | One of 6 order validations sent at once: number race
        payments-list | read 2 | Payments list endpoint
        service-create-discount | read 1 | Service PrestaDiscount
        service-create-shipping | read 1 | Service PrestaShipping
        service-create-wrapping | read 1 | Service PrestaWrapping
        shipment-404 | dolibarr.not-found | Missing shipment
        shipment-close | read 1 | Close the shipment
        shipment-create-partial | read 1 | Partial shipment (one piece of the first line)
        shipment-get | read 1 | The shipment (draft)
        shipment-get-validated | read 1 | A validated shipment
        shipment-validate | read 1 | Validate the shipment
        shipments-empty | read 0 | Empty list of shipments
        shipments-list-since | read 2 | Shipments modified since
        supplier-create | read 1 | Create a supplier
        supplierinvoice-create | read 1 | Supplier invoice
        supplierinvoices-list | read 1 | Supplier invoices
        supplierorder-create | read 1 | Supplier order
        supplierorder-get | read 1 | The supplier order
        supplierorders-list | read 1 | Supplier orders
        thirdparties-empty | dolibarr.not-found | Empty list of third parties
        thirdparties-list | read 2 | Customers (mode=1)
        thirdparties-list-by-ref-ext | read 1 | No ref_ext path: filter instead
        thirdparties-list-no-match | dolibarr.not-found | No match (404 or empty?)
        thirdparties-list-pagination | read 2 | Pagination data
        thirdparties-list-suppliers | read 1 | Suppliers (mode=4)
        thirdparty-account-create | read 1 | Store the shop account of a customer (site + key)
        thirdparty-account-create-again | dolibarr.duplicate | Second account for the same site
        thirdparty-accounts | read 1 | Accounts of a customer
        thirdparty-by-account | read 1 | Customer by site and key
        thirdparty-by-account-404 | dolibarr.not-found | Unknown key
        thirdparty-by-email | read 1 | By email
        thirdparty-by-email-duplicate | dolibarr.record-blank | By an email used twice
        thirdparty-create | read 1 | Create a customer
        thirdparty-create-bad-country | dolibarr.not-found | Unknown country
        thirdparty-create-bad-email | read 1 | Bad email
        thirdparty-create-duplicate-email | read 1 | Duplicate email is accepted
        thirdparty-create-missing | dolibarr.field-missing | Name missing
        thirdparty-create-no-code | read 1 | Customer without a customer code
        thirdparty-create-person | read 1 | Create an individual customer (typent 8)
        thirdparty-delete-used | dolibarr.in-use | Delete a customer with orders
        thirdparty-fixed-discounts | read 1 | Discounts of a customer
        thirdparty-get | read 1 | One third party
        thirdparty-outstanding-invoices | read 1 | Outstanding invoices
        thirdparty-set-price-level | read 1 | Price level of a customer
        """;
}
