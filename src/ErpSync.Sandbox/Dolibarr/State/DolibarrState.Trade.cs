using System.Diagnostics.CodeAnalysis;
using ErpSync.Sandbox.Dolibarr;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox;

/// <content>Parties and documents.</content>
public sealed partial class DolibarrState
{
    /// <summary>Customers, prospects and suppliers.</summary>
    public DolibarrTable<DolibarrThirdParty> ThirdParties { get; } = new();

    /// <summary>Contacts and addresses.</summary>
    public DolibarrTable<DolibarrContact> Contacts { get; } = new();

    /// <summary>Sales orders.</summary>
    public DolibarrTable<DolibarrOrder> Orders { get; } = new();

    /// <summary>Customer invoices, credit notes and deposits.</summary>
    public DolibarrTable<DolibarrInvoice> Invoices { get; } = new();

    /// <summary>Payments of customers.</summary>
    public DolibarrTable<DolibarrPayment> Payments { get; } = new();

    /// <summary>Shipments.</summary>
    public DolibarrTable<DolibarrShipment> Shipments { get; } = new();

    /// <summary>Bank accounts.</summary>
    public DolibarrTable<DolibarrBankAccount> BankAccounts { get; } = new();

    /// <summary>Currencies in use; the company's own comes first, with rate 1.</summary>
    public DolibarrTable<DolibarrCurrency> Currencies { get; } = new();

    /// <summary>Links between objects.</summary>
    public DolibarrTable<DolibarrObjectLink> ObjectLinks { get; } = new();

    /// <summary>Amounts in customers' favour.</summary>
    public DolibarrTable<DolibarrDiscount> Discounts { get; } = new();

    /// <summary>The codes of the extra fields (without <c>options_</c>) by kind of object: <c>thirdparty</c>, <c>socpeople</c>, <c>commande</c>, <c>facture</c>, <c>expedition</c>; empty unless told.</summary>
    public IDictionary<string, IList<string>> ExtraFields { get; } = new Dictionary<string, IList<string>>(StringComparer.Ordinal);

    /// <summary>The row of the company's country: 1 France unless told, 4 Spain, 14 Canada. It chooses the tax rates of documents.</summary>
    public int CompanyCountryId { get; set; } = 1;

    internal int LastLineId { get; set; }

    /// <summary>Adds a third party.</summary>
    /// <param name="configure">Sets its columns; <c>name</c> is needed.</param>
    /// <returns>The third party with its id.</returns>
    public DolibarrThirdParty AddThirdParty(Action<DolibarrThirdParty> configure) => Configure(ThirdParties, new DolibarrThirdParty(), configure);

    /// <summary>Adds a contact.</summary>
    /// <param name="configure">Sets its columns; <c>lastname</c> is needed.</param>
    /// <returns>The contact with its id.</returns>
    public DolibarrContact AddContact(Action<DolibarrContact> configure) => Configure(Contacts, new DolibarrContact(), configure);

    /// <summary>Adds a bank account.</summary>
    /// <param name="configure">Sets its columns: <c>ref</c>, <c>label</c>, <c>currency_code</c>.</param>
    /// <returns>The account with its id.</returns>
    public DolibarrBankAccount AddBankAccount(Action<DolibarrBankAccount> configure) => Configure(BankAccounts, new DolibarrBankAccount(), configure);

    /// <summary>Adds a currency in use.</summary>
    /// <param name="code">The ISO code.</param>
    /// <param name="rate">Units per unit of the company's currency.</param>
    /// <returns>The currency with its id.</returns>
    public DolibarrCurrency AddCurrency(string code, decimal rate) => Configure(Currencies, new DolibarrCurrency(), currency => (currency.Code, currency.Name, currency.Rate) = (code, code, rate));

    /// <summary>Adds a draft order.</summary>
    /// <param name="json">The body of <c>POST /orders</c>.</param>
    /// <param name="change">Changes it afterwards; null leaves it.</param>
    /// <returns>The order with its lines and totals.</returns>
    public DolibarrOrder AddOrder([StringSyntax(StringSyntaxAttribute.Json)] string json, Action<DolibarrOrder>? change = null) =>
        Add("orders", json, Orders, change);

    /// <summary>Adds a draft invoice, credit note or deposit.</summary>
    /// <param name="json">The body of <c>POST /invoices</c>.</param>
    /// <param name="change">Changes it afterwards; null leaves it.</param>
    /// <returns>The invoice with its lines and totals.</returns>
    public DolibarrInvoice AddInvoice([StringSyntax(StringSyntaxAttribute.Json)] string json, Action<DolibarrInvoice>? change = null) =>
        Add("invoices", json, Invoices, change);

    /// <summary>Adds a draft shipment.</summary>
    /// <param name="json">The body of <c>POST /shipments</c>.</param>
    /// <param name="change">Changes it afterwards; null leaves it.</param>
    /// <returns>The shipment.</returns>
    public DolibarrShipment AddShipment([StringSyntax(StringSyntaxAttribute.Json)] string json, Action<DolibarrShipment>? change = null) =>
        Add("shipments", json, Shipments, change);

    /// <summary>Adds a payment.</summary>
    /// <param name="json">The body of <c>POST /invoices/paymentsdistributed</c>.</param>
    /// <returns>The payment.</returns>
    public DolibarrPayment AddPayment([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        lock (Gate)
        {
            new TradeRouter(this).Route(new ApiCall("POST", ["invoices", "paymentsdistributed"], QueryCollection.Empty, RequestBody.Parse(json, "application/json"), DolibarrRights.All));
            return Payments[Payments.LastId];
        }
    }

    private TRow Add<TRow>(string resource, string json, DolibarrTable<TRow> table, Action<TRow>? change)
        where TRow : DolibarrRow
    {
        lock (Gate)
        {
            new TradeRouter(this).Route(new ApiCall("POST", [resource], QueryCollection.Empty, RequestBody.Parse(json, "application/json"), DolibarrRights.All));
            var row = table[table.LastId];
            change?.Invoke(row);
            return row;
        }
    }

    /// <summary>Adds an amount in a customer's favour.</summary>
    /// <param name="configure">Sets its fields.</param>
    /// <returns>The discount with its id.</returns>
    public DolibarrDiscount AddDiscount(Action<DolibarrDiscount> configure) => Configure(Discounts, new DolibarrDiscount(), configure);

    internal string CompanyCurrency => Constants["MAIN_MONNAIE"] ?? "EUR";

    internal IReadOnlyList<string> ExtraFieldsOf(string element) => ExtraFields.TryGetValue(element, out var codes) ? [.. codes] : [];
}
