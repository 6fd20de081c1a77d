using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Adds, changes and sums the lines of documents.</summary>
internal sealed class LineBook(DolibarrState state)
{
    private const int Spain = 4;
    private const int PriceDecimals = 10;

    /// <summary>Adds the lines of a body. Their prices are without tax in the company's currency; a foreign price beside is ignored, as the server does here.</summary>
    public void AddAll(DolibarrTradeDocument document, JsonElement? lines)
    {
        if (lines is not { ValueKind: JsonValueKind.Array } list)
            return;
        foreach (var line in list.EnumerateArray().Where(line => line.ValueKind == JsonValueKind.Object))
            document.Lines.Add(New(document, line, takesForeign: false, takesGross: false));
        Sum(document);
    }

    /// <summary>Adds one line.</summary>
    /// <returns>Its id.</returns>
    public int Add(DolibarrTradeDocument document, RequestBody body)
    {
        var line = New(document, Object(body), takesForeign: true, takesGross: true);
        document.Lines.Add(line);
        Sum(document);
        return line.Id;
    }

    /// <summary>Changes a line: what is missing in the body becomes 0 or empty.</summary>
    public void Change(DolibarrTradeDocument document, DolibarrDocumentLine line, RequestBody body)
    {
        var json = Object(body);
        Fill(document, line, json, takesForeign: true, takesGross: true, product: line.ProductId);
        line["desc"] = RecordInput.Clean("desc", Text(json, "desc"), state) ?? "";
        if (Text(json, "ref_ext") is { Length: > 0 } reference)
            line["ref_ext"] = reference;
        line["price"] = Numbers.Short(line.UnitPrice);
        Sum(document);
    }

    /// <summary>Sums the lines into the document.</summary>
    public void Sum(DolibarrTradeDocument document)
    {
        if (state.Constants.IsOn("MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND"))
            Adjust(document);
        document.Amounts = DolibarrAmounts.Sum(document.Lines.Select(line => line.Amounts));
        document.ForeignAmounts = DolibarrAmounts.Sum(document.Lines.Select(line => line.ForeignAmounts));
        document.Modified = state.Now;
    }

    /// <summary>Moves the VAT of lines so that each rate's VAT is that of its sum. The server does it for the company's currency only.</summary>
    private void Adjust(DolibarrTradeDocument document)
    {
        foreach (var group in document.Lines.GroupBy(line => line.VatRate))
        {
            var (net, vat) = (0m, 0m);
            foreach (var line in group)
            {
                net += line.Amounts.Net;
                vat += line.Amounts.Vat;
                var difference = Numbers.Round(vat - Numbers.Round(net * line.VatRate / 100m, state.TotalDecimals), state.TotalDecimals);
                if (difference == 0m)
                    continue;
                line.Amounts = line.Amounts with { Vat = line.Amounts.Vat - difference, Gross = line.Amounts.Gross - difference };
                if (document.Rate == 1m)
                    line.ForeignAmounts = line.Amounts;
                vat -= difference;
            }
        }
    }

    private DolibarrDocumentLine New(DolibarrTradeDocument document, JsonElement json, bool takesForeign, bool takesGross)
    {
        var line = new DolibarrDocumentLine { Id = ++state.LastLineId, Created = state.Now, Modified = state.Now };
        var product = Numbers.ReadInt(Text(json, "fk_product"));
        Fill(document, line, json, takesForeign, takesGross, product > 0 ? product : null);
        line["desc"] = RecordInput.Clean("desc", Text(json, "desc"), state)?.Trim() ?? "";
        line["label"] = RecordInput.Clean("label", Text(json, "label"), state) is { Length: > 0 } label ? label : null;
        line["ref_ext"] = Text(json, "ref_ext") ?? "";
        line["pa_ht"] = Numbers.Eight(Numbers.Read(Text(json, "pa_ht")));
        if (product > 0 && state.Products.Find(product) is { } used)
            used.IsUsed = true;
        return line;
    }

