using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Reads payments: a request for each validated invoice, because no list of payments tells their invoices. Changes are those of the invoices, which a payment touches.</summary>
internal sealed class PaymentReader(TradeSession session) : IKind<Payment>, IReader<Payment>, IChangeReader<Payment>, IFinder<Payment>, ITokenFinder<Payment>
{
    private const int RecentInvoices = 200;

    private static readonly HashSet<string> Fields =
    [
        nameof(Payment.Invoice), nameof(Payment.CreditNote), nameof(Payment.Customer), nameof(Payment.Date), nameof(Payment.Amount), nameof(Payment.IsRefund), nameof(Payment.Method), nameof(Payment.TransactionId), nameof(Payment.Stage),
    ];

    private RecordRows Invoices => new(session.Client, "invoices", session.Options.DocumentPageSize);

    public KindProfile<Payment> Profile
    {
        get
        {
            var setup = session.Setup;
            return new KindProfile<Payment> { ReadFields = Fields, CreatedFields = new HashSet<string>(StringComparer.Ordinal) { nameof(Payment.BankAccount), nameof(Payment.Note) }, Normalise = value => PaymentMapping.Normalise(value, setup), DateTrust = DateTrust.Partial, FindBatch = 50, WriteBatch = 20, Writers = 1, SharesWriter = true, WriteTimeout = session.Options.AttemptTimeout };
        }
    }

    public async IAsyncEnumerable<ReadResult<Payment>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.ReadyAsync(cancellationToken);
        await foreach (var result in OfAsync("(t.fk_statut:>:0)", null, run, cancellationToken))
            yield return result;
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Run.Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<Payment>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.ReadyAsync(cancellationToken);
        var since = SqlFilter.Since("t.tms", ServerCursor.Parse(cursor, session.Client.Connection).LocalTime(run.Setup));
        await foreach (var result in OfAsync(SqlFilter.And("(t.fk_statut:>:0)", since), null, run, cancellationToken))
            yield return result;
    }

    public async IAsyncEnumerable<ReadResult<Payment>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.ReadyAsync(cancellationToken);
        var wanted = ids.ToHashSet();
        var invoices = ids.Select(PaymentId.Parse).OfType<(long Invoice, string Reference)>().Select(id => id.Invoice).Distinct().ToList();
        if (invoices.Count == 0)
            yield break;
        await foreach (var result in OfAsync(SqlFilter.In("t.rowid", invoices), wanted, run, cancellationToken))
            yield return result;
    }

    public async Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        var run = await session.ReadyAsync(cancellationToken);
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        if (tokens.Count == 0)
            return found;
        if (!HasList(run.Setup))
            return await RecentAsync(tokens.ToHashSet(StringComparer.Ordinal), run, cancellationToken);
        var wanted = tokens.ToHashSet(StringComparer.Ordinal);
        foreach (var some in tokens.Chunk(30))
        {
            var rows = new RecordRows(session.Client, "paiements", 500);
            await foreach (var item in rows.AllAsync(SqlFilter.MayBeginWith("t.ref_ext", some), "", cancellationToken))
            {
                var row = RecordRows.Whole(item);
                if (PaymentToken.Parse(row.Text("ref_ext")) is var (token, invoice) && invoice is { } id && wanted.Contains(token) && row.Text("ref") is { } reference)
                    found.TryAdd(token, PaymentId.Of(id, reference));
            }
        }

        return found;
    }

    /// <summary>Payments have a list of their own since 23.</summary>
    public static bool HasList(DolibarrSetup setup) => setup.Major is 0 or >= 23;

    internal static async Task<JsonElement?> OfTokenAsync(long invoice, string token, TradeRun run, CancellationToken cancellationToken)
    {
        var reference = PaymentToken.Of(token, invoice);
        var payments = await run.Client.ListAsync($"invoices/{JsonValues.Invariant(invoice)}/payments", cancellationToken);
        var found = payments.FirstOrDefault(payment => payment.Text("ref_ext") == reference);
        return found.ValueKind == JsonValueKind.Object ? found : null;
    }

    // Before 23 only the invoice tells its payments: the ones that changed last are looked through. A create looks at its own invoice besides.
    private static async Task<IReadOnlyDictionary<string, RemoteId>> RecentAsync(HashSet<string> tokens, TradeRun run, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        foreach (var invoice in await run.Client.ListAsync($"invoices?sortfield=t.tms&sortorder=DESC&limit={RecentInvoices}&{SqlFilter.Query("(t.fk_statut:>:0)")}", cancellationToken))
        {
            if (found.Count == tokens.Count || invoice.Whole("id") is not { } id)
                break;
            foreach (var payment in await run.Client.ListAsync($"invoices/{JsonValues.Invariant(id)}/payments", cancellationToken))
            {
                if (PaymentToken.Parse(payment.Text("ref_ext")) is var (token, _) && tokens.Contains(token) && payment.Text("ref") is { } reference)
                    found.TryAdd(token, PaymentId.Of(id, reference));
            }
        }

        return found;
    }

    private async IAsyncEnumerable<ReadResult<Payment>> OfAsync(string filter, HashSet<RemoteId>? wanted, TradeRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var dictionaries = await run.Dictionaries.GetAsync(cancellationToken);
        var properties = run.Setup.HasProperties ? "&properties=id,type,socid,multicurrency_code,multicurrency_tx" : "";
        await foreach (var item in Invoices.AllAsync(filter, properties, cancellationToken))
        {
            var invoice = RecordRows.Whole(item);
            if (invoice.Whole("id") is not { } id)
                continue;
            foreach (var payment in await run.Client.ListAsync($"invoices/{JsonValues.Invariant(id)}/payments", cancellationToken))
            {
                var result = Result(payment, invoice, run, dictionaries);
                if (wanted is null || (result.Record?.Id ?? result.Problem?.Id) is not { } found || wanted.Contains(found))
                    yield return result;
            }
        }
    }

    private static ReadResult<Payment> Result(JsonElement payment, JsonElement invoice, TradeRun run, DocumentDictionaries dictionaries)
    {
        try
        {
            return ReadResult<Payment>.Of(PaymentMapping.Read(payment, invoice, run.Setup, dictionaries));
        }
        catch (ConnectorException fault) when (fault.Problem.Kind == ProblemKind.Unreadable)
        {
            return ReadResult<Payment>.Bad(fault.Problem with { Connection = run.Client.Connection });
        }
    }
}
