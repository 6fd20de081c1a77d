using System.Globalization;
using System.Runtime.CompilerServices;
using ErpSync.Simulation.Model;

namespace ErpSync.Simulation.Running;

/// <summary>What an engine may ask a model system. Answers come in pages, late, torn, twice or not at all.</summary>
internal sealed class ReadingPort<T>(SimKind<T> kind, Worker worker) : IKind<T>, IReader<T>, IChangeReader<T>, ILister<T>, IFinder<T>, IKeyFinder<T>, ITokenFinder<T>, INewestId<T>
    where T : class, IEntity
{
    public KindProfile<T> Profile { get; } = new()
    {
        ReadFields = kind.Catalog.ReadFields,
        Normalise = kind.Traits.DeclaresNormalisation ? kind.Normalise : static value => value,
        DateTrust = kind.Traits.HasChanges ? kind.Traits.Silent.Count > 0 ? DateTrust.Partial : DateTrust.Full : DateTrust.None,
        FindBatch = kind.Traits.FindBatch,
        WriteBatch = kind.Traits.WriteBatch,
    };

    public string KeyName => "reference";

    public IAsyncEnumerable<ReadResult<T>> ReadAsync(CancellationToken cancellationToken) =>
        RowsAsync("read", () => [.. Living().Select(record => record.Id)], kind.Traits.PageSize, mayRepeat: true, cancellationToken);

    public Task<string> TakeCursorAsync(CancellationToken cancellationToken) =>
        Task.FromResult(kind.System.Date.UtcTicks.ToString(CultureInfo.InvariantCulture));

    public IAsyncEnumerable<ReadResult<T>> ReadChangedAsync(string cursor, CancellationToken cancellationToken)
    {
        var since = long.Parse(cursor, NumberStyles.None, CultureInfo.InvariantCulture);
        return RowsAsync("changed", () => [.. Living().Where(record => record.ModifiedAt.UtcTicks >= since).Select(record => record.Id)], kind.Traits.PageSize, mayRepeat: true, cancellationToken);
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await worker.BeginAsync(kind.System, kind.Name, "list");
        if (worker.Throws(1))
            throw Unavailable("list");
        var lines = Living().Select(record => new Listed(record.Id, kind.StampOf(record))).ToList();
        var (breaks, ends) = lines.Count > 0 && worker.Throws(1) ? (worker.World.Dice.Chance(500), true) : (false, false);
        // Silence about a record that nobody has linked yet is a lie that nobody can see through; about a linked one it must not be believed.
        if (!breaks && Living().Any(record => !worker.World.Linked.Contains((kind.Name, record.Gid))))
            ends = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (ends && i == lines.Count / 2)
            {
                // A listing that simply ends early lies about being complete; the engine must not believe it blindly.
                if (breaks)
                    throw Unavailable("list, broken off");
                worker.World.Tell($"    the listing ends early, behind {i} of {lines.Count}");
                yield break;
            }

            yield return lines[i];
        }
    }

    public IAsyncEnumerable<ReadResult<T>> FindAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken) =>
        RowsAsync("find", () => [.. ids], 1000, mayRepeat: false, cancellationToken);

    public IAsyncEnumerable<ReadResult<T>> FindByKeyAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        RowsAsync("find-key", () => [.. Living().Where(record => kind.Catalog.Shape.NaturalKeys[0].Of(record.Value) is { } key && keys.Contains(key)).Select(record => record.Id)], 1000, mayRepeat: false, cancellationToken);

    public async Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        await worker.BeginAsync(kind.System, kind.Name, "find-token");
        if (worker.Throws(1))
            throw Unavailable("find-token");
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        foreach (var record in Living().Where(record => record.Token is not null && tokens.Contains(record.Token)))
            found.TryAdd(record.Token!, record.Id);
        return found;
    }

    public async Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken)
    {
        await worker.BeginAsync(kind.System, kind.Name, "newest");
        return worker.Throws(1) ? throw Unavailable("newest") : Living().Select(record => (RemoteId?)record.Id).LastOrDefault();
    }

    public IAsyncEnumerable<ReadResult<T>> ReadNewerThanAsync(RemoteId? id, CancellationToken cancellationToken) =>
        RowsAsync("newer", () => [.. Living().Where(record => id is null || record.Id.CompareTo(id.Value) > 0).Select(record => record.Id)], kind.Traits.PageSize, mayRepeat: false, cancellationToken);

    private IEnumerable<SimRecord<T>> Living() => kind.Records.Where(record => !record.IsDead);

    private async IAsyncEnumerable<ReadResult<T>> RowsAsync(string verb, Func<List<RemoteId>> select, int pageSize, bool mayRepeat, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<RemoteId>? ids = null;
        for (var start = 0; ids is null || start < ids.Count; start += pageSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await worker.BeginAsync(kind.System, kind.Name, verb, ids is null ? null : $"from {start}");
            if (worker.Throws(1))
                throw Unavailable(verb);
            ids ??= select();
            var records = ids.Skip(start).Take(pageSize).Select(kind.Get).OfType<SimRecord<T>>().ToList();
            var rows = records.Select(record => ReadResult<T>.Of(kind.Show(record))).ToList();
            var seen = records.Select(record => new Delivery(worker.Number, worker.Requests, worker.World.Moment, record.ModifiedAt, record.Value)).ToList();
            var before = records.Select(record => (record.Delivery, record.Unread)).ToList();
            worker.End(kind.System, kind.Name, verb);
            if (rows.Count > 0 && worker.Throws(1))
                Spoil(rows);
            var breaks = rows.Count > 1 && worker.Throws(1);
            for (var i = 0; i < rows.Count; i++)
            {
                if (breaks && i == rows.Count / 2)
                {
                    // What comes before the break is thrown away by whoever reads: it counts as not seen.
                    for (var seenBefore = 0; seenBefore < i; seenBefore++)
                        (records[seenBefore].Delivery, records[seenBefore].Unread) = before[seenBefore];
                }

                if (breaks && i == rows.Count / 2)
                    throw Unavailable(verb + ", broken off");
                if (rows[i].Record is not null)
                    (records[i].Delivery, records[i].Unread) = (seen[i], null);
                yield return rows[i];
            }

            // Paging by offset shows a record twice when another one comes in before it.
            if (mayRepeat && rows.Count > 0 && worker.Throws(1))
                yield return rows[^1];
        }
    }

    /// <summary>One row of the page cannot be read; often its id can.</summary>
    private void Spoil(List<ReadResult<T>> rows)
    {
        var at = worker.World.Dice.Next(rows.Count);
        // Before it was seen that two share a key, the one that can be read is the only one: nobody could know better.
        if (rows[at].Record is { Value: Product { Reference: { } reference } } && kind.Records.Count(record => !record.IsDead && record.Value is Product product && product.Reference == reference) > 1 && !IsKnownDouble(rows[at].Record!.Id))
            return;
        RemoteId? id = worker.World.Dice.Chance(700) ? rows[at].Record!.Id : null;
        kind.Get(rows[at].Record!.Id)?.Delivery = null;
        worker.World.Tell($"    {rows[at].Record!.Id} cannot be read ({(id is null ? "without its id" : "with its id")})");
        rows[at] = ReadResult<T>.Bad(Problem(ProblemKind.Unreadable, "unreadable", "The record cannot be read.") with { Id = id });
    }

    private bool IsKnownDouble(RemoteId id) =>
        worker.Store.ReadUnlinkedAsync(Scenario.Pair, kind.Name, null, 1000, CancellationToken.None).Result.Any(red => red.Id == id && red.Side == kind.System.Side && red.Problem.Code == "match.ambiguous");

    private ConnectorException Unavailable(string verb)
    {
        worker.World.Tell($"    {kind.System.Name} does not answer: {kind.Name} {verb}");
        return new ConnectorException(Problem(ProblemKind.Unavailable, "unavailable", "The system did not answer."));
    }

    private SyncProblem Problem(ProblemKind problem, string code, string message) =>
        new(problem, "model." + code, message) { Connection = kind.System.Name, EntityKind = kind.Name };
}
