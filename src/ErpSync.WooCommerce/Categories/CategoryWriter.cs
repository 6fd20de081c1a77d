using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Writes categories in batches.</summary>
internal sealed class CategoryWriter(WooSession session) : ICreator<Category>, IUpdater<Category>, IDeleter<Category>
{
    private const string Path = "products/categories";

    public async Task<IReadOnlyList<WriteResult<Category>>> CreateAsync(IReadOnlyList<Creation<Category>> batch, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        return await Bodies.SendAsync<Category, Creation<Category>>(
            session, Path, "create", batch, _ => null,
            (creation, _) => Task.FromResult(CategoryMapping.Body(creation.Value, null, run.Setup)),
            (creations, places, token) => LookAsync(place => CategoryMapping.Body(creations[place].Value, null, run.Setup), places, run, token),
            (row, _) => Map(row, run),
            cancellationToken);
    }

    public async Task<IReadOnlyList<WriteResult<Category>>> UpdateAsync(IReadOnlyList<Revision<Category>> batch, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        return await Bodies.SendAsync<Category, Revision<Category>>(
            session, Path, "update", batch, revision => revision.Current.Id,
            (revision, _) =>
            {
                var body = CategoryMapping.Body(revision.Wanted, [.. revision.Fields], run.Setup);
                body["id"] = JsonValues.Number(revision.Current.Id) ?? 0;
                return Task.FromResult(body);
            },
            (revisions, places, token) => LookAsync(place => CategoryMapping.Body(revisions[place].Wanted, null, run.Setup), places, run, token),
            (row, _) => Map(row, run),
            cancellationToken);
    }

    public async Task<IReadOnlyList<WriteResult<Category>>> DeleteAsync(IReadOnlyList<Remote<Category>> batch, CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        return await Bodies.DeleteAsync(session, Path, batch, cancellationToken);
    }

    // A name is unique under its parent, so it tells whether a create or an update was carried out.
    private static async Task<IReadOnlyDictionary<int, JsonElement>> LookAsync(Func<int, JsonObject> body, IReadOnlyList<int> places, WooRun run, CancellationToken cancellationToken)
    {
        var rows = await run.Session.Client.ListAsync(Path + "?orderby=id&order=asc", cancellationToken);
        var found = new Dictionary<int, JsonElement>();
        foreach (var place in places)
        {
            var wanted = body(place);
            foreach (var row in rows)
            {
                if (Texts.Plain(row.Text("name")) == Texts.Plain(wanted["name"]?.ToString()) && (row.Whole("parent") ?? 0) == (wanted["parent"]?.GetValue<long>() ?? 0) && HtmlText.AreSame(row.Text("description"), wanted["description"]?.ToString()))
                    found[place] = row;
            }
        }

        return found;
    }

    private static Remote<Category> Map(JsonElement json, WooRun run)
    {
        var row = CategoryRow.Read(json);
        return CategoryMapping.Read(row, null, run.Setup, run.Categories.Loaded?.Default ?? 0);
    }
}
