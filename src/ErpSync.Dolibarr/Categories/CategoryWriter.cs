namespace ErpSync.Dolibarr;

/// <summary>Creates, changes and deletes categories of products.</summary>
internal sealed class CategoryWriter(DolibarrSession session) : ICreator<Category>, IUpdater<Category>, IDeleter<Category>
{
    private readonly DolibarrClient _client = session.Client;

    public Task<IReadOnlyList<WriteResult<Category>>> CreateAsync(IReadOnlyList<Creation<Category>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<Category, Creation<Category>>(batch, static _ => null, CreateAsync, _client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Category>>> UpdateAsync(IReadOnlyList<Revision<Category>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<Category, Revision<Category>>(batch, static revision => revision.Current.Id, UpdateAsync, _client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Category>>> DeleteAsync(IReadOnlyList<Remote<Category>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<Category, Remote<Category>>(batch, static record => record.Id, DeleteAsync, _client.Connection, cancellationToken);

    private async Task<WriteResult<Category>> CreateAsync(Creation<Category> creation, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var body = CategoryMapping.ToCreate(creation, run.Setup);
        var id = await Writes.ExplainedAsync(() => _client.PostAsync("categories", body, cancellationToken), CategoryMapping.Texts(creation.Value));
        var created = CreatedId.Read(id, _client.Connection, Category.Kind);
        run.Categories.Loaded?.Put(new CategoryRow(created, Numbers.Of(creation.Value.Parent?.Id ?? new RemoteId("0")), body["label"]!.GetValue<string>(), "", creation.Token, null));
        return new WriteResult<Category>.Written(RemoteId.From(created));
    }

    private async Task<WriteResult<Category>> UpdateAsync(Revision<Category> revision, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var body = CategoryMapping.ToUpdate(revision, run.Setup);
        if (body.Count > 1)
            await Writes.ExplainedAsync(() => _client.PutAsync($"categories/{revision.Current.Id.Value}", body, cancellationToken), CategoryMapping.Texts(revision.Wanted));
        return new WriteResult<Category>.Written(revision.Current.Id);
    }

    private async Task<WriteResult<Category>> DeleteAsync(Remote<Category> record, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var path = $"categories/{record.Id.Value}";
        try
        {
            await _client.DeleteAsync(path, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Code == DolibarrCodes.Failed)
        {
            // Dolibarr answered 500 to deletes of categories; whether it is gone can be looked up.
            if (await _client.FindAsync(path, cancellationToken) is not null)
                throw new ConnectorException(fault.Problem with { Kind = ProblemKind.Rejected, Code = DolibarrCodes.InUse, Message = "Dolibarr refuses to delete the category." }, fault);
        }

        if (Numbers.Of(record.Id) is { } id)
            run.Categories.Loaded?.Remove(id);
        return new WriteResult<Category>.Written(record.Id);
    }
}
