using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>Deals, vtiger's potentials (opportunities). Amounts are in the base currency.</summary>
internal sealed class DealKind(VtigerSession session) : WritingKind<Deal>(session, Modules.Potentials), IKeyFinder<Deal>
{
    private static readonly string[] Fixed = ["id", "modifiedtime", "potentialname", "related_to", "contact_id", "amount", "sales_stage", "probability", "closingdate", "leadsource", "description"];

    public override KindProfile<Deal> Profile
    {
        get
        {
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Deal.Name), nameof(Deal.Customer), nameof(Deal.Contact), nameof(Deal.Amount), nameof(Deal.Stage), nameof(Deal.Probability), nameof(Deal.ClosingDate), nameof(Deal.Origin), nameof(Deal.Note),
            };
            if (Custom(Modules.Potentials).Count > 0)
                read.Add(nameof(Deal.Custom));
            return new KindProfile<Deal> { ReadFields = read, Normalise = Normalise, DateTrust = DateTrust.Full, RequiredKey = "name", WriteTimeout = Session.Options.AttemptTimeout };
        }
    }

    public string KeyName => "name";

    public async IAsyncEnumerable<ReadResult<Deal>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        await foreach (var result in FindAsync(run, Modules.Potentials, "potentialname", keys, cancellationToken))
        {
            if (result.Record is not { } record || (record.Value.Name is { } name && keys.Contains(name)))
                yield return result;
        }
    }

    protected override IEnumerable<string> Columns(string module) => Fixed.Concat(Custom(module));

    protected override Task<IReadOnlyList<ReadResult<Deal>>> MapAsync(VtigerRun run, string module, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReadResult<Deal>>>([.. rows.Select(row => Map(row, reader => Read(reader, run.Setup, one => CustomOf(one, module))))]);

    public static Remote<Deal> Read(RowReader row, CrmSetup setup, Func<RowReader, TextMap> custom) => new(row.Id, new Deal
    {
        Name = row.Text("potentialname"),
        Customer = row.Ref("related_to", EntityKind.Customer),
        Contact = row.Ref("contact_id", EntityKind.Contact),
        Amount = row.Decimal("amount") is { } amount && setup.BaseCode is { } currency ? new Money(amount, currency) : null,
        Stage = row.Text("sales_stage"),
        Probability = row.Decimal("probability"),
        ClosingDate = row.Day("closingdate"),
        Origin = row.Text("leadsource"),
        Note = row.Text("description"),
        Custom = custom(row),
    })
    {
        ModifiedAt = row.ModifiedAt,
        Label = row.Text("potentialname"),
    };

    protected override JsonObject Body(VtigerRun run, string module, Deal value, IReadOnlySet<string>? fields)
    {
        var body = new JsonObject();
        bool Is(string name) => fields?.Contains(name) != false;
        if (Is(nameof(Deal.Name)))
            Put(body, "potentialname", Texts.Trimmed(value.Name));
        if (Is(nameof(Deal.Customer)))
            Put(body, "related_to", value.Customer?.Id.Value);
        if (Is(nameof(Deal.Contact)))
            Put(body, "contact_id", value.Contact?.Id.Value);
        if (Is(nameof(Deal.Amount)))
            Put(body, "amount", value.Amount is { } amount ? JsonValues.Invariant(Prices.Rounded(amount.Amount, run.Setup)) : fields is null ? null : "0");
        if (Is(nameof(Deal.Stage)))
            Put(body, "sales_stage", Texts.Trimmed(value.Stage) ?? (fields is null ? Session.Options.DealStage : null));
        if (Is(nameof(Deal.Probability)))
            Put(body, "probability", value.Probability is { } percent ? JsonValues.Invariant(percent) : fields is null ? null : "0");
        if (Is(nameof(Deal.ClosingDate)))
            Put(body, "closingdate", JsonValues.Day(value.ClosingDate ?? DateOnly.FromDateTime(run.Cursor.Time.UtcDateTime)));
        if (Is(nameof(Deal.Origin)))
            Put(body, "leadsource", Texts.Trimmed(value.Origin));
        if (Is(nameof(Deal.Note)))
            Put(body, "description", Texts.Trimmed(value.Note));
        if (Is(nameof(Deal.Custom)))
            PutCustom(body, module, value.Custom);
        return body;
    }

    private Deal Normalise(Deal value)
    {
        var setup = Session.Setup;
        return value with
        {
            Name = Texts.Stored(value.Name, Modules.Potentials, "potentialname"),
            Amount = value.Amount is { } amount ? amount with { Amount = Prices.Rounded(amount.Amount, setup) } : setup.BaseCode is { } currency ? new Money(0, currency) : null,
            Stage = Texts.Trimmed(value.Stage) ?? Session.Options.DealStage,
            Probability = Math.Round(Math.Clamp(value.Probability ?? 0, 0, 9999), 3, MidpointRounding.AwayFromZero),
            Origin = Texts.Trimmed(value.Origin) ?? Session.Options.LeadSource,
            Note = Texts.Stored(value.Note),
            Custom = CustomStored(value.Custom, Modules.Potentials),
        };
    }
}
