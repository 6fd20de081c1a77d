using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Creates, changes and deletes customers. A price level and categories are not stored with the rest: they have calls of their own.</summary>
internal sealed class CustomerWriter(TradeSession session) : ICreator<Customer>, IUpdater<Customer>, IDeleter<Customer>
{
    public Task<IReadOnlyList<WriteResult<Customer>>> CreateAsync(IReadOnlyList<Creation<Customer>> batch, CancellationToken cancellationToken) => session.EachAsync<Customer, Creation<Customer>>(batch, static _ => null, CreateAsync, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Customer>>> UpdateAsync(IReadOnlyList<Revision<Customer>> batch, CancellationToken cancellationToken) => session.EachAsync<Customer, Revision<Customer>>(batch, static revision => revision.Current.Id, UpdateAsync, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Customer>>> DeleteAsync(IReadOnlyList<Remote<Customer>> batch, CancellationToken cancellationToken) => session.EachAsync<Customer, Remote<Customer>>(batch, static record => record.Id, DeleteAsync, cancellationToken);

    private async Task<WriteResult<Customer>> CreateAsync(Creation<Customer> creation, TradeRun run, CancellationToken cancellationToken)
    {
        var body = CustomerMapping.ToCreate(creation, run.Setup, run.Options, run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown);
        await TermsAsync(body, creation.Value.PaymentTerms, isNew: true, run, cancellationToken);
        var answer = await Writes.ExplainedAsync(() => run.Client.PostAsync("thirdparties", body, cancellationToken), CustomerMapping.Texts(creation.Value));
        var id = CreatedId.Read(answer, run.Client.Connection, Customer.Kind);
        await Completing.Async<Customer>(id, async () =>
        {
            await LevelAsync(id, creation.Value, run, cancellationToken);
            if (CustomerGroups.Normalise(creation.Value.Groups).Any(group => !group.IsForeign))
                await (await run.Groups.GetAsync(cancellationToken)).WriteAsync(id, creation.Value.Groups, run.Client, cancellationToken);
        });
        return new WriteResult<Customer>.Written(RemoteId.From(id));
    }

    private async Task<WriteResult<Customer>> UpdateAsync(Revision<Customer> revision, TradeRun run, CancellationToken cancellationToken)
    {
        var path = "thirdparties/" + revision.Current.Id.Value;
        var row = revision.Current.Native is JsonElement native ? native : await run.Client.FindAsync(path, cancellationToken) ?? throw Parties.Gone(Customer.Kind, revision.Current.Id);
        var body = CustomerMapping.ToUpdate(revision, row, run.Setup, run.Options, run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown);
        if (revision.Fields.Contains(nameof(Customer.PaymentTerms)))
            await TermsAsync(body, revision.Wanted.PaymentTerms, isNew: false, run, cancellationToken);
        if (body.Count > 1)
            await Writes.ExplainedAsync(() => run.Client.PutAsync(path, body, cancellationToken), CustomerMapping.Texts(revision.Wanted));
        if (revision.Fields.Contains(nameof(Customer.PriceGroup)) && Numbers.Of(revision.Current.Id) is { } id)
            await LevelAsync(id, revision.Wanted, run, cancellationToken);
        if (revision.Fields.Contains(nameof(Customer.Groups)) && Numbers.Of(revision.Current.Id) is { } party)
            await (await run.Groups.GetAsync(cancellationToken)).WriteAsync(party, revision.Wanted.Groups, run.Client, cancellationToken);
        return new WriteResult<Customer>.Written(revision.Current.Id);
    }

    private static async Task<WriteResult<Customer>> DeleteAsync(Remote<Customer> record, TradeRun run, CancellationToken cancellationToken)
    {
        await run.Client.DeleteAsync("thirdparties/" + record.Id.Value, cancellationToken);
        return new WriteResult<Customer>.Written(record.Id);
    }

    private static async Task TermsAsync(JsonObject body, string? terms, bool isNew, TradeRun run, CancellationToken cancellationToken)
    {
        if (terms is null && isNew)
            return;
        var known = await run.Dictionaries.GetAsync(cancellationToken);
        if (known.HasTerms)
            body["cond_reglement_id"] = known.TermOf(terms) ?? 0;
    }

    private static async Task LevelAsync(long id, Customer value, TradeRun run, CancellationToken cancellationToken)
    {
        if (!CustomerMapping.HasLevels(run.Setup) || value.PriceGroup is not { IsForeign: false } group || !group.Id.Value.StartsWith("level:", StringComparison.Ordinal))
            return;
        var (path, level) = ($"thirdparties/{JsonValues.Invariant(id)}/setpricelevel", group.Id.Value["level:".Length..]);
        // Until 18 the level stands in the body; the path with it is unknown there.
        await (run.Setup.Major is > 0 and < 19
            ? run.Client.PutAsync(path, new JsonObject { ["priceLevel"] = level }, cancellationToken)
            : run.Client.PutAsync($"{path}/{level}", new JsonObject(), cancellationToken));
    }
}
