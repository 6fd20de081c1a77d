using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>The two addresses of a customer, <c>3:billing</c> and <c>3:shipping</c>. Each is a place of the customer's record: creating fills it, deleting empties it.</summary>
internal sealed class AddressKinds(WooSession session) : IKind<Address>, IReader<Address>, ILister<Address>, IFinder<Address>, ICreator<Address>, IUpdater<Address>, IDeleter<Address>
{
    private static readonly (string Field, Func<Address, string?> Get)[] Parts =
    [
        ("company", address => address.Company), ("first_name", address => address.FirstName), ("last_name", address => address.LastName), ("address_1", address => address.Line1), ("address_2", address => address.Line2),
        ("postcode", address => address.Postcode), ("city", address => address.City), ("state", address => address.State), ("country", address => address.Country), ("phone", address => address.Phone ?? address.Mobile),
    ];

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [nameof(Address.Company)] = "company",
        [nameof(Address.FirstName)] = "first_name",
        [nameof(Address.LastName)] = "last_name",
        [nameof(Address.Line1)] = "address_1",
        [nameof(Address.Line2)] = "address_2",
        [nameof(Address.Postcode)] = "postcode",
        [nameof(Address.City)] = "city",
        [nameof(Address.State)] = "state",
        [nameof(Address.Country)] = "country",
        [nameof(Address.Phone)] = "phone",
    };

    public KindProfile<Address> Profile => new()
    {
        ReadFields = Names.Keys.Concat([nameof(Address.ForBilling), nameof(Address.ForDelivery)]).ToHashSet(StringComparer.Ordinal),
        WrittenFields = Names.Keys.ToHashSet(StringComparer.Ordinal),
        Normalise = Normalise,
        WriteBatch = 50,
        WriteTimeout = session.Options.AttemptTimeout,
    };

    public async IAsyncEnumerable<ReadResult<Address>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        await foreach (var item in session.Pager.ReadAsync(CustomerReader.List, CustomerReader.Parser(session.Options, isGuest: false), cancellationToken))
        {
            if (item.Value is null)
                yield return ReadResult<Address>.Bad(item.Problem! with { EntityKind = Address.Kind });
            else
                foreach (var record in Of(item.Value))
                    yield return ReadResult<Address>.Of(record);
        }
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in ReadAsync(cancellationToken))
            yield return result.Record is { } record ? new Listed(record.Id, record.Stamp) : throw new ConnectorException(result.Problem!);
    }

    public async IAsyncEnumerable<ReadResult<Address>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        var wanted = ids.ToHashSet();
        await foreach (var item in RowFinder.FindAsync(session, CustomerReader.List, ids.Select(Parse).OfType<(long Customer, bool)>().Select(id => id.Customer), CustomerReader.Parser(session.Options, isGuest: false), cancellationToken))
        {
            foreach (var record in item.Value is null ? [] : Of(item.Value).Where(record => wanted.Contains(record.Id)))
                yield return ReadResult<Address>.Of(record);
        }
    }

    public Task<IReadOnlyList<WriteResult<Address>>> CreateAsync(IReadOnlyList<Creation<Address>> batch, CancellationToken cancellationToken) => Results.EachAsync<Address, Creation<Address>>(batch, static _ => null, async (creation, token) =>
    {
        var value = Normalise(creation.Value);
        var customer = (value.Owner is { IsForeign: false } owner && owner.Kind == EntityKind.Customer ? JsonValues.Number(owner.Id) : null) ?? throw NotFound();
        var isBilling = value.ForBilling == true;
        var id = Id(customer, isBilling);
        await foreach (var _ in FindAsync([id], token))
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, WooCodes.AddressTaken, $"The customer has one {(isBilling ? "billing" : "shipping")} address in WooCommerce, and it is taken."));
        return await SendAsync(customer, isBilling, AddressMapping.ToJson(value.ToPostal(), isBilling: false, null), token);
    }, session.Client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Address>>> UpdateAsync(IReadOnlyList<Revision<Address>> batch, CancellationToken cancellationToken) => Results.EachAsync<Address, Revision<Address>>(batch, static revision => revision.Current.Id, async (revision, token) =>
    {
        var (customer, isBilling) = Parse(revision.Current.Id) ?? throw NotFound();
        var body = new JsonObject();
        var value = Normalise(revision.Wanted);
        foreach (var field in revision.Fields.Where(Names.ContainsKey))
            body[Names[field]] = Parts.First(part => part.Field == Names[field]).Get(value) ?? "";
        return await SendAsync(customer, isBilling, body, token);
    }, session.Client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Address>>> DeleteAsync(IReadOnlyList<Remote<Address>> batch, CancellationToken cancellationToken) => Results.EachAsync<Address, Remote<Address>>(batch, static record => record.Id, async (record, token) =>
    {
        if (Parse(record.Id) is not { } id)
            return new WriteResult<Address>.Written(record.Id);
        try
        {
            await SendAsync(id.Customer, id.IsBilling, AddressMapping.ToJson(null, isBilling: false, null), token);
        }
        catch (ConnectorException fault) when (WooClient.IsMissing(fault))
        {
            // The customer is gone, and the address with it.
        }

        return new WriteResult<Address>.Written(record.Id);
    }, session.Client.Connection, cancellationToken);

    private async Task<WriteResult<Address>> SendAsync(long customer, bool isBilling, JsonObject parts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var row = await session.Client.PutAsync($"customers/{JsonValues.Invariant(customer)}", new JsonObject { [isBilling ? "billing" : "shipping"] = parts }, cancellationToken);
        var id = Id(customer, isBilling);
        return new WriteResult<Address>.Written(id, Of(CustomerRow.Read(row, session.Options, isGuest: false)).FirstOrDefault(record => record.Id == id));
    }

    private static IEnumerable<Remote<Address>> Of(CustomerRow row)
    {
        foreach (var (address, isBilling) in new[] { (row.Billing, true), (row.Shipping, false) })
        {
            if (!AddressMapping.IsPlace(address))
                continue;
            yield return new Remote<Address>(Id(row.Id, isBilling), new Address
            {
                Owner = new Ref(EntityKind.Customer, RemoteId.From(row.Id)),
                Company = address!.Company,
                FirstName = address.FirstName,
                LastName = address.LastName,
                Line1 = address.Line1,
                Line2 = address.Line2,
                Postcode = address.Postcode,
                City = address.City,
                State = address.State,
                Country = address.Country,
                Phone = address.Phone,
                ForBilling = isBilling,
                ForDelivery = !isBilling,
            })
            {
                ModifiedAt = row.ModifiedAt,
                Label = row.Email,
                Stamp = "a1:" + Prints.Of(address.ToString()),
            };
        }
    }

    private static Address Normalise(Address value)
    {
        var postal = AddressMapping.Normalise(value.ToPostal(), isBilling: false)!;
        var isBilling = value.ForBilling == true || value.ForDelivery != true;
        return new Address
        {
            Owner = value.Owner,
            Company = postal.Company,
            FirstName = postal.FirstName,
            LastName = postal.LastName,
            Line1 = postal.Line1,
            Line2 = postal.Line2,
            Postcode = postal.Postcode,
            City = postal.City,
            State = postal.State,
            Country = postal.Country,
            Phone = postal.Phone,
            ForBilling = isBilling,
            ForDelivery = !isBilling,
        };
    }

    private static RemoteId Id(long customer, bool isBilling) => new($"{JsonValues.Invariant(customer)}:{(isBilling ? "billing" : "shipping")}");

    private static (long Customer, bool IsBilling)? Parse(RemoteId id) =>
        id.Value.Split(':') is [var customer, "billing" or "shipping"] && JsonValues.Number(new RemoteId(customer)) is { } number ? (number, id.Value.EndsWith("billing", StringComparison.Ordinal)) : null;

    private static ConnectorException NotFound() => new(new SyncProblem(ProblemKind.NotFound, WooCodes.NotFound, "The shop has no such customer.") { EntityKind = Address.Kind });
}
