using System.Runtime.CompilerServices;
using ErpSync.Simulation.Model;
using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Planted;

/// <summary>Writes answer with what was sent instead of what was stored.</summary>
internal sealed class SentAsBaseFault(string name) : PlantedFault(name)
{
    public override void Decorate<T>(Connector connector, SimKind<T> kind, Worker worker)
    {
        Decorators.Updates<T>(connector, static revision => revision, (revision, result) => result is WriteResult<T>.Written && kind.Get(revision.Current.Id) is { } record
            ? new WriteResult<T>.Written(record.Id, kind.Show(record) with { Value = Sent(kind, record.Value, revision.Wanted, revision.Fields) })
            : result);
        Decorators.Creates<T>(connector, (creation, result) => result is WriteResult<T>.Written written && kind.Get(written.Id) is { } record
            ? new WriteResult<T>.Written(record.Id, kind.Show(record) with { Value = Sent(kind, record.Value, creation.Value, [.. kind.Catalog.ReadFields]) })
            : result);
    }

    internal static T Sent<T>(SimKind<T> kind, T stored, T wanted, IReadOnlyList<string> fields)
        where T : class, IEntity => fields.Aggregate(stored, (value, field) => kind.Catalog.Shape.Find(field)!.Replace(value, wanted));
}

/// <summary>A failed update counts as done.</summary>
internal sealed class FailedAsDoneFault(string name) : PlantedFault(name)
{
    public override void Decorate<T>(Connector connector, SimKind<T> kind, Worker worker) =>
        Decorators.Updates<T>(connector, static revision => revision, (revision, result) => result is WriteResult<T>.Failed && kind.Get(revision.Current.Id) is { } record
            ? new WriteResult<T>.Written(record.Id, kind.Show(record) with { Value = SentAsBaseFault.Sent(kind, record.Value, kind.Normalise(revision.Wanted), revision.Fields) })
            : result);
}

/// <summary>An update sends every field instead of those that changed, or without the version that it is based on.</summary>
internal sealed class RevisionFault(string name, bool sendsAll) : PlantedFault(name)
{
    public override void Decorate<T>(Connector connector, SimKind<T> kind, Worker worker) => Decorators.Updates<T>(
        connector,
        revision => sendsAll ? revision with { Fields = [.. kind.Catalog.ReadFields] } : revision with { Current = revision.Current with { Native = null } },
        static (_, result) => result);
}

/// <summary>A create without an answer is sent again, or counts as not carried out.</summary>
internal sealed class CreateFault(string name, bool repeats) : PlantedFault(name)
{
    public override void Decorate<T>(Connector connector, SimKind<T> kind, Worker worker)
    {
        if (connector.Find<ICreator<T>>() is not { } creator)
            return;
        connector.With<ICreator<T>>(new CreatorBy<T>(async batch =>
        {
            var results = (await creator.CreateAsync(batch, CancellationToken.None)).ToArray();
            for (var i = 0; i < results.Length; i++)
            {
                if (results[i] is not WriteResult<T>.Failed { Problem.Kind: ProblemKind.OutcomeUnknown } failed)
                    continue;
                results[i] = repeats
                    ? (await creator.CreateAsync([batch[i]], CancellationToken.None))[0]
                    : new WriteResult<T>.Failed(failed.Problem with { Kind = ProblemKind.Unavailable });
            }

            return results;
        }));
    }
}

/// <summary>No token is ever found.</summary>
internal sealed class SilentTokensFault(string name) : PlantedFault(name)
{
    public override void Decorate<T>(Connector connector, SimKind<T> kind, Worker worker)
    {
        if (connector.Find<ITokenFinder<T>>() is not null)
            connector.With<ITokenFinder<T>>(new TokensBy<T>(static _ => Task.FromResult<IReadOnlyDictionary<string, RemoteId>>(new Dictionary<string, RemoteId>())));
    }
}

/// <summary>The guard read is answered from what was read earlier in the run.</summary>
internal sealed class OldGuardFault(string name) : PlantedFault(name)
{
    public override void Decorate<T>(Connector connector, SimKind<T> kind, Worker worker)
    {
        var known = new Dictionary<RemoteId, Remote<T>>();
        var lister = connector.Find<ILister<T>>()!;
        connector.With<ILister<T>>(new ListerBy<T>(() =>
        {
            known.Clear();
            return lister.ListAsync(CancellationToken.None);
        }));
        Decorators.EachRow<T>(connector, row =>
        {
            if (row.Record is { } record)
                known[record.Id] = record;
            return row;
        });
        var finder = connector.Find<IFinder<T>>()!;
        connector.With<IFinder<T>>(new FinderBy<T>(ids => FindAsync(ids, known, finder, kind)));
        Decorators.Updates<T>(connector, static revision => revision, (revision, result) =>
        {
            known.Remove(revision.Current.Id);
            return result;
        });
    }

