using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Reads parties and documents of recorded answers with the connector's own mappings.</summary>
internal static class RecordedTrade
{
    private static readonly DolibarrSetup Setup = new() { Currency = new CurrencyCode("EUR"), ZoneOffset = TimeSpan.Zero, Major = 23 };
    private static readonly DolibarrOptions Options = new();
    private static readonly CountryBook Countries = new();
    private static readonly ServiceBook Services = new();
    private static readonly DocumentDictionaries Dictionaries = new();

    /// <summary>What the row is, in a few words; null when it is no party, document or payment.</summary>
    public static string? Label(IReadOnlyList<string> path, JsonElement row) => path switch
    {
        ["thirdparties", _, "outstandinginvoices" or "outstandingorders" or "outstandingproposals" or "fixedamountdiscounts" or "accounts" or "gateways" or "representatives" or "categories"] => null,
        ["thirdparties", ..] when row.Has("client") && row.Has("name") => Customer(row),
        ["contacts", ..] when row.Has("lastname") => Contact(row),
        ["orders", _, "shipment"] when row.Has("lines") => Shipment(row),
        ["orders", ..] when row.Has("socid") && row.Has("lines") => Order(row),
        ["invoices", var invoice, "payments"] when row.Has("amount") => Payment(row, invoice),
        ["invoices", ..] when row.Has("socid") && row.Has("lines") => row.Text("type") == "2" ? Note(row) : Invoice(row),
        ["shipments", ..] when row.Has("socid") && row.Has("lines") => Shipment(row),
        ["documents", "builddoc"] => $"PDF {row.Text("filename")} {row.Text("filesize")} bytes",
        _ => null,
    };

    private static bool Has(this JsonElement row, string name) => row.TryGetProperty(name, out _);

    private static string Customer(JsonElement row)
    {
        var record = CustomerMapping.Read(row, Setup, Options, ExtraFieldBook.Unknown);
        return $"{record.Id} {record.Value.Code} {record.Value.Company} {record.Value.FirstName} {record.Value.LastName} {record.Value.Email}";
    }

    private static string Contact(JsonElement row)
    {
        var record = ContactMapping.Read(row, Setup, Options, Countries, ExtraFieldBook.Unknown);
        return $"{record.Id} {record.Value.FirstName} {record.Value.LastName} {record.Value.Email}";
    }

    private static string Order(JsonElement row)
    {
        var record = OrderMapping.Read(row, DocumentContacts.None, Setup, TradeSetup.Default, Options, Services, ExtraFieldBook.Unknown, static _ => EntityKind.Product);
        return $"{record.Id} {record.Value.Reference} {record.Value.Stage} {record.Value.Lines.Count} lines {record.Value.TotalGross}";
    }

    private static string Invoice(JsonElement row)
    {
        var record = InvoiceMapping.ReadInvoice(row, DocumentContacts.None, Setup, TradeSetup.Default, Options, Services, ExtraFieldBook.Unknown, static _ => EntityKind.Product);
        return $"{record.Id} {record.Value.Number} {record.Value.Stage} {record.Value.Lines.Count} lines {record.Value.TotalGross}";
    }

    private static string Note(JsonElement row)
    {
        var record = InvoiceMapping.ReadNote(row, DocumentContacts.None, Setup, TradeSetup.Default, Options, Services, ExtraFieldBook.Unknown, static _ => EntityKind.Product);
        return $"{record.Id} {record.Value.Number} {record.Value.Stage} {record.Value.Lines.Count} lines {record.Value.TotalGross}";
    }

    private static string Shipment(JsonElement row)
    {
        var record = ShipmentMapping.Read(row, Setup, Options, ExtraFieldBook.Unknown, static _ => EntityKind.Product);
        return $"{record.Id} {record.Value.Number} {record.Value.Stage} of {record.Value.Order?.Id} {record.Value.Lines.Count} lines";
    }

    private static string Payment(JsonElement row, string invoice)
    {
        using var head = JsonDocument.Parse($$"""{"id":"{{(invoice.All(char.IsAsciiDigit) ? invoice : "0")}}","type":"0"}""");
        var record = PaymentMapping.Read(row, head.RootElement, Setup, Dictionaries);
        return $"{record.Id} {record.Value.Date} {record.Value.Amount} {record.Value.MethodText}";
    }
}
