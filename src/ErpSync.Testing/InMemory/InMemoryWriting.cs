namespace ErpSync.Testing;

/// <summary>Creates, updates and deletes of one kind, a request per record.</summary>
internal sealed class InMemoryWriting<T>(InMemoryKind<T> kind) : ICreator<T>, IUpdater<T>, IDeleter<T>
    where T : class, IEntity
{
    private int _writers;

    public Task<IReadOnlyList<WriteResult<T>>> CreateAsync(IReadOnlyList<Creation<T>> batch, CancellationToken cancellationToken) =>
        BatchAsync(batch, creation => (InMemoryRequest.Call(kind, "create", 1, isWrite: true), creation.Value), Create, cancellationToken);

    public Task<IReadOnlyList<WriteResult<T>>> UpdateAsync(IReadOnlyList<Revision<T>> batch, CancellationToken cancellationToken) =>
        BatchAsync(batch, revision => (InMemoryRequest.Call(kind, "update", 1, isWrite: true, revision.Current.Id, revision.Fields), revision.Wanted), Update, cancellationToken);

    public Task<IReadOnlyList<WriteResult<T>>> DeleteAsync(IReadOnlyList<Remote<T>> batch, CancellationToken cancellationToken) =>
        BatchAsync(batch, record => (InMemoryRequest.Call(kind, "delete", 1, isWrite: true, record.Id), record.Value), Delete, cancellationToken);

    private async Task<IReadOnlyList<WriteResult<T>>> BatchAsync<TItem>(
        IReadOnlyList<TItem> batch,
        Func<TItem, (InMemoryCall Call, T Value)> describe,
        Func<InMemoryCall, TItem, WriteResult<T>> commit,
        CancellationToken cancellationToken)
    {
        if (batch.Count > kind.Settings.WriteBatch)
            throw new ArgumentException($"A write of {T.Kind.Name} takes {kind.Settings.WriteBatch} records at most, not {batch.Count}.", nameof(batch));
        var results = new List<WriteResult<T>>(batch.Count);
        foreach (var item in batch)
        {
            var (call, value) = describe(item);
            results.Add(await OneAsync(call, value, () => commit(call, item), cancellationToken));
        }

        return results;
    }

    private async Task<WriteResult<T>> OneAsync(InMemoryCall call, T value, Func<WriteResult<T>> commit, CancellationToken cancellationToken)
    {
        await WriteProof.EnsureAsync(kind.Settings.WriteTimeout, cancellationToken);
        lock (kind.System.Gate)
        {
            kind.MostWriters = Math.Max(kind.MostWriters, ++_writers);
            kind.System.EnterWriter();
        }

        try
        {
            await kind.System.BeginAsync(call, cancellationToken);
            var fault = kind.System.Faults.Take(call.Name, call.Id, value);
            if (Refusal(call, fault) is { } refusal)
                return refusal;
            var result = InMemoryRequest.Under(kind, commit);
            await InMemoryRequest.EndAsync(kind, call, fault);
            return fault?.Kind switch
            {
                InMemoryFaultKind.ResponseLost => Failed(call, ProblemKind.OutcomeUnknown, "response-lost", "The answer did not arrive."),
                InMemoryFaultKind.ErrorAfterCommit => Failed(call, ProblemKind.OutcomeUnknown, "error-after-commit", "The system answered 500.", 500),
                _ => result,
            };
        }
        finally
        {
            lock (kind.System.Gate)
            {
                _writers--;
                kind.System.LeaveWriter();
            }
        }
    }

    private WriteResult<T>.Failed? Refusal(InMemoryCall call, InMemoryFault? fault) => fault?.Kind switch
    {
        InMemoryFaultKind.Unavailable => Failed(call, ProblemKind.Unavailable, "unavailable", "The system is in maintenance.", 503),
        InMemoryFaultKind.RateLimited => new(kind.System.Problem(ProblemKind.RateLimited, "in-memory.rate-limited", "Too many requests.", call) with { HttpStatus = 429, RetryAfter = fault.RetryAfter }),
        InMemoryFaultKind.Rejected => Failed(call, ProblemKind.Rejected, "rejected", "The record breaks a rule.", 400),
        InMemoryFaultKind.RequestLost => Failed(call, ProblemKind.OutcomeUnknown, "request-lost", "The request timed out."),
        InMemoryFaultKind.CrashBeforeCommit => throw new SimulatedCrashException(call.Name),
        _ => null,
    };

    private WriteResult<T> Create(InMemoryCall call, Creation<T> creation)
    {
        if (Breach(call, creation.Value, self: null) is { } breach)
            return breach;
        return Written(kind.Insert(creation.Value, id: null, kind.Settings.Capabilities.HasFlag(InMemoryCapabilities.FindByToken) ? creation.Token : null));
    }

    private WriteResult<T> Update(InMemoryCall call, Revision<T> revision)
    {
        if (kind.Records.Find(revision.Current.Id) is not { } entry)
            return Failed(call, ProblemKind.NotFound, "not-found", "There is no such record.", 404);
        if (IsStale(entry, revision.Current))
            return Failed(call, ProblemKind.Stale, "stale", "The record changed since it was read.", 412);
        var next = entry.Value;
        foreach (var name in revision.Fields)
        {
            if (kind.Shape.Find(name) is not { } field || !(kind.Settings.WrittenFields ?? kind.Settings.ReadFields ?? new HashSet<string> { field.Name }).Contains(field.Name))
                return new WriteResult<T>.Failed(kind.System.Problem(ProblemKind.Unsupported, "in-memory.field-not-writable", $"The field {name} cannot be written.", call) with { Field = name });
            next = FieldContent.Set(field, next, revision.Wanted);
        }

        return Breach(call, next, entry.Id) is { } breach ? breach : Written(kind.Replace(entry, next));
    }

    private WriteResult<T> Delete(InMemoryCall call, Remote<T> record)
    {
        if (kind.Records.Find(record.Id) is { } entry && IsStale(entry, record))
            return Failed(call, ProblemKind.Stale, "stale", "The record changed since it was read.", 412);
        kind.Delete(record.Id);
        return new WriteResult<T>.Written(record.Id);
    }

    private bool IsStale(InMemoryEntry<T> entry, Remote<T> read) => kind.Settings.ConditionalWrites && read.Native is long version && version != entry.Version;

    private WriteResult<T>.Failed? Breach(InMemoryCall call, T value, RemoteId? self)
    {
        foreach (var pointer in kind.Shape.Refs(value))
        {
            if (pointer.IsForeign || kind.System.Lacks(pointer))
                return Failed(call, ProblemKind.Rejected, "reference-unknown", $"There is no {pointer} here.", 400);
        }

        var stored = kind.Settings.Normalise(value);
        if (kind.Settings.RequiredKey is { } required && string.IsNullOrEmpty(Key(required, stored)))
            return Failed(call, ProblemKind.Rejected, "key-missing", $"A {T.Kind.Name} must have a {required}.", 400);
        if (kind.Settings.UniqueKey is { } unique && Key(unique, stored) is { Length: > 0 } text && kind.WithKey(unique, text).Any(id => id != self))
            return Failed(call, ProblemKind.Duplicate, "duplicate", $"Another {T.Kind.Name} has the {unique} '{text}'.", 409);
        return null;
    }

    private string? Key(string name, T value) => kind.Shape.NaturalKeys.Single(key => key.Name == name).Of(kind.Settings.Computed?.Invoke(default, value) ?? value);

    private WriteResult<T>.Written Written(InMemoryEntry<T> entry) => new(entry.Id, kind.Settings.ReturnsStored ? kind.Remote(entry) : null);

    private WriteResult<T>.Failed Failed(InMemoryCall call, ProblemKind problem, string code, string message, int? status = null) =>
        new(kind.System.Problem(problem, "in-memory." + code, message, call) with { HttpStatus = status });
}
