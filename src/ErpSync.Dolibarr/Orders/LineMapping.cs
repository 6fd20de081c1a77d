using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Lines of orders and invoices, as they are read and as they are sent.</summary>
internal static class LineMapping
{
    /// <summary>What <c>ref_ext</c> of a line that is no ordinary product begins with: its kind and, where there is no product, its article number follow.</summary>
    private const string Mark = "erpsync:";

    /// <summary>Reads the lines.</summary>
    /// <param name="document">The order or invoice.</param>
    /// <param name="currency">The currency of the amounts.</param>
    /// <param name="isForeign">True when that is not the company's.</param>
    /// <param name="sign">-1 for credit notes, whose amounts Dolibarr keeps negative.</param>
    /// <param name="services">The services that stand for shipping and the like.</param>
    /// <param name="productKind">What kind of record a product id is.</param>
    public static ValueList<DocumentLine> Read(JsonElement document, CurrencyCode currency, bool isForeign, int sign, ServiceBook services, Func<long, EntityKind> productKind)
    {
        var lines = new List<DocumentLine>();
        foreach (var item in document.Get("lines").Items())
        {
            // A line has an id of its own under rowid too; some endpoints give only one of the two.
            var row = new LineRow(item);
            var product = item.Whole("fk_product") is { } id and > 0 ? id : (long?)null;
            var (kind, reference) = Marked(item.Text("ref_ext"));
            kind ??= services.KindOf(product) ?? Guess(item, product, row.Number("subprice"));
            lines.Add(kind == LineKind.Text
                ? new DocumentLine { Id = row.Id, Kind = LineKind.Text, Label = Notes.Read(item.Text("desc") ?? item.Text("label")) }
                : Amounts(row, item, currency, isForeign, sign) with
                {
                    Id = row.Id,
                    Kind = kind.Value,
                    Product = kind is LineKind.Product or LineKind.Service && product is { } number ? new Ref(productKind(number), RemoteId.From(number)) : null,
                    Reference = item.Text("product_ref") is { } known && kind is LineKind.Product or LineKind.Service ? known : reference,
                    Label = Notes.Plain(item.Text("product_label") ?? item.Text("libelle")) is { } label && kind is LineKind.Product or LineKind.Service ? label : Notes.Read(item.Text("desc") ?? item.Text("label") ?? item.Text("product_label")),
                    Description = product is null ? null : Notes.Read(item.Text("desc")),
                });
        }

        return lines.ToValueList();
    }

    /// <summary>The body of a line. All fields are given: a line that is changed loses those that are left out.</summary>
    public static JsonObject Write(PlannedLine line, int sign, ServiceBook services, DolibarrSetup setup)
    {
        var source = line.Source;
        var service = line.Kind is LineKind.Product or LineKind.Service or LineKind.Text ? null : services.Of(line.Kind);
        var product = line.Kind is LineKind.Product or LineKind.Service && source.Product is { IsForeign: false } pointer ? Numbers.Of(pointer.Id) : service;
        var words = product is not null && line.Kind is LineKind.Product or LineKind.Service
            ? source.Description
            : string.Join('\n', new[] { source.Label ?? (product is null ? source.Reference ?? line.Kind.ToString() : null), source.Description }.Where(text => text is { Length: > 0 }));
        var body = new JsonObject
        {
            ["qty"] = JsonValues.Invariant(line.Kind == LineKind.Text ? 0 : line.Quantity),
            ["subprice"] = JsonValues.Invariant(line.Subprice * sign),
            ["remise_percent"] = JsonValues.Invariant(line.Percent),
            ["tva_tx"] = JsonValues.Invariant(line.Rate.Percent),
            ["vat_src_code"] = line.Rate.Code ?? "",
            // A switch only: the rate is that of the dictionary's row.
            ["localtax1_tx"] = JsonValues.Invariant(line.Rate.Local1?.Percent ?? 0),
            ["localtax2_tx"] = JsonValues.Invariant(line.Rate.Local2?.Percent ?? 0),
            ["product_type"] = line.IsService ? 1 : 0,
            ["desc"] = TextRules.Html(words ?? "", setup),
            ["ref_ext"] = line.Kind == LineKind.Product && product is not null ? "" : Mark + line.Kind + (product is null && source.Reference is { Length: > 0 } reference ? ":" + reference : ""),
        };
        if (product is { } id)
            body["fk_product"] = id;
        if (source.CostNet is { } cost && cost.Currency == setup.Currency)
            body["pa_ht"] = JsonValues.Invariant(cost.Amount);
        return body;
    }

