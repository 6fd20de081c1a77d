using ErpSync.Simulation.Model;

namespace ErpSync.Simulation.Running;

/// <summary>What an engine may write to a model system. A write can be refused, lost on the way, carried out without an answer, or carried out by half.</summary>
internal sealed class WritingPort<T>(SimKind<T> kind, Worker worker) : ICreator<T>, IUpdater<T>, IDeleter<T>
    where T : class, IEntity
{
    private enum Mishap
    {
        None,
        Refused,
        Unavailable,
        RequestLost,
        ResponseLost,
        ErrorAfterStoring,
    }

    public async Task<IReadOnlyList<WriteResult<T>>> CreateAsync(IReadOnlyList<Creation<T>> batch, CancellationToken cancellationToken)
    {
        var results = new List<WriteResult<T>>(batch.Count);
        foreach (var creation in batch)
        {
            await worker.BeginAsync(kind.System, kind.Name, "create", creation.Token);
            if (results.Count == 0 && worker.Throws(1))
                throw new ConnectorException(Problem(ProblemKind.Unavailable, "unavailable", "The system did not answer.", null));
            results.Add(await CreateAsync(creation));
        }

        return results;
    }

    public async Task<IReadOnlyList<WriteResult<T>>> UpdateAsync(IReadOnlyList<Revision<T>> batch, CancellationToken cancellationToken)
    {
        await worker.BeginAsync(kind.System, kind.Name, "update", string.Join(", ", batch.Select(item => $"{item.Current.Id} ({string.Join(", ", item.Fields)})")));
        foreach (var revision in batch)
            Unfinished(revision);
        if (worker.Throws(1))
            throw new ConnectorException(Problem(ProblemKind.Unavailable, "unavailable", "The system did not answer.", null));
        var results = new List<WriteResult<T>>(batch.Count);
        foreach (var revision in batch)
            results.Add(await UpdateAsync(revision));
        return results;
    }

    public async Task<IReadOnlyList<WriteResult<T>>> DeleteAsync(IReadOnlyList<Remote<T>> batch, CancellationToken cancellationToken)
    {
        await worker.BeginAsync(kind.System, kind.Name, "delete", string.Join(", ", batch.Select(item => item.Id)));
        if (worker.Throws(1))
            throw new ConnectorException(Problem(ProblemKind.Unavailable, "unavailable", "The system did not answer.", null));
        return [.. batch.Select(Delete)];
    }

    private async Task<WriteResult<T>> CreateAsync(Creation<T> creation)
    {
        var mishap = Throw();
        if (Refusal(mishap, creation.Value, null, null) is { } refusal)
            return refusal;
        var isHalf = kind.Traits.WritesInTwoSteps;
        var record = kind.Insert(isHalf ? Half(creation.Value) : creation.Value, kind.Catalog.Gid(creation.Value), byEngine: true, kind.Traits.HasTokens ? creation.Token : null);
        if (isHalf)
            record.Unread = [.. kind.Catalog.ReadFields];
        worker.Judge.Created(worker, record, mishap is not Mishap.None);
        worker.End(kind.System, kind.Name, "create");
        if (isHalf && mishap == Mishap.None)
        {
            var half = record.Version;
            await worker.BeginAsync(kind.System, kind.Name, "second step", $"{record.Id}");
            if (record.IsDead || (kind.Traits.IsConditional && half != record.Version))
                return Failed(ProblemKind.OutcomeUnknown, "half-written", "The record changed between the two steps.", null);
            Write(record, creation.Value, [.. SecondHalf()], isDoubtful: false, moment: worker.World.Moment);
            worker.End(kind.System, kind.Name, "second step");
        }

        return Answer(mishap, record, [.. kind.Catalog.ReadFields]);
    }

    private async Task<WriteResult<T>> UpdateAsync(Revision<T> revision)
    {
        var mishap = Throw();
        if (kind.Get(revision.Current.Id) is not { } record)
            return Failed(ProblemKind.NotFound, "not-found", "There is no such record.", revision.Current.Id);
        if (kind.Traits.IsConditional && worker.World.IsWild && worker.World.Dice.Chance(worker.World.Habits.InterruptPerMille))
            Users.Interrupt(worker.World, record, revision.Fields);
        if (kind.Traits.IsConditional && revision.Current.Native is long version && version != record.Version)
            return Failed(ProblemKind.Stale, "stale", "The record changed since it was read.", record.Id);
        if (Refusal(mishap, revision.Wanted, record, revision.Fields) is { } refusal)
            return refusal;
        var fields = revision.Fields;
        var isHalf = kind.Traits.WritesInTwoSteps && fields.Count > 1;
        if (isHalf)
            record.Unread = fields;
        Write(record, revision.Wanted, isHalf ? [fields[0]] : fields, mishap is not Mishap.None);
        worker.End(kind.System, kind.Name, "update");
        if (isHalf && mishap == Mishap.None)
        {
            var half = record.Version;
            await worker.BeginAsync(kind.System, kind.Name, "second step", $"{record.Id}");
            if (kind.Traits.IsConditional && !record.IsDead && half != record.Version)
            {
                for (var i = 0; i < worker.Writes.Count; i++)
                {
                    if (worker.Writes[i] is var written && written.Kind == kind.Name && written.Id == record.Id)
                        worker.Writes[i] = written with { IsDoubtful = true, IsBlind = true };
                }

                return Failed(ProblemKind.OutcomeUnknown, "half-written", "The record changed between the two steps.", record.Id);
            }

            if (record.IsDead)
                return Failed(ProblemKind.OutcomeUnknown, "vanished", "The record is gone.", record.Id);
            Write(record, revision.Wanted, [.. fields.Skip(1)], isDoubtful: false);
            worker.End(kind.System, kind.Name, "second step");
        }

        if (mishap == Mishap.None)
        {
            foreach (var field in fields)
                worker.World.Unfinished.Remove((kind.Name, record.Gid, field));
        }

        return Answer(mishap, record, fields);
    }

    private void Unfinished(Revision<T> revision)
    {
        if (kind.Get(revision.Current.Id) is not { } record)
            return;
        foreach (var field in revision.Fields)
        {
            if (worker.World.Unfinished.Add((kind.Name, record.Gid, field)))
                worker.World.Repeated.Remove((kind.Name, record.Gid, field));
            else
                worker.World.Repeated.Add((kind.Name, record.Gid, field));
        }
    }

    private WriteResult<T> Delete(Remote<T> current)
    {
        if (kind.Get(current.Id) is not { } record)
            return new WriteResult<T>.Written(current.Id);
        if (kind.Traits.IsConditional && current.Native is long version && version != record.Version)
            return Failed(ProblemKind.Stale, "stale", "The record changed since it was read.", record.Id);
        if (record is SimRecord<Category> category && kind.System.IsUsed(category))
            return Failed(ProblemKind.Rejected, "used", "Other records point at it.", record.Id);
        var mishap = Throw();
        if (mishap is Mishap.Refused or Mishap.Unavailable or Mishap.RequestLost)
            return Refusal(mishap, record.Value, record, [])!;
        worker.Judge.Deleting(worker, record, mishap != Mishap.None);
        kind.System.Delete(record, byUser: false);
        worker.End(kind.System, kind.Name, "delete");
        return mishap == Mishap.None ? new WriteResult<T>.Written(record.Id) : Failed(ProblemKind.OutcomeUnknown, "no-answer", "The answer did not arrive.", record.Id);
    }

    private void Write(SimRecord<T> record, T wanted, IReadOnlyList<string> fields, bool isDoubtful, long? moment = null)
    {
        if (record.IsDead)
            return;
        var before = record.Value;
        var next = fields.Aggregate(before, (value, field) => kind.Catalog.Shape.Find(field)!.Replace(value, wanted));
        kind.Replace(record, next);
        worker.Judge.Updated(worker, record, before, fields, isDoubtful, isSecondStepOfCreate: moment is not null);
    }

    /// <summary>What the first of two requests stores: identity, keys and pointers.</summary>
    private T Half(T value)
    {
        var empty = kind.Catalog.Shape.Empty();
        return SecondHalf().Aggregate(value, (record, field) => kind.Catalog.Shape.Find(field)!.Replace(record, empty));
    }

    private IEnumerable<string> SecondHalf() => kind.Catalog.ReadFields.Where(field => field is "PriceNet" or "WeightKg" or "Custom" or "Categories");

    private Mishap Throw() => worker.Throws(1) ? (Mishap)worker.World.Dice.Between(1, 5) : Mishap.None;

    private WriteResult<T>.Failed? Refusal(Mishap mishap, T value, SimRecord<T>? record, IReadOnlyList<string>? fields)
    {
        if (mishap == Mishap.Refused)
            return Failed(ProblemKind.Rejected, "refused", "The system does not like it today.", record?.Id);
        if (mishap == Mishap.Unavailable)
            return Failed(ProblemKind.Unavailable, "unavailable", "The system is in maintenance.", record?.Id);
        if (mishap == Mishap.RequestLost && record is null)
            worker.World.Doubts.Add(kind.Name);
        if (mishap == Mishap.RequestLost)
            return Failed(ProblemKind.OutcomeUnknown, "request-lost", "The request timed out.", record?.Id);
        var refs = fields is null ? kind.Catalog.Shape.Refs(value) : fields.SelectMany(field => kind.Catalog.Shape.Find(field)!.Refs(value));
        foreach (var pointer in refs)
        {
            if (pointer.IsForeign || kind.System.Find(pointer) is null)
                return Failed(ProblemKind.Rejected, "reference-unknown", $"There is no {pointer} here.", record?.Id);
        }

        return (fields is null || fields.Contains("Name")) && kind.Refuses(value)
            ? Failed(ProblemKind.Rejected, "refused-value", "The name breaks a rule.", record?.Id)
            : null;
    }

    private WriteResult<T> Answer(Mishap mishap, SimRecord<T> record, IReadOnlyList<string> fields)
    {
        record.Unread = kind.Traits.ReturnsStored && mishap == Mishap.None ? null : fields;
        return mishap switch
        {
            Mishap.ResponseLost => Failed(ProblemKind.OutcomeUnknown, "response-lost", "The answer did not arrive.", null),
            Mishap.ErrorAfterStoring => Failed(ProblemKind.OutcomeUnknown, "error-after-storing", "The system answered 500.", null),
            _ => new WriteResult<T>.Written(record.Id, kind.Traits.ReturnsStored ? kind.Show(record) : null),
        };
    }

    private WriteResult<T>.Failed Failed(ProblemKind problem, string code, string message, RemoteId? id)
    {
        worker.World.Tell($"    {kind.System.Name} {kind.Name} {id}: {message}");
        return new WriteResult<T>.Failed(Problem(problem, code, message, id));
    }

    private SyncProblem Problem(ProblemKind problem, string code, string message, RemoteId? id) =>
        new(problem, "model." + code, message) { Connection = kind.System.Name, EntityKind = kind.Name, Id = id };
}
