using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>A kind that is also written: one record a request, with <c>revise</c>, which leaves the fields alone that it is not sent.</summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="session">The session.</param>
/// <param name="modules">The modules whose records are records of the kind.</param>
internal abstract class WritingKind<T>(VtigerSession session, params string[] modules) : ModuleKind<T>(session, modules), ICreator<T>, IUpdater<T>, IDeleter<T>
    where T : class, IEntity
{
    public virtual Task<IReadOnlyList<WriteResult<T>>> CreateAsync(IReadOnlyList<Creation<T>> batch, CancellationToken cancellationToken) =>
        Results.EachAsync<T, Creation<T>>(batch, static _ => null, CreateOneAsync, Connection, cancellationToken);

    public virtual Task<IReadOnlyList<WriteResult<T>>> UpdateAsync(IReadOnlyList<Revision<T>> batch, CancellationToken cancellationToken) =>
        Results.EachAsync<T, Revision<T>>(batch, static revision => revision.Current.Id, UpdateOneAsync, Connection, cancellationToken);

    public virtual Task<IReadOnlyList<WriteResult<T>>> DeleteAsync(IReadOnlyList<Remote<T>> batch, CancellationToken cancellationToken) =>
        Results.EachAsync<T, Remote<T>>(batch, static record => record.Id, DeleteOneAsync, Connection, cancellationToken);

    protected virtual async Task<WriteResult<T>> CreateOneAsync(Creation<T> creation, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var module = ModuleFor(creation.Value);
        var body = Body(run, module, creation.Value, null);
        await PrepareAsync(run, module, body, creation, cancellationToken);
        return await StoredAsync(run, module, await InsertAsync(run, module, body, creation.Token, cancellationToken), null, cancellationToken);
    }

    protected virtual async Task<WriteResult<T>> UpdateOneAsync(Revision<T> revision, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var module = await ModuleOfAsync(run, revision.Current.Id, cancellationToken);
        var body = Body(run, module, revision.Wanted, revision.Fields.ToHashSet(StringComparer.Ordinal));
        if (body.Count == 0)
            return new WriteResult<T>.Written(revision.Current.Id);
        body["id"] = revision.Current.Id.Value;
        var row = await ReviseAsync(run, module, body, cancellationToken);
        return await StoredAsync(run, module, row, revision.Current.Id, cancellationToken);
    }

    protected virtual async Task<WriteResult<T>> DeleteOneAsync(Remote<T> record, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var module = await ModuleOfAsync(run, record.Id, cancellationToken);
        try
        {
            await Session.Client.DeleteAsync(record.Id.Value, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.NotFound)
        {
            if (await ExistsAsync(module, record.Id.Value, cancellationToken))
                throw;
        }

        return new WriteResult<T>.Written(record.Id);
    }

    /// <summary>The module that a new record goes to.</summary>
    protected virtual string ModuleFor(T value) => ModuleNames[0];

    /// <summary>The fields of a record, all or those named, as vtiger takes them; nothing is the empty text.</summary>
    protected abstract JsonObject Body(VtigerRun run, string module, T value, IReadOnlySet<string>? fields);

    /// <summary>What must be looked for or made before a record can be created.</summary>
    protected virtual Task PrepareAsync(VtigerRun run, string module, JsonObject body, Creation<T> creation, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Creates a record with its defaults and its token.</summary>
    protected async Task<JsonElement> InsertAsync(VtigerRun run, string module, JsonObject body, string? token, CancellationToken cancellationToken)
    {
        foreach (var name in body.Where(entry => entry.Value is null || entry.Value.ToString().Length == 0).Select(entry => entry.Key).ToList())
            body.Remove(name);
        if (token is not null && ExternalKey(module) is { } key)
            body[key] = token;
        await run.Fields.CompleteAsync(module, body, cancellationToken);
        return await Session.InsertAsync(module, body, token, cancellationToken);
    }

    /// <summary>Changes fields. Refusals of missing records and of missing rights look the same and are told apart by looking for the record.</summary>
    protected async Task<JsonElement> ReviseAsync(VtigerRun run, string module, JsonObject body, CancellationToken cancellationToken, bool keepsPrices = false)
    {
        try
        {
            return await Session.Client.ReviseAsync(body, cancellationToken, keepsPrices);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.NotFound)
        {
            var id = body["id"]!.ToString();
            if (!await ExistsAsync(module, id, cancellationToken))
                throw NotFound(id, fault);
            throw new ConnectorException(fault.Problem with { Kind = ProblemKind.Denied, Code = VtigerCodes.RightMissing, Message = $"The user may not change this record of {module}, though it exists.", Remedy = "Allow it in the profile of the user, and see that sharing lets it write records of other owners." }, fault);
        }
    }

    protected async Task<bool> ExistsAsync(string module, string id, CancellationToken cancellationToken) =>
        (await Session.Client.QueryAsync(Vtql.Select(module, ["id"], Vtql.Equal("id", id)), cancellationToken)).Count > 0;

    protected async Task<string> ModuleOfAsync(VtigerRun run, RemoteId id, CancellationToken cancellationToken) =>
        (await run.Schema.OfAsync(RecordNumber.Parse(id.Value), ModuleNames, cancellationToken))?.Name ?? throw NotFound(id.Value, null);

    protected static ConnectorException NotFound(string id, Exception? cause) => new(
        new SyncProblem(ProblemKind.NotFound, VtigerCodes.NotFound, "vtiger has no such record, or the user cannot see it.") { EntityKind = T.Kind, Id = new RemoteId(id) }, cause);

    /// <summary>The result of a write whose answer is the stored row. A row that cannot be read is read again by the engine.</summary>
    protected virtual async Task<WriteResult<T>> StoredAsync(VtigerRun run, string module, JsonElement row, RemoteId? known, CancellationToken cancellationToken)
    {
        var id = known ?? (RecordNumber.Parse(row.Text("id")) is { } number ? new RemoteId(number.ToString()) : throw new ConnectorException(new SyncProblem(ProblemKind.OutcomeUnknown, VtigerCodes.Unreadable, $"The answer to a write of {module} has no id.")));
        var results = await MapAsync(run, module, [row], cancellationToken);
        return results is [{ Record: { } stored }] && stored.Id == id ? new WriteResult<T>.Written(id, stored) : new WriteResult<T>.Written(id);
    }

    /// <summary>Adds a text to a body: nothing is the empty text, which clears the field.</summary>
    protected static void Put(JsonObject body, string name, string? text) => body[name] = text ?? "";

    protected void PutCustom(JsonObject body, string module, TextMap custom)
    {
        foreach (var field in Custom(module))
            body[field] = custom[field] ?? "";
    }
}
