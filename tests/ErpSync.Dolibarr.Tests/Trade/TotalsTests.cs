using System.Globalization;
using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Every document of the table comes out with exactly the totals of its source, or is refused before any write with what to change.</summary>
public sealed class TotalsTests
{
    public static TheoryData<string> Names => TotalsTable.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Document_comes_out_with_its_totals_or_is_refused_before_any_write(string name)
    {
        var row = TotalsTable.All.Single(row => row[0] == name);
        var (document, (country, own), settings, (currency, rate), outcome) = (row[1], Pair(row[2], '/'), row[3], Pair(row[4], '@'), row[8]);
        var code = new CurrencyCode(currency);
        var (net, tax) = (Number(row[6]), Number(row[7]));
        var order = new Order
        {
            Reference = "SHOP-1",
            Customer = Trade.Customer,
            Date = new DateOnly(2026, 3, 2),
            Currency = code,
            ConversionRate = rate.Length > 0 ? Number(rate) : null,
            Lines = row[5].Split(' ').Select(line => Line(line, code)).ToValueList(),
            TotalNet = new Money(net, code),
            TotalTax = new Money(tax, code),
            TotalGross = new Money(net + tax, code),
            Stage = OrderStage.Confirmed,
        };
        await using var erp = await Trade.StartAsync(
            options => options.RoundingLines = !settings.Contains("RoundingLines=0", StringComparison.Ordinal),
            seed: state => World(state, country, own, settings));

        var (id, problem) = await WriteAsync(erp, order, document);

        if (outcome.StartsWith("refused ", StringComparison.Ordinal))
        {
            problem.Should().NotBeNull();
            $"{problem!.Message} {problem.Remedy}".Should().Contain(outcome["refused ".Length..]);
            erp.Server.Requests.Writes.Should().Be(0);
            return;
        }

        problem.Should().BeNull(problem?.ToString() ?? "");
        var sign = document == "credit-note" ? -1 : 1;
        DolibarrTradeDocument stored = document == "order" ? erp.State.Orders[id] : erp.State.Invoices[id];
        var amounts = currency == own ? stored.Amounts : stored.ForeignAmounts;
        (amounts.Gross * sign).Should().Be(net + tax);
        stored.Currency.Should().Be(currency);
        var rounding = outcome.StartsWith("rounding ", StringComparison.Ordinal) ? Number(outcome["rounding ".Length..]) : 0;
        if (outcome == "gross")
            Math.Abs((amounts.Net * sign) - net).Should().Be(code.MinorUnit);
        else if (rounding == 0)
            (amounts.Net * sign, (amounts.Gross - amounts.Net) * sign).Should().Be((net, tax));
        stored.Lines.Should().HaveCount(order.Lines.Count + Splits(order) + (rounding == 0 ? 0 : 1));
        if (rounding != 0)
        {
            var line = stored.Lines[^1];
            (line.VatRate, currency == own ? line.Amounts.Gross * sign : line.ForeignAmounts.Gross * sign).Should().Be((0m, rounding));
        }
    }

    [Fact]
    public void Table_holds_forty_documents_and_both_outcomes()
    {
        TotalsTable.All.Should().HaveCountGreaterThan(40);
        TotalsTable.All.Select(row => row[8].Split(' ')[0]).Distinct().Should().BeEquivalentTo("exact", "rounding", "gross", "refused");
        TotalsTable.All.Select(row => row[1].Split(' ')[0]).Distinct().Should().BeEquivalentTo("order", "invoice", "deposit", "credit-note", "payment");
    }

    private static async Task<(int Id, SyncProblem? Problem)> WriteAsync(Erp erp, Order order, string document)
    {
        switch (document.Split(' '))
        {
            case ["order"]:
                return Result(await erp.CreateAsync(order));
            case ["invoice"]:
                return Result(await erp.CreateAsync(Trade.Invoice(order)));
            case ["deposit"]:
                return Result(await erp.CreateAsync(Trade.Invoice(order) with { IsDeposit = true }));
            case ["credit-note"]:
                return Result(await erp.CreateAsync(Trade.Note(order)));
            default:
                var invoice = (await erp.CreateAsync(Trade.Invoice(order))).Written();
                var part = Number(document.Split(' ')[1]);
                (await erp.CreateAsync(Trade.Payment(invoice, part, order.Currency!.Value.Value), "main:shop:payment:1")).Written();
                (await erp.FindAsync<Invoice>(invoice.Value)).Value.Paid.Should().Be(new Money(part, order.Currency!.Value));
                return (invoice.Number(), null);
        }
    }

    private static (int Id, SyncProblem? Problem) Result<T>(WriteResult<T> result)
        where T : class, IEntity => result is WriteResult<T>.Written written ? (written.Id.Number(), null) : (0, result.Problem());

    private static void World(DolibarrState state, string country, string own, string settings)
    {
        state.Constants["MAIN_MONNAIE"] = own;
        state.Currencies.First().Code = own;
        foreach (var (code, rate) in new[] { ("USD", 1.1m), ("JPY", 160.5m), ("KWD", 0.335m) }.Where(entry => entry.Item1 != own))
            state.AddCurrency(code, rate);
        state.CompanyCountryId = country[..2] switch { "CA" => 14, "ES" => 4, _ => 1 };
        state.VatRates.Add(country switch
        {
            "CA" => new DolibarrVatRate(60, 14, 5, "GST and QST") { LocalTax1 = "9.975", LocalTax1Type = 1 },
            "CA2" => new DolibarrVatRate(60, 14, 5, "GST and QST on top") { LocalTax1 = "9.5", LocalTax1Type = 2 },
            "ES" or "ES2" => new DolibarrVatRate(60, 4, 21, "IVA and recargo") { LocalTax1 = "5.2", LocalTax1Type = 1 },
            _ => new DolibarrVatRate(60, 1, 8.5m, "DOM-TOM"),
        });
        if (country == "ES2")
            state.VatRates.Add(new DolibarrVatRate(61, 4, 26.2m, "IVA with recargo"));
        foreach (var (setting, value) in settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(setting => Pair(setting, '=')))
            state.Constants[setting] = value;
    }

    private static DocumentLine Line(string text, CurrencyCode currency)
    {
        var parts = text.Split(':');
        var kind = parts[0] switch { "S" => LineKind.Shipping, "W" => LineKind.Wrapping, "D" => LineKind.Discount, "F" => LineKind.Fee, _ => LineKind.Product };
        return new DocumentLine
        {
            Kind = kind,
            Product = kind == LineKind.Product ? new Ref(EntityKind.Product, new RemoteId("1")) : null,
            Label = kind.ToString(),
            Quantity = Number(parts[1]),
            UnitNet = new Money(Number(parts[2]), currency),
            DiscountPercent = parts[3] == "0" ? null : Number(parts[3]),
            Taxes = parts[4] == "?" ? null : parts[4].Split('+', StringSplitOptions.RemoveEmptyEntries).Select(rate => new TaxRate(Number(rate.TrimEnd('c')), rate.EndsWith('c'))).ToValueList(),
        };
    }

    private static int Splits(Order order) => order.Lines.Count(line => line.Taxes is null);

    private static (string First, string Second) Pair(string text, char separator) => text.Split(separator) is [var first, var second] ? (first, second) : (text, "");

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