    private static DocumentLine Amounts(LineRow row, JsonElement item, CurrencyCode currency, bool isForeign, int sign)
    {
        var prefix = isForeign ? "multicurrency_" : "";
        var net = row.Number(prefix + "total_ht");
        var gross = row.Number(prefix + "total_ttc");
        var unit = row.Number(isForeign ? "multicurrency_subprice" : "subprice");
        var rate = new VatRate(row.Number("tva_tx") ?? 0, item.Text("vat_src_code"), Local(row, item, 1), Local(row, item, 2));
        var cost = row.Number("pa_ht");
        return new DocumentLine
        {
            Quantity = row.Number("qty") ?? 0,
            UnitNet = unit is { } price ? new Money(price * sign, currency) : null,
            DiscountPercent = row.Number("remise_percent") is { } percent and not 0 ? percent : null,
            Taxes = rate.Taxes,
            TaxAmounts = isForeign ? [] : TaxAmounts(row, rate, currency, sign),
            TaxCode = rate.Code,
            Net = net is { } one ? new Money(one * sign, currency) : null,
            Tax = gross is { } with && net is { } without ? new Money((with - without) * sign, currency) : null,
            CostNet = cost is { } bought and not 0 && !isForeign ? new Money(bought, currency) : null,
        };
    }

    private static ValueList<Money> TaxAmounts(LineRow row, VatRate rate, CurrencyCode currency, int sign)
    {
        var amounts = new List<Money>(3);
        foreach (var (isOn, name) in new[] { (rate.Percent != 0, "total_tva"), (rate.Local1 is not null, "total_localtax1"), (rate.Local2 is not null, "total_localtax2") })
        {
            if (isOn)
                amounts.Add(new Money((row.Number(name) ?? 0) * sign, currency));
        }

        return amounts.ToValueList();
    }

    private static LocalTax? Local(LineRow row, JsonElement item, int number) =>
        row.Number($"localtax{number}_tx") is { } percent and not 0 && item.Whole($"localtax{number}_type") is { } type and not (0 or 7) ? new LocalTax(percent, (int)type) : null;

    private static (LineKind? Kind, string? Reference) Marked(string? mark)
    {
        if (mark?.StartsWith(Mark, StringComparison.Ordinal) != true)
            return (null, null);
        var parts = mark[Mark.Length..].Split(':', 2);
        return Enum.TryParse<LineKind>(parts[0], out var kind) ? (kind, parts.Length > 1 ? parts[1] : null) : (null, null);
    }

    private static LineKind Guess(JsonElement item, long? product, decimal? price) =>
        product is null && price < 0 ? LineKind.Discount : item.Text("product_type") switch { "1" => LineKind.Service, "9" => LineKind.Text, _ => LineKind.Product };

    /// <summary>Reads numbers of a line and says which cannot be read.</summary>
    private readonly struct LineRow(JsonElement json)
    {
        public string? Id => json.Text("id") ?? json.Text("rowid");

        public decimal? Number(string name)
        {
            if (json.Text(name) is not { } text)
                return null;
            return JsonValues.TryNumber(text, out var number) ? number : throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, "dolibarr.record-unreadable", string.Create(CultureInfo.InvariantCulture, $"The field {name} of the line {Id} is not a number.")) { Field = name });
        }
    }
}
