using System.Globalization;

namespace ErpSync.PrestaShop.Categories;

/// <summary>Creates, changes and deletes categories.</summary>
internal sealed class CategoryWriter(PrestaShopClient client, ShopSession session, CategoryReader reader) : ICreator<Category>, IUpdater<Category>, IDeleter<Category>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Category>>> CreateAsync(IReadOnlyList<Creation<Category>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var draft = WriteBatch<Category>.Of(batch, client.Connection, creation => CategoryElements.Create(creation.Value, shop, client.Options), _ => null);
        var main = shop.MainLanguage.Id.ToString(CultureInfo.InvariantCulture);
        var create = new BulkCreate(client, session, CategoryRow.Resource)
        {
            IdentityFields = "[id,id_parent,name]",
            IsSame = (record, row) => record.Element("id_parent")?.Value == row.Text("id_parent")
                && record.Element("name")?.Elements().FirstOrDefault(language => language.Attribute("id")?.Value == main)?.Value == Translations.Main(Translations.Read(row, "name", shop), shop),
        };
        session.Memory.Categories = null;
        return draft.Results(await create.SendAsync(draft.Records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Category>>> UpdateAsync(IReadOnlyList<Revision<Category>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var present = await Present.RowsAsync(client, CategoryRow.Resource, CategoryRow.Full(shop), batch, cancellationToken);
        var tree = batch.Any(revision => revision.Fields.Contains(nameof(Category.Parent))) ? await reader.TreeAsync(cancellationToken) : new CategoryTree();
        var draft = WriteBatch<Category>.Of(batch, client.Connection, revision => CategoryElements.Update(revision, present.Of(revision), tree, shop), revision => revision.Current.Id);
        var patch = new BulkPatch(client, CategoryRow.Resource)
        {
            CanPatch = shop.CanPatch,
            ShowsStored = false,
            FindStoredAsync = (places, token) => Touched.FindAsync(client, CategoryRow.Resource, [.. places.Select(place => (place, present.Of(batch[place])))], token),
        };
        session.Memory.Categories = null;
        return draft.Results(await patch.SendAsync(draft.Records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Category>>> DeleteAsync(IReadOnlyList<Remote<Category>> batch, CancellationToken cancellationToken)
    {
        // PrestaShop deletes everything beneath a category with it: only what is empty, or is emptied by this batch, goes.
        var shop = await session.ShopAsync(cancellationToken);
        var tree = await CategoryTree.ReadAsync(client, shop, cancellationToken);
        session.Memory.Categories = null;
        var ids = Rows.Numbers(batch.Select(record => record.Id)).Distinct().OrderByDescending(tree.Depth).ToList();
        var refused = Kept(ids, tree);
        var problems = new Dictionary<long, SyncProblem>(refused);
        var deepestFirst = ids.Where(id => !refused.ContainsKey(id)).GroupBy(tree.Depth).OrderByDescending(level => level.Key);
        foreach (var level in deepestFirst)
        {
            foreach (var (id, problem) in await new BulkDelete(client, CategoryRow.Resource).SendAsync([.. level], cancellationToken))
                problems[id] = problem;
            if (problems.Count > refused.Count)
                return WriteBatch<Category>.Deleted(batch, WithAncestors(problems, ids, tree));
        }

        return WriteBatch<Category>.Deleted(batch, problems);
    }

    private static Dictionary<long, SyncProblem> Kept(List<long> ids, CategoryTree tree)
    {
        var problems = new Dictionary<long, SyncProblem>();
        foreach (var id in ids)
        {
            var staying = tree.Children(id).Where(child => !ids.Contains(child) || problems.ContainsKey(child)).ToList();
            if (staying.Count > 0)
                problems[id] = HasChildren(staying[0]);
        }

        return problems;
    }

    // When one could not be deleted, those above it were not tried.
    private static Dictionary<long, SyncProblem> WithAncestors(Dictionary<long, SyncProblem> problems, List<long> ids, CategoryTree tree)
    {
        var failed = problems.Keys.ToList();
        var shallowest = failed.Max(tree.Depth);
        foreach (var id in ids.Where(id => !problems.ContainsKey(id) && tree.Depth(id) < shallowest))
            problems[id] = HasChildren(failed[0]);
        return problems;
    }

    private static SyncProblem HasChildren(long child) => new(
        ProblemKind.Rejected,
        PrestaShopCodes.CategoryHasChildren,
        $"The category is not deleted, because PrestaShop would delete the category {child.ToString(CultureInfo.InvariantCulture)} beneath it too.")
    {
        Remedy = "Delete or move the categories beneath it first.",
    };
}
