using System.Globalization;
using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>A customer with a contact, nine products and a bank account, and documents about them.</summary>
internal static class Trade
{
    public static readonly Ref Customer = new(EntityKind.Customer, new RemoteId("1"));
    public static readonly Ref Cash = new(EntityKind.PaymentMethod, new RemoteId("4"));
    private static readonly CurrencyCode Euro = new("EUR");

    public static void Seed(DolibarrState state)
    {
        for (var number = 1; number <= 9; number++)
            state.AddProduct(product => (product.Ref, product.Label) = ($"P{number.ToString(CultureInfo.InvariantCulture)}", "Product"));
        state.AddThirdParty(party => (party["name"], party["client"], party["code_client"], party["email"], party["country_id"]) = ("Dupont SARL", "1", "CU1", "dupont@example.org", "1"));
        state.AddContact(contact => (contact["lastname"], contact["firstname"], contact["socid"], contact["address"], contact["zip"], contact["town"], contact["country_id"]) = ("Dupont", "Anne", "1", "1 rue Haute", "75001", "Paris", "1"));
        state.AddBankAccount(account => (account["ref"], account["label"], account["currency_code"]) = ("BNK1", "Main", "EUR"));
    }

    public static Task<Erp> StartAsync(Action<DolibarrOptions>? configure = null, Action<DolibarrSandboxOptions>? server = null, Action<DolibarrState>? seed = null, Func<DelegatingHandler>? wire = null) => Erp.StartAsync(
        options =>
        {
            options.TimeZone = "Etc/UTC";
            options.DefaultBankAccount = 1;
            configure?.Invoke(options);
        },
        server,
        state =>
        {
            Seed(state);
            seed?.Invoke(state);
        },
        wire);

    public static DocumentLine Line(int product, decimal quantity, decimal price, decimal percent = 20, LineKind kind = LineKind.Product)
    {
        var net = Math.Round(quantity * price, 2, MidpointRounding.AwayFromZero);
        return new DocumentLine
        {
            Kind = kind,
            Product = kind == LineKind.Product ? new Ref(EntityKind.Product, RemoteId.From(product)) : null,
            Reference = kind == LineKind.Product ? $"P{product.ToString(CultureInfo.InvariantCulture)}" : null,
            Label = kind.ToString(),
            Quantity = quantity,
            UnitNet = new Money(price, Euro),
            Taxes = percent == 0 ? [] : [new TaxRate(percent)],
            Net = new Money(net, Euro),
            Tax = new Money(Math.Round(net * percent / 100, 2, MidpointRounding.AwayFromZero), Euro),
        };
    }

    public static Order Order(params ReadOnlySpan<DocumentLine> lines)
    {
        var all = lines.ToArray();
        var (net, tax) = (all.Sum(line => line.Net!.Value.Amount), all.Sum(line => line.Tax!.Value.Amount));
        return new Order
        {
            Reference = "SHOP-1",
            Customer = Customer,
            Date = new DateOnly(2026, 3, 2),
            Currency = Euro,
            Lines = all.ToValueList(),
            TotalNet = new Money(net, Euro),
            TotalTax = new Money(tax, Euro),
            TotalGross = new Money(net + tax, Euro),
            Stage = OrderStage.Confirmed,
        };
    }

    public static Invoice Invoice(Order order, Ref? from = null) => new()
    {
        Reference = order.Reference,
        Order = from,
        Customer = order.Customer,
        Date = order.Date,
        Currency = order.Currency,
        ConversionRate = order.ConversionRate,
        Lines = order.Lines,
        TotalNet = order.TotalNet,
        TotalTax = order.TotalTax,
        TotalGross = order.TotalGross,
        Stage = InvoiceStage.Open,
    };

    public static CreditNote Note(Order order, Ref? invoice = null) => new()
    {
        Reference = order.Reference,
        Invoice = invoice,
        Customer = order.Customer,
        Date = order.Date,
        Currency = order.Currency,
        ConversionRate = order.ConversionRate,
        Lines = order.Lines,
        TotalNet = order.TotalNet,
        TotalTax = order.TotalTax,
        TotalGross = order.TotalGross,
        Stage = InvoiceStage.Open,
    };

    public static Payment Payment(RemoteId invoice, decimal amount, string currency = "EUR") => new()
    {
        Invoice = new Ref(EntityKind.Invoice, invoice),
        Customer = Customer,
        Date = new DateOnly(2026, 3, 3),
        Amount = new Money(amount, new CurrencyCode(currency)),
        Method = Cash,
        BankAccount = new Ref(EntityKind.BankAccount, new RemoteId("1")),
        TransactionId = "tx_1",
        Stage = PaymentStage.Received,
    };

    public static RemoteId Written<T>(this WriteResult<T> result)
        where T : class, IEntity => result.Should().BeOfType<WriteResult<T>.Written>(result is WriteResult<T>.Failed failed ? failed.Problem.ToString() : "").Subject.Id;

    public static SyncProblem Problem<T>(this WriteResult<T> result)
        where T : class, IEntity => result.Should().BeOfType<WriteResult<T>.Failed>().Subject.Problem;

    public static Ref Ref<T>(this RemoteId id)
        where T : class, IEntity => new(T.Kind, id);

    public static int Number(this RemoteId id) => int.Parse(id.Value, CultureInfo.InvariantCulture);
}
