using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>The two addresses of an account, <c>11x3:billing</c> and <c>11x3:shipping</c>. Each is a place of the account's record: creating fills it, deleting empties it.</summary>
internal sealed class AddressKind(VtigerSession session) : IKind<Address>, IReader<Address>, IChangeReader<Address>, ILister<Address>, IFinder<Address>, ICreator<Address>, IUpdater<Address>, IDeleter<Address>
{
    private static readonly string[] Parts = [nameof(Address.Line1), nameof(Address.Line2), nameof(Address.Postcode), nameof(Address.City), nameof(Address.State), nameof(Address.Country)];

    private static readonly string[] Columns = ["id", "modifiedtime", "accountname", .. PlaceFields.Billing.All, .. PlaceFields.Shipping.All];

    public KindProfile<Address> Profile => new()
    {
        ReadFields = Parts.Concat([nameof(Address.ForBilling), nameof(Address.ForDelivery)]).ToHashSet(StringComparer.Ordinal),
        WrittenFields = Parts.ToHashSet(StringComparer.Ordinal),
        Normalise = Normalise,
        DateTrust = DateTrust.Full,
        WriteTimeout = session.Options.AttemptTimeout,
    };

    public IAsyncEnumerable<ReadResult<Address>> ReadAsync(CancellationToken cancellationToken) => PagesAsync(null, cancellationToken);

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<Address>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var result in PagesAsync(run.Since(cursor), cancellationToken))
            yield return result;
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in ReadAsync(cancellationToken))
            yield return result.Record is { } record ? new Listed(record.Id) : throw new ConnectorException(result.Problem!);
    }

    public async IAsyncEnumerable<ReadResult<Address>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var schema = await run.Schema.GetAsync(Modules.Accounts, cancellationToken);
        var wanted = ids.ToHashSet();
        var accounts = ids.Select(Parse).OfType<(string Account, bool)>().Select(id => id.Account).Where(id => RecordNumber.Parse(id)?.Prefix == schema.IdPrefix).Distinct(StringComparer.Ordinal);
        await foreach (var page in ModulePager.FindAsync(run, Modules.Accounts, schema.Known(Columns), "id", accounts, isUnique: true, cancellationToken))
        {
            foreach (var record in page.SelectMany(Of).Where(record => wanted.Contains(record.Id)))
                yield return ReadResult<Address>.Of(record);
        }
    }

    public Task<IReadOnlyList<WriteResult<Address>>> CreateAsync(IReadOnlyList<Creation<Address>> batch, CancellationToken cancellationToken) => Results.EachAsync<Address, Creation<Address>>(batch, static _ => null, async (creation, token) =>
    {
        var value = Normalise(creation.Value);
        var account = value.Owner is { IsForeign: false } owner && owner.Kind == EntityKind.Customer && RecordNumber.Parse(owner.Id.Value) is not null ? owner.Id.Value : throw NotFound(null);
        var id = Id(account, value.ForBilling == true);
        await foreach (var present in FindAsync([id], token))
        {
            // The order that made the customer brought it along.
            if (present.Record is { } same && same.Value == value)
                return new WriteResult<Address>.Written(id, same);
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, VtigerCodes.AddressTaken, $"The account has one {(value.ForBilling == true ? "billing" : "shipping"):place} address in vtiger, and it is taken."));
        }

        return await SendAsync(account, value.ForBilling == true, value.ToPostal(), token);
    }, session.Client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Address>>> UpdateAsync(IReadOnlyList<Revision<Address>> batch, CancellationToken cancellationToken) => Results.EachAsync<Address, Revision<Address>>(batch, static revision => revision.Current.Id, async (revision, token) =>
    {
        var (account, isBilling) = Parse(revision.Current.Id) ?? throw NotFound(null);
        return revision.Fields.Any(Parts.Contains) ? await SendAsync(account, isBilling, revision.Wanted.ToPostal(), token) : new WriteResult<Address>.Written(revision.Current.Id);
    }, session.Client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Address>>> DeleteAsync(IReadOnlyList<Remote<Address>> batch, CancellationToken cancellationToken) => Results.EachAsync<Address, Remote<Address>>(batch, static record => record.Id, async (record, token) =>
    {
        if (Parse(record.Id) is not { } id)
            return new WriteResult<Address>.Written(record.Id);
        try
        {
            await SendAsync(id.Account, id.IsBilling, null, token);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind == ProblemKind.NotFound)
        {
            // The account is gone, and the address with it.
        }

        return new WriteResult<Address>.Written(record.Id);
    }, session.Client.Connection, cancellationToken);

    private async IAsyncEnumerable<ReadResult<Address>> PagesAsync(string? where, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var schema = await run.Schema.GetAsync(Modules.Accounts, cancellationToken);
        await foreach (var page in ModulePager.ReadAsync(run, Modules.Accounts, schema.Known(Columns), where, null, cancellationToken))
        {
            foreach (var row in page)
            {
                IReadOnlyList<Remote<Address>> records;
                SyncProblem? problem = null;
                try
                {
                    records = [.. Of(row)];
                }
                catch (ConnectorException fault)
                {
                    (records, problem) = ([], fault.Problem with { Connection = session.Client.Connection });
                }

                if (problem is not null)
                    yield return ReadResult<Address>.Bad(problem);
                foreach (var record in records)
                    yield return ReadResult<Address>.Of(record);
            }
        }
    }

    private async Task<WriteResult<Address>> SendAsync(string account, bool isBilling, PostalAddress? address, CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        var body = new JsonObject { ["id"] = account };
        Fields(isBilling).Write(body, address, session.Country);
        try
        {
            var row = await session.Client.ReviseAsync(body, cancellationToken);
            var id = Id(account, isBilling);
            return new WriteResult<Address>.Written(id, Of(row).FirstOrDefault(record => record.Id == id));
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.NotFound)
        {
            if ((await session.Client.QueryAsync(Vtql.Select(Modules.Accounts, ["id"], Vtql.Equal("id", account)), cancellationToken)).Count > 0)
                throw;
            throw NotFound(fault);
        }
    }

    private IEnumerable<Remote<Address>> Of(JsonElement json)
    {
        var row = new RowReader(json, EntityKind.Address, session.Zone);
        foreach (var isBilling in new[] { true, false })
        {
            if (Fields(isBilling).Read(row, session.Options.TextDefault) is not { } place)
                continue;
            yield return new Remote<Address>(Id(row.Id.Value, isBilling), new Address
            {
                Owner = new Ref(EntityKind.Customer, row.Id),
                Line1 = place.Line1,
                Line2 = place.Line2,
                Postcode = place.Postcode,
                City = place.City,
                State = place.State,
                Country = place.Country,
                ForBilling = isBilling,
                ForDelivery = !isBilling,
            })
            {
                ModifiedAt = row.ModifiedAt,
                Label = row.Text("accountname"),
            };
        }
    }

    private Address Normalise(Address value)
    {
        var isBilling = value.ForBilling == true || value.ForDelivery != true;
        var place = Fields(isBilling).Stored(value.ToPostal(), Modules.Accounts, session.Country) ?? new PostalAddress();
        return new Address
        {
            Owner = value.Owner,
            Line1 = place.Line1,
            Line2 = place.Line2,
            Postcode = place.Postcode,
            City = place.City,
            State = place.State,
            Country = place.Country,
            ForBilling = isBilling,
            ForDelivery = !isBilling,
        };
    }

    private static PlaceFields Fields(bool isBilling) => isBilling ? PlaceFields.Billing : PlaceFields.Shipping;

    private static RemoteId Id(string account, bool isBilling) => new($"{account}:{(isBilling ? "billing" : "shipping")}");

    private static (string Account, bool IsBilling)? Parse(RemoteId id) =>
        id.Value.Split(':') is [var account, "billing" or "shipping"] && RecordNumber.Parse(account) is not null ? (account, id.Value.EndsWith("billing", StringComparison.Ordinal)) : null;

    private static ConnectorException NotFound(Exception? cause) => new(new SyncProblem(ProblemKind.NotFound, VtigerCodes.NotFound, "vtiger has no such account.") { EntityKind = Address.Kind }, cause);
}
