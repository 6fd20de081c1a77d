using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Brands as manufacturers, where the version has them (9.5 and later).</summary>
internal sealed class BrandKind(WooSession session) : IKind<Manufacturer>, IReader<Manufacturer>, ILister<Manufacturer>, IFinder<Manufacturer>, INewestId<Manufacturer>, ICreator<Manufacturer>, IUpdater<Manufacturer>, IDeleter<Manufacturer>
{
    private const string Path = "products/brands";

    public KindProfile<Manufacturer> Profile
    {
        get
        {
            var language = session.Setup.Language;
            return new KindProfile<Manufacturer>
            {
                ReadFields = new HashSet<string>(StringComparer.Ordinal) { nameof(Manufacturer.Name), nameof(Manufacturer.Description) },
                Normalise = value => value with { Name = ProductMapping.Trimmed(value.Name), Description = value.Description.Only([language]).Select(Texts.Html) },
                WriteTimeout = session.Options.AttemptTimeout,
            };
        }
    }

    public async IAsyncEnumerable<ReadResult<Manufacturer>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        if (!run.Setup.HasBrands)
            yield break;
        await foreach (var item in session.Pager.ReadAsync(Path + "?_fields=id,name,slug,description", (ref Utf8JsonReader row) => CategoryRow.Parse(ref row), cancellationToken))
            yield return Results.Map<Manufacturer, CategoryRow>(item, row => Map(row, run));
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in ReadAsync(cancellationToken))
            yield return result.Record is { } record ? new Listed(record.Id, record.Stamp) : throw new ConnectorException(result.Problem!);
    }

    public async IAsyncEnumerable<ReadResult<Manufacturer>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = ids.ToHashSet();
        await foreach (var result in ReadAsync(cancellationToken))
        {
            if (result.Record is not { } record || wanted.Contains(record.Id))
                yield return result;
        }
    }

    public async Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken).Select(result => result.Record?.Id).LastOrDefaultAsync(cancellationToken);

    public IAsyncEnumerable<ReadResult<Manufacturer>> ReadNewerThanAsync(RemoteId? id, CancellationToken cancellationToken) =>
        ReadAsync(cancellationToken).Where(result => id is null || result.Record is null || result.Record.Id.CompareTo(id.Value) > 0);

    public async Task<IReadOnlyList<WriteResult<Manufacturer>>> CreateAsync(IReadOnlyList<Creation<Manufacturer>> batch, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        return await Bodies.SendAsync<Manufacturer, Creation<Manufacturer>>(session, Path, "create", batch, _ => null, (creation, _) => Task.FromResult(Body(creation.Value, null, run)), (creations, places, token) => LookAsync(place => creations[place].Value, places, token), (row, _) => Map(CategoryRow.Read(row), run), cancellationToken);
    }

    public async Task<IReadOnlyList<WriteResult<Manufacturer>>> UpdateAsync(IReadOnlyList<Revision<Manufacturer>> batch, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        return await Bodies.SendAsync<Manufacturer, Revision<Manufacturer>>(session, Path, "update", batch, revision => revision.Current.Id, (revision, _) =>
        {
            var body = Body(revision.Wanted, revision.Fields, run);
            body["id"] = JsonValues.Number(revision.Current.Id) ?? 0;
            return Task.FromResult(body);
        }, (revisions, places, token) => LookAsync(place => revisions[place].Wanted, places, token), (row, _) => Map(CategoryRow.Read(row), run), cancellationToken);
    }

    public async Task<IReadOnlyList<WriteResult<Manufacturer>>> DeleteAsync(IReadOnlyList<Remote<Manufacturer>> batch, CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        return await Bodies.DeleteAsync(session, Path, batch, cancellationToken);
    }

    private async Task<IReadOnlyDictionary<int, JsonElement>> LookAsync(Func<int, Manufacturer> value, IReadOnlyList<int> places, CancellationToken cancellationToken)
    {
        var rows = await session.Client.ListAsync(Path, cancellationToken);
        var found = new Dictionary<int, JsonElement>();
        foreach (var place in places)
        {
            foreach (var row in rows.Where(row => Texts.Plain(row.Text("name")) == value(place).Name?.Trim() && HtmlText.AreSame(row.Text("description"), value(place).Description.Best(session.Setup.Language))))
                found[place] = row;
        }

        return found;
    }

    private static JsonObject Body(Manufacturer value, IReadOnlyList<string>? fields, WooRun run)
    {
        var body = new JsonObject();
        if (fields?.Contains(nameof(Manufacturer.Name), StringComparer.Ordinal) != false)
            body["name"] = Texts.Encode(value.Name ?? "");
        if (fields?.Contains(nameof(Manufacturer.Description), StringComparer.Ordinal) != false)
            body["description"] = Texts.Html(value.Description.Best(run.Setup.Language) ?? "");
        return body;
    }

    private static Remote<Manufacturer> Map(CategoryRow row, WooRun run) => new(RemoteId.From(row.Id), new Manufacturer
    {
        Name = row.Name,
        Description = row.Description.Length == 0 ? LocalizedText.Empty : LocalizedText.Of(run.Setup.Language, row.Description),
    })
    {
        Label = row.Name,
        Stamp = row.Print,
    };
}