    private static async IAsyncEnumerable<ReadResult<T>> FindAsync<T>(IReadOnlyCollection<RemoteId> ids, Dictionary<RemoteId, Remote<T>> known, IFinder<T> finder, SimKind<T> kind, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IEntity
    {
        foreach (var id in ids.Where(known.ContainsKey).ToList())
            yield return ReadResult<T>.Of(known[id] with { Native = kind.Get(id)?.Version });
        var rest = ids.Where(id => !known.ContainsKey(id)).ToList();
        if (rest.Count == 0)
            yield break;
        await foreach (var row in finder.FindAsync(rest, cancellationToken))
            yield return row;
    }
}

/// <summary>A listing that breaks off counts as complete, and what it did not name is not looked for.</summary>
internal sealed class BrokenListingFault(string name) : PlantedFault(name)
{
    public override void Decorate<T>(Connector connector, SimKind<T> kind, Worker worker)
    {
        var hidden = new HashSet<RemoteId>();
        var lister = connector.Find<ILister<T>>()!;
        connector.With<ILister<T>>(new ListerBy<T>(() => ListAsync(lister, kind, hidden)));
        Decorators.EachRow<T>(connector, row => row.Record is { } record && hidden.Contains(record.Id) ? null : row);
    }

    private static async IAsyncEnumerable<Listed> ListAsync<T>(ILister<T> lister, SimKind<T> kind, HashSet<RemoteId> hidden, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IEntity
    {
        hidden.Clear();
        var named = new HashSet<RemoteId>();
        var lines = lister.ListAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (lines)
        {
            while (true)
            {
                try
                {
                    if (!await lines.MoveNextAsync())
                        break;
                }
                catch (ConnectorException)
                {
                    break;
                }

                named.Add(lines.Current.Id);
                yield return lines.Current;
            }
        }

        hidden.UnionWith(kind.Records.Where(record => !record.IsDead && !named.Contains(record.Id)).Select(record => record.Id));
    }
}

/// <summary>Changes single rows.</summary>
internal abstract class RowFault(string name) : PlantedFault(name)
{
    public override void Decorate<T>(Connector connector, SimKind<T> kind, Worker worker) => Decorators.EachRow<T>(connector, row => Change(row, kind, worker));

    protected abstract ReadResult<T>? Change<T>(ReadResult<T> row, SimKind<T> kind, Worker worker)
        where T : class, IEntity;
}

/// <summary>A row that cannot be read is left out.</summary>
internal sealed class UnreadableAsGoneFault(string name) : RowFault(name)
{
    protected override ReadResult<T>? Change<T>(ReadResult<T> row, SimKind<T> kind, Worker worker) => row.Record is null ? null : row;
}

/// <summary>A quantity that cannot be read counts as zero.</summary>
internal sealed class UnreadableAsZeroFault(string name) : RowFault(name)
{
    protected override ReadResult<T>? Change<T>(ReadResult<T> row, SimKind<T> kind, Worker worker) =>
        row.Problem?.Id is { } id && kind.Get(id) is { Value: StockLevel level } record
            ? ReadResult<T>.Of(kind.Show(record) with { Value = (T)(object)(level with { Quantity = 0 }) })
            : row;
}

/// <summary>Dates are told by the other system's clock.</summary>
internal sealed class WrongClockFault(string name) : RowFault(name)
{
    protected override ReadResult<T>? Change<T>(ReadResult<T> row, SimKind<T> kind, Worker worker) => row.Record is { } record
        ? ReadResult<T>.Of(record with { ModifiedAt = record.ModifiedAt - kind.System.Offset + worker.World.Other(kind.System).Offset })
        : row;
}

/// <summary>Of several rows with one key only the first is seen.</summary>
internal sealed class DroppedTwinsFault(string name) : RowFault(name)
{
    protected override ReadResult<T>? Change<T>(ReadResult<T> row, SimKind<T> kind, Worker worker) =>
        row.Record is { Value: Product { Reference: { } reference } } record
        && kind.Records.Any(other => !other.IsDead && other.Id.CompareTo(record.Id) < 0 && other.Value is Product product && product.Reference == reference)
            ? null
            : row;
}

/// <summary>The cursor is taken when everything was read, or kept before anything was.</summary>
internal sealed class CursorFault(string name, bool isEarly) : PlantedFault(name)
{
    private const string Late = "late";

    public override void Decorate<T>(Connector connector, SimKind<T> kind, Worker worker)
    {
        if (connector.Find<IChangeReader<T>>() is not { } reader)
            return;
        connector.With<IChangeReader<T>>(new ChangesBy<T>(
            async () =>
            {
                if (!isEarly)
                    return Late + kind.System.Name;
                var cursor = await reader.TakeCursorAsync(CancellationToken.None);
                var changes = new StoreChanges();
                changes.Texts.Add((Scenario.Pair, $"cursor/{kind.Name.Name}/{kind.System.Name}", cursor));
                await worker.Store.CommitAsync(changes, CancellationToken.None);
                return cursor;
            },
            cursor => reader.ReadChangedAsync(cursor, CancellationToken.None)));
    }

    public override object? Store(StoreCall call)
    {
        for (var i = 0; i < (call.Changes?.Texts.Count ?? 0); i++)
        {
            if (call.Changes!.Texts[i] is { Text: { } text } entry && text.StartsWith(Late, StringComparison.Ordinal))
            {
                var system = text[Late.Length..] == "shop" ? call.Worker.World.Shop : call.Worker.World.Erp;
                call.Changes.Texts[i] = entry with { Text = $"{system.Date.UtcTicks}" };
            }
        }

        return call.Proceed();
    }
}
