namespace ErpSync;

/// <content>Which records of one connection take part.</content>
public sealed partial class KindBuilder<T>
{
    private const int LookUps = 100;

    /// <summary>Leaves out records of one connection: those that do not pass are neither matched nor created. What is linked stays linked.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="wanted">True for the records that take part.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> Where(string connection, Func<T, bool> wanted)
    {
        ArgumentException.ThrowIfNullOrEmpty(connection);
        ArgumentNullException.ThrowIfNull(wanted);
        SideFilters.Add((connection, (_, records, _) => Task.FromResult<IReadOnlyList<Remote<T>>>([.. records.Where(record => wanted(record.Value))])));
        return this;
    }

    /// <summary>
    /// Leaves out records of one connection by what they point to, for example invoices by the status of their order. Records whose pointer is null, or whose target is gone, are left
    /// out. The targets are read by their ids, a request per hundred; records that are linked are not asked about.
    /// </summary>
    /// <typeparam name="TTarget">The kind pointed to.</typeparam>
    /// <param name="connection">The connection's name.</param>
    /// <param name="pointer">The pointer, for example <c>x =&gt; x.Order</c>.</param>
    /// <param name="wanted">True for the targets whose records take part.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> Where<TTarget>(string connection, Func<T, Ref?> pointer, Func<TTarget, bool> wanted)
        where TTarget : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return Where<TTarget>(connection, pointer, (_, target) => wanted(target.Value));
    }

    /// <summary>Leaves out records of one connection by themselves and what they point to, with the target's id and date: for example pictures of products that were not saved since.</summary>
    /// <typeparam name="TTarget">The kind pointed to.</typeparam>
    /// <param name="connection">The connection's name.</param>
    /// <param name="pointer">The pointer, for example <c>x =&gt; x.Owner</c>.</param>
    /// <param name="wanted">Given a record and its target, true when the record takes part.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> Where<TTarget>(string connection, Func<T, Ref?> pointer, Func<T, Remote<TTarget>, bool> wanted)
        where TTarget : class, IEntity
    {
        ArgumentException.ThrowIfNullOrEmpty(connection);
        ArgumentNullException.ThrowIfNull(pointer);
        ArgumentNullException.ThrowIfNull(wanted);
        SideFilters.Add((connection, async (connector, records, cancellationToken) =>
        {
            var finder = connector.Get<IFinder<TTarget>>();
            var targets = new Dictionary<RemoteId, Remote<TTarget>>();
            foreach (var ids in records.Select(record => pointer(record.Value)).OfType<Ref>().Where(target => target.Kind == TTarget.Kind).Select(target => target.Id).Distinct().Chunk(LookUps))
            {
                await foreach (var found in finder.FindAsync(ids, cancellationToken))
                {
                    if (found.Record is { } target)
                        targets[target.Id] = target;
                }
            }

            return [.. records.Where(record => pointer(record.Value) is { } target && targets.TryGetValue(target.Id, out var found) && wanted(record.Value, found))];
        }
        ));
        return this;
    }

    /// <summary>
    /// Leaves out records of one connection whose target is not linked in this pair, for example payments of invoices that the other side knows nothing of. Nothing is asked but the store; what is
    /// left out is looked at again in each run. Put before filters that ask the system, it spares them requests.
    /// </summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="pointer">Given the record, the pointer; null for a record that takes part whatever is linked.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> WhereLinked(string connection, Func<Remote<T>, Ref?> pointer)
    {
        ArgumentException.ThrowIfNullOrEmpty(connection);
        ArgumentNullException.ThrowIfNull(pointer);
        LinkedOnly.Add((connection, pointer));
        return this;
    }

    /// <summary>
    /// Leaves out records of one connection up to an id: history that is not wanted. They are not even read again, whatever the filters say. Ids are ordered by number.
    /// What is linked already stays linked.
    /// </summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="last">The last id that is left out.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> StartAfter(string connection, RemoteId last)
    {
        ArgumentException.ThrowIfNullOrEmpty(connection);
        Ranges[connection] = Ranges.GetValueOrDefault(connection) with { After = last };
        return this;
    }

    /// <summary>Leaves out records of one connection above an id: a long first load goes part by part. They are not even read again. What is linked already stays linked.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="last">The last id that takes part.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> EndAt(string connection, RemoteId last)
    {
        ArgumentException.ThrowIfNullOrEmpty(connection);
        Ranges[connection] = Ranges.GetValueOrDefault(connection) with { Last = last };
        return this;
    }

    /// <summary>
    /// Leaves records of one connection out for good once they were seen in a condition, whatever they become later: an order that was cancelled, for example. They are remembered by
    /// their ids and never read again; a person can still send one by hand (<see cref="ISyncSignals.SyncOneAsync"/>). What is linked stays linked.
    /// </summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="final">True for the records that are left out for good.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> StaysOut(string connection, Func<T, bool> final)
    {
        ArgumentException.ThrowIfNullOrEmpty(connection);
        ArgumentNullException.ThrowIfNull(final);
        Finals.Add((connection, final));
        return this;
    }

    /// <summary>
    /// Brings records along that the kind's records need and that are left out, for example the customer of an order by a filter on customers: what waits for them at the end of a run is
    /// carried over once more together with them, whatever leaves them out. Without it such records wait, with that reason.
    /// </summary>
    /// <returns>This builder.</returns>
    public KindBuilder<T> BringAlong()
    {
        BringsAlong = true;
        return this;
    }

    /// <summary>
    /// Leaves the whole kind out where one of the two systems does not have it (a CRM without variants or payments), instead of failing what depends on it. Without it such a pair is told what it
    /// lacks in each run.
    /// </summary>
    /// <returns>This builder.</returns>
    public KindBuilder<T> WhereOffered()
    {
        IsOptional = true;
        return this;
    }

    /// <summary>
    /// Lets a connection mail its customer about changes that are written to it, for example of an order's status. Without it nobody is mailed. Records that were just linked with what
    /// was there before, full runs and creates never mail.
    /// </summary>
    /// <param name="connection">The connection that may mail.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> MailFrom(string connection)
    {
        ArgumentException.ThrowIfNullOrEmpty(connection);
        Mailing.Add(connection);
        return this;
    }
}
