using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>The headers of price books.</summary>
internal sealed class PriceBookKind(VtigerSession session) : WritingKind<PriceBook>(session, Modules.PriceBooks)
{
    public override KindProfile<PriceBook> Profile => new() { Normalise = value => Normalise(value, Session.Setup), DateTrust = DateTrust.Full, WriteTimeout = Session.Options.AttemptTimeout };

    public static Remote<PriceBook> Read(RowReader row, CrmSetup setup, string? filling = null) => new(row.Id, new PriceBook
    {
        Name = row.Text("bookname") is { } name && name != filling ? name : null,
        Currency = setup.CurrencyOf(row.Text("currency_id"))?.Code,
        Active = row.Has("active") ? row.Flag("active") : null,
        Description = row.Text("description"),
    })
    {
        ModifiedAt = row.ModifiedAt,
        Label = row.Text("bookname"),
    };

    protected override IEnumerable<string> Columns(string module) => ["id", "modifiedtime", "bookname", "active", "currency_id", "description"];

    protected override Task<IReadOnlyList<ReadResult<PriceBook>>> MapAsync(VtigerRun run, string module, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReadResult<PriceBook>>>([.. rows.Select(row => Map(row, reader => Read(reader, run.Setup, Session.Options.TextDefault)))]);

    protected override JsonObject Body(VtigerRun run, string module, PriceBook value, IReadOnlySet<string>? fields)
    {
        var body = new JsonObject();
        bool Is(string name) => fields?.Contains(name) != false;
        if (Is(nameof(PriceBook.Name)))
            Put(body, "bookname", Texts.Trimmed(value.Name) ?? Session.Options.TextDefault);
        if (Is(nameof(PriceBook.Active)))
            Put(body, "active", value.Active == false ? "0" : "1");
        if (Is(nameof(PriceBook.Description)))
            Put(body, "description", Texts.Trimmed(value.Description));
        if (Is(nameof(PriceBook.Currency)))
        {
            Put(body, "currency_id", (value.Currency is { } code
                ? run.Setup.CurrencyOf(code) is { IsActive: true } row ? row : throw new ConnectorException(Currencies.Missing(code, run.Setup.CurrencyOf(code)))
                : run.Setup.Base)?.Id);
        }

        return body;
    }

    private static PriceBook Normalise(PriceBook value, CrmSetup setup) => value with
    {
        Name = Texts.Stored(value.Name, Modules.PriceBooks, "bookname"),
        Currency = value.Currency ?? setup.BaseCode,
        Active = value.Active ?? true,
        Description = Texts.Stored(value.Description),
    };
}
