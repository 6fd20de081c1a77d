using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Creates, changes and deletes contacts.</summary>
internal sealed class ContactWriter(TradeSession session) : ICreator<Contact>, IUpdater<Contact>, IDeleter<Contact>
{
    public Task<IReadOnlyList<WriteResult<Contact>>> CreateAsync(IReadOnlyList<Creation<Contact>> batch, CancellationToken cancellationToken) => session.EachAsync<Contact, Creation<Contact>>(batch, static _ => null, CreateAsync, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Contact>>> UpdateAsync(IReadOnlyList<Revision<Contact>> batch, CancellationToken cancellationToken) => session.EachAsync<Contact, Revision<Contact>>(batch, static revision => revision.Current.Id, UpdateAsync, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Contact>>> DeleteAsync(IReadOnlyList<Remote<Contact>> batch, CancellationToken cancellationToken) => session.EachAsync<Contact, Remote<Contact>>(batch, static record => record.Id, DeleteAsync, cancellationToken);

    private static async Task<WriteResult<Contact>> CreateAsync(Creation<Contact> creation, TradeRun run, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["ref_ext"] = creation.Token, ["caller"] = "erpsync" };
        ContactMapping.Write(body, creation.Value, new Contact(), static _ => true, default, await run.Countries.GetAsync(cancellationToken), await TypesAsync(creation.Value, run, cancellationToken), run.Setup, run.Options, run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown);
        var answer = await Writes.ExplainedAsync(() => run.Client.PostAsync("contacts", body, cancellationToken), ContactMapping.Texts(creation.Value));
        Forget(creation.Value, run);
        return new WriteResult<Contact>.Written(RemoteId.From(CreatedId.Read(answer, run.Client.Connection, Contact.Kind)));
    }

    private static async Task<WriteResult<Contact>> UpdateAsync(Revision<Contact> revision, TradeRun run, CancellationToken cancellationToken)
    {
        var path = "contacts/" + revision.Current.Id.Value;
        var row = revision.Current.Native is JsonElement native ? native : await run.Client.FindAsync(path, cancellationToken) ?? throw Parties.Gone(Contact.Kind, revision.Current.Id);
        if (ContactMapping.HasRoles(revision.Wanted, revision.Current.Value, Has) && !ContactTypes.AreTold(row))
            row = await run.Client.FindAsync(path + "?includeroles=1", cancellationToken) ?? throw Parties.Gone(Contact.Kind, revision.Current.Id);
        var body = new JsonObject { ["caller"] = "erpsync" };
        ContactMapping.Write(body, revision.Wanted, revision.Current.Value, Has, row, await run.Countries.GetAsync(cancellationToken), await TypesAsync(revision.Wanted, run, cancellationToken), run.Setup, run.Options, run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown);
        if (body.Count > 1)
            await Writes.ExplainedAsync(() => run.Client.PutAsync(path, body, cancellationToken), ContactMapping.Texts(revision.Wanted));
        Forget(revision.Wanted, run);
        return new WriteResult<Contact>.Written(revision.Current.Id);

        bool Has(string field) => revision.Fields.Contains(field, StringComparer.Ordinal);
    }

    private static async Task<WriteResult<Contact>> DeleteAsync(Remote<Contact> record, TradeRun run, CancellationToken cancellationToken)
    {
        await run.Client.DeleteAsync("contacts/" + record.Id.Value, cancellationToken);
        Forget(record.Value, run);
        return new WriteResult<Contact>.Written(record.Id);
    }

    private static async ValueTask<ContactTypes?> TypesAsync(Contact value, TradeRun run, CancellationToken cancellationToken) => value.Roles.Count == 0 ? null : await run.ContactTypes.GetAsync(cancellationToken);

    private static void Forget(Contact value, TradeRun run)
    {
        if (value.Customer is { } customer && Numbers.Of(customer.Id) is { } id)
            run.ForgetContacts(id);
    }
}