    private void Fill(DolibarrTradeDocument document, DolibarrDocumentLine line, JsonElement json, bool takesForeign, bool takesGross, int? product)
    {
        var rate = (Text(json, "tva_tx") ?? "0") + (Text(json, "vat_src_code") is { Length: > 0 } code ? $" ({code})" : "");
        var (percent, source) = Split(rate);
        var row = Row(percent, source);
        line.ProductId = product;
        line.Type = product is { } id && state.Products.Find(id) is { } found ? found.Type : Numbers.ReadInt(Text(json, "product_type"));
        line.Quantity = Numbers.Read(Text(json, "qty"));
        line.Discount = Numbers.Read(Text(json, "remise_percent"));
        line.VatRate = percent;
        line["vat_src_code"] = source;
        (line.LocalTax1Type, line.LocalTax2Type) = (row?.LocalTax1Type ?? 0, row?.LocalTax2Type ?? 0);
        // The rates of Spain belong to the customer, whom the API has not loaded at this place: its local taxes stay off.
        var isOpen = row is not null && state.CompanyCountryId != Spain;
        var (use1, use2) = (isOpen && Numbers.Read(Text(json, "localtax1_tx")) != 0m, isOpen && Numbers.Read(Text(json, "localtax2_tx")) != 0m);
        (line.LocalTax1, line.LocalTax2) = (use1 ? LineMath.Rate(row!.LocalTax1) : 0m, use2 ? LineMath.Rate(row!.LocalTax2) : 0m);
        var unit = Numbers.Round(Numbers.Read(Text(json, "subprice")), PriceDecimals);
        if (takesGross && Text(json, "price_base_type") == "TTC")
            unit /= 1m + (percent / 100m);
        var foreign = takesForeign ? Numbers.Read(Text(json, "multicurrency_subprice")) : 0m;
        if (unit == 0m && foreign != 0m)
            unit = foreign / document.Rate;
        if (foreign == 0m)
            foreign = unit * document.Rate;
        var math = Math(null);
        line.Amounts = math.Of(line.Quantity, unit, line.Discount, percent, row, use1, use2, line.Type == 1);
        line.UnitPrice = math.Unit(unit);
        if (document.Rate == 1m)
        {
            (line.ForeignAmounts, line.ForeignUnitPrice) = (line.Amounts, line.UnitPrice);
            return;
        }

        var other = Math(document.Currency);
        line.ForeignAmounts = other.Of(line.Quantity, foreign, line.Discount, percent, row, use1, use2, line.Type == 1);
        line.ForeignUnitPrice = other.Unit(foreign);
    }

    private LineMath Math(string? currency)
    {
        // A foreign currency has its own decimals only where its own rounding rule is set too.
        if (!state.Is18 && currency is not null && state.Constants[$"MAIN_ROUNDING_RULE_TOT_{currency}"] is { Length: > 0 } step)
            return new LineMath(state.Constants.Int($"MAIN_MAX_DECIMALS_UNIT_{currency}"), state.Constants.Int($"MAIN_MAX_DECIMALS_TOT_{currency}"), Numbers.Read(step));
        return new LineMath(state.UnitDecimals, state.TotalDecimals, Numbers.Read(state.Constants["MAIN_ROUNDING_RULE_TOT"]));
    }

    private DolibarrVatRate? Row(decimal percent, string code) =>
        state.VatRates.FirstOrDefault(row => row.CountryId == state.CompanyCountryId && row.Rate == percent && (code.Length == 0 || row.Code == code));

    private static (decimal Percent, string Code) Split(string rate)
    {
        var open = rate.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? (Numbers.Read(rate), "") : (Numbers.Read(rate[..open]), rate[(open + 1)..].TrimEnd(')', ' '));
    }

    private static string? Text(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? RequestBody.Text(value) : null;

    private static JsonElement Object(RequestBody body)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in body.Fields)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }
}
