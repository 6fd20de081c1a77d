using System.Runtime.CompilerServices;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Reads customers: registered ones and, where wanted, guests out of their orders. Customers have a date but no filter for it, so the listing tells the dates.</summary>
internal sealed class CustomerReader(WooSession session) : IKind<Customer>, IReader<Customer>, ILister<Customer>, IFinder<Customer>, IKeyFinder<Customer>, ITokenFinder<Customer>
{
    public const string List = "customers?role=all&_fields=" + CustomerRow.Fields;
    public const string Guests = "customer=0";

    public string KeyName => "email";

    public KindProfile<Customer> Profile
    {
        get
        {
            var setup = session.Setup;
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Customer.IsCompany), nameof(Customer.Company), nameof(Customer.FirstName), nameof(Customer.LastName), nameof(Customer.Email), nameof(Customer.Phone), nameof(Customer.VatNumber),
                nameof(Customer.IsGuest), nameof(Customer.Custom),
            };
            if (setup.CustomFields.Count == 0)
                read.Remove(nameof(Customer.Custom));
            return new KindProfile<Customer>
            {
                ReadFields = read,
                WrittenFields = read.Where(name => name is not (nameof(Customer.IsGuest) or nameof(Customer.IsCompany))).ToHashSet(StringComparer.Ordinal),
                Normalise = value => CustomerMapping.Normalise(value, setup),
                WriteTimeout = session.Options.AttemptTimeout,
                RequiredKey = "email",
                UniqueKey = "email",
            };
        }
    }

    public async IAsyncEnumerable<ReadResult<Customer>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        await foreach (var item in session.Pager.ReadAsync(List, Parser(session.Options, isGuest: false), cancellationToken))
            yield return Results.Map<Customer, CustomerRow>(item, CustomerMapping.Read);
        if (!session.Options.GuestsAsCustomers)
            yield break;
        await foreach (var item in session.Pager.ReadAsync($"orders?{Guests}&_fields={CustomerRow.GuestFields}", Parser(session.Options, isGuest: true), cancellationToken))
            yield return Results.Map<Customer, CustomerRow>(item, CustomerMapping.Read);
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in session.Pager.ReadAsync("customers?role=all&_fields=id,date_modified_gmt", (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), cancellationToken))
        {
            if (item.Problem is not null)
                throw new ConnectorException(item.Problem);
            yield return new Listed(RemoteId.From(item.Value.Whole("id") ?? 0), Stamp(item.Value.Text("date_modified_gmt")));
        }

        if (!session.Options.GuestsAsCustomers)
            yield break;
        foreach (var row in await session.Orders.ListAsync(Customer.Kind, run, "", cancellationToken))
        {
            if (row.Customer == 0)
                yield return new Listed(CustomerId.OfGuest(row.Id), Stamp(row.Date));
        }
    }

    public async IAsyncEnumerable<ReadResult<Customer>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        await foreach (var item in RowFinder.FindAsync(session, List, RowFinder.Numbers(ids), Parser(session.Options, isGuest: false), cancellationToken))
            yield return Results.Map<Customer, CustomerRow>(item, CustomerMapping.Read);
        var guests = ids.Select(CustomerId.GuestOrder).OfType<long>().ToList();
        if (guests.Count == 0)
            yield break;
        await foreach (var item in RowFinder.FindAsync(session, $"orders?{Guests}&_fields={CustomerRow.GuestFields}", guests, Parser(session.Options, isGuest: true), cancellationToken))
            yield return Results.Map<Customer, CustomerRow>(item, CustomerMapping.Read);
    }

    public async IAsyncEnumerable<ReadResult<Customer>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        foreach (var key in keys)
        {
            await foreach (var item in session.Pager.ReadAsync($"{List}&email={Uri.EscapeDataString(key)}", Parser(session.Options, isGuest: false), cancellationToken))
            {
                if (string.Equals(item.Value?.Email, key, StringComparison.OrdinalIgnoreCase))
                    yield return Results.Map<Customer, CustomerRow>(item, CustomerMapping.Read);
            }
        }
    }

    public Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken) =>
        Tokens.FindAsync(session, "customers?role=all&_fields=id,meta_data", tokens, static row => RemoteId.From(row.Whole("id") ?? 0), cancellationToken);

    public static JsonItemParser<CustomerRow> Parser(WooCommerceOptions options, bool isGuest) => (ref Utf8JsonReader item) =>
    {
        using var document = JsonDocument.ParseValue(ref item);
        return CustomerRow.Read(document.RootElement, options, isGuest);
    };

    private static string Stamp(string? date) => "d1:" + date;
}
