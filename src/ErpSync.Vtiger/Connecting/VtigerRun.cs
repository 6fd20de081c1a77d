using System.Collections.Concurrent;

namespace ErpSync.Vtiger;

/// <summary>One run: the setup, the schema, and what several kinds share so that it is asked for once.</summary>
internal sealed class VtigerRun
{
    public VtigerRun(VtigerSession session, CrmSetup setup, DateTimeOffset now)
    {
        (Session, Setup, Cursor) = (session, setup, new CrmCursor(now));
        Schema = new SchemaBook(session.Client);
        Services = new LineServices(this);
        Fields = new FieldFiller(this);
    }

    public VtigerSession Session { get; }

    public CrmSetup Setup { get; private set; }

    public SchemaBook Schema { get; }

    public LineServices Services { get; }

    public FieldFiller Fields { get; }

    /// <summary>The moment at which the run began, by the CRM's clock.</summary>
    public CrmCursor Cursor { get; }

    public VtigerOptions Options => Session.Options;

    /// <summary>The contacts without account that the search for a customer met, by e-mail address in lower case; null where there is none.</summary>
    public ConcurrentDictionary<string, string?> LoneContacts { get; } = new(StringComparer.Ordinal);

    /// <summary>The leads that the search for a customer met, by e-mail address in lower case; undefined where there is none.</summary>
    public ConcurrentDictionary<string, System.Text.Json.JsonElement> Leads { get; } = new(StringComparer.Ordinal);

    /// <summary>The contact that is the person of an account, by the account's id, as far as it was met.</summary>
    public ConcurrentDictionary<string, string?> Persons { get; } = new(StringComparer.Ordinal);

    /// <summary>Products that order lines named by article number, by that number.</summary>
    public ConcurrentDictionary<string, string> ProductsByCode { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes note of a currency that was made or activated.</summary>
    public void Note(CurrencyRow currency) => Setup = Setup with { Currencies = [.. Setup.Currencies.Where(known => known.Id != currency.Id), currency] };

    /// <summary>The filter for what changed since a cursor, reaching back because times have whole seconds and a write may be dated before its answer.</summary>
    public string Since(string cursor) => Since(CrmCursor.Parse(cursor, Session.Client.Connection).Time);

    public string Since(DateTimeOffset time) => $"modifiedtime >= {Vtql.Quote(JsonValues.Instant(time - Options.Overlap, Session.Zone))}";
}
