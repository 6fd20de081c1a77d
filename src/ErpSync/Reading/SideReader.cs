namespace ErpSync.Reading;

/// <summary>Reads one side of a kind: what changed, what is new, what is gone. Keeps ids and keys, not bodies.</summary>
internal sealed partial class SideReader<T>(PassContext context, KindPolicy<T> policy, SideContext<T> side, KeyMaker<T> keys, RecordHasher hasher, Scratch scratch, AloneBook<T> alone)
    where T : class, IEntity
{
    private const int PageSize = 500;
    private const int CacheCapacity = 300;
    private const int SweepRequests = 1;

    private readonly IReadOnlyList<Field<T>> _fields = [.. policy.Shape.Fields.Where(field => side.Reads(field.Name))];
    private readonly RefResolver _refs = new(context);
    private readonly LinkBitmap _seen = new();
    private readonly List<Remote<T>> _page = new(PageSize);
    private readonly RestoredRecords<T> _restored = new(context, policy, side, hasher);
    private long _returned;

    public IReadOnlyList<Field<T>> Fields => _fields;

    /// <summary>Tells which unreadable records are not read again yet; null when all are.</summary>
    public Func<RemoteId, bool>? Waits { get; set; }

    /// <summary>Told of each record without a link that takes part, body included; null for nobody.</summary>
    public Action<Remote<T>>? Unlinked { get; set; }

    /// <summary>Which records without a link need not be read.</summary>
    public AloneBook<T> Alone => alone;

    /// <summary>The target of a one-way kind that only tells records per owner is asked for the owners concerned, not read.</summary>
    public bool AsksByOwner => side is { OnlySweeps: true, OwnedFinder: not null } && policy.Source == side.Other;

    private string CursorKey => $"cursor/{T.Kind.Name}/{side.Name}";

    private string SkewKey => SkewKeyOf(side);

    /// <summary>Where the store keeps how wrong a side's clock was when the kind was read last.</summary>
    public static string SkewKeyOf(SideContext<T> side) => $"skew/{T.Kind.Name}/{side.Name}";

    public async Task<SideReading<T>> ReadAsync(CancellationToken cancellationToken)
    {
        var reading = new SideReading<T>(CacheCapacity, hasher, scratch);
        var cursor = context.Full ? null : await context.Store.GetTextAsync(context.Pair, CursorKey, cancellationToken);
        var noted = await context.Store.GetTextAsync(context.Pair, SkewKey, cancellationToken);
        await _restored.OpenAsync(reading.Watch, noted, cancellationToken);
        await alone.OpenAsync(cancellationToken);
        if (cursor is not null && context.Skews.TryGetValue(side.Side, out var skew) && skew.WasPutBackSince(noted))
            cursor = null;
        if (context.Only is { } only)
        {
            await RecheckAsync(reading, only.GetValueOrDefault((T.Kind, side.Side)) ?? [], cancellationToken);
            return reading;
        }

        if (side.Changes is not null)
            reading.Cursor = await side.Changes.TakeCursorAsync(cancellationToken);
        else if (side.Lister is not null)
            reading.Cursor = "listed";
        else if (side.OnlySweeps)
            reading.Cursor = "swept";
        if (AsksByOwner)
            await SweepAsync(reading, [], cancellationToken);
        else if (cursor is null || !await TryReadChangesAsync(reading, cursor, cancellationToken))
            await ReadAllAsync(reading, cancellationToken);
        return reading;
    }

    public void KeepCursor(SideReading<T> reading, StoreChanges changes)
    {
        // A record that could not be read and did not tell its id must be met again.
        if (reading.Unreadable.Any(problem => problem.Id is null))
            return;
        if (reading.Cursor is not null)
            changes.Texts.Add((context.Pair, CursorKey, reading.Cursor));
        if (reading.Cursor is not null)
            changes.Texts.Add((context.Pair, SkewKey, context.Skews.TryGetValue(side.Side, out var skew) ? skew.Note() : null));
        _restored.Keep(reading, changes);
        reading.Sweep?.AddTo(changes);
    }

    private async Task ReadAllAsync(SideReading<T> reading, CancellationToken cancellationToken)
    {
        if (side.Reader is null)
            side.Connector.Get<IReader<T>>();
        reading.WasFull = true;
        await foreach (var result in side.Reader!.ReadAsync(cancellationToken))
            await TakeAsync(reading, result, cancellationToken);
        await FlushAsync(reading, cancellationToken);
        await FindGoneAsync(reading, cancellationToken);
    }

    private async Task<bool> TryReadChangesAsync(SideReading<T> reading, string cursor, CancellationToken cancellationToken)
    {
        if (side.Finder is null || (side.Lister is null && !side.OnlySweeps))
            return false;
        var read = new HashSet<RemoteId>();
        if (side.Changes is not null)
        {
            try
            {
                await foreach (var result in side.Changes.ReadChangedAsync(cursor, cancellationToken))
                {
                    if (result.Record is { } record && !read.Add(record.Id))
                        continue;
                    await TakeAsync(reading, result, cancellationToken);
                }
            }
            catch (ConnectorException exception) when (exception.Problem.Kind == ProblemKind.Misconfigured)
            {
                return false;
            }

            await FlushAsync(reading, cancellationToken);
        }

        var recheck = side.Lister is null ? [] : await ListAsync(side.Lister, reading, read, cancellationToken);
        recheck.ExceptWith(read);
        await SweepAsync(reading, recheck, cancellationToken);
        if (side.Lister is not null)
            await FindGoneAsync(reading, cancellationToken);
        return true;
    }

    /// <summary>Asks the owners of the other side's unlinked records for theirs.</summary>
    /// <param name="reading">This side's reading, to add to.</param>
    /// <param name="owners">The owners at this side.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task ReadOwnedAsync(SideReading<T> reading, IReadOnlyCollection<Ref> owners, CancellationToken cancellationToken)
    {
        if (!AsksByOwner || owners.Count == 0)
            return;
        await foreach (var result in side.OwnedFinder!.FindByOwnersAsync(owners, cancellationToken))
            await TakeAsync(reading, result, cancellationToken);
        await FlushAsync(reading, cancellationToken);
    }

    /// <summary>Lets the sweep name more records, then reads all that were named.</summary>
    private async Task SweepAsync(SideReading<T> reading, HashSet<RemoteId> recheck, CancellationToken cancellationToken)
    {
        if (side.Sweeper is not null)
        {
            reading.Sweep = new SweepMemory(context.Store, context.Pair, $"sweep/{T.Kind.Name}/{side.Name}/");
            recheck.UnionWith(await side.Sweeper.SweepAsync(reading.Sweep, SweepRequests, cancellationToken));
        }

        await RecheckAsync(reading, recheck, cancellationToken);
    }

    private async Task RecheckAsync(SideReading<T> reading, HashSet<RemoteId> recheck, CancellationToken cancellationToken)
    {
        foreach (var ids in recheck.Chunk(side.Profile.FindBatch))
        {
            var missing = ids.ToHashSet();
            await foreach (var result in side.Finder!.FindAsync(ids, cancellationToken))
            {
                if ((result.Record?.Id ?? result.Problem?.Id) is { } id)
                    missing.Remove(id);
                await TakeAsync(reading, result, cancellationToken);
            }

            foreach (var link in missing.Count == 0 ? [] : await context.Store.FindLinksAsync(context.Pair, T.Kind, side.Side, missing, cancellationToken))
                reading.Dirty.Add(link.Number);
        }

        await FlushAsync(reading, cancellationToken);
    }

    /// <summary>Goes through the complete listing; names the records that must be read because they are new or their stamp moved.</summary>
    private async Task<HashSet<RemoteId>> ListAsync(ILister<T> lister, SideReading<T> reading, HashSet<RemoteId> alreadyRead, CancellationToken cancellationToken)
    {
        await LoadLeftOutAsync(cancellationToken);
        var recheck = new HashSet<RemoteId>();
        var page = new Dictionary<RemoteId, string?>(PageSize);
        try
        {
            await foreach (var listed in lister.ListAsync(cancellationToken))
            {
                page[listed.Id] = listed.Stamp;
                reading.Watch.See(listed.Id);
                if (page.Count >= PageSize)
                    await ComparePageAsync();
            }
        }
        catch (ConnectorException exception) when (exception.Problem.Kind == ProblemKind.Unreadable)
        {
            // One row that cannot be listed stops nobody else; as it may be any, nothing counts as deleted.
            reading.Unreadable.Add(exception.Problem with { Connection = side.Name, EntityKind = T.Kind, Id = null });
        }

        await ComparePageAsync();
        return recheck;

        async Task ComparePageAsync()
        {
            if (page.Count == 0)
                return;
            foreach (var link in await context.Store.FindLinksAsync(context.Pair, T.Kind, side.Side, page.Keys, cancellationToken))
            {
                var end = link.End(side.Side);
                See(link);
                page.Remove(end.Id, out var stamp);
                var moved = (end.Fingerprint.IsEmpty && Waits?.Invoke(end.Id) != true) || WasDeleted(link) || (stamp is not null && !string.Equals(stamp, end.Stamp, StringComparison.Ordinal));
                if (moved && !alreadyRead.Contains(end.Id))
                    recheck.Add(end.Id);
                else if (!moved && !alreadyRead.Contains(end.Id))
                    reading.Watch.Keep(end.Id);
            }

            foreach (var id in page.Keys.Where(id => alreadyRead.Contains(id) || IsOutOfRange(id) || _leftOut?.Contains(id) == true).ToList())
                page.Remove(id);
            foreach (var id in await alone.SkipAsync(page, cancellationToken))
                page.Remove(id);
            recheck.UnionWith(page.Keys);
            page.Clear();
        }
    }

    private async Task TakeAsync(SideReading<T> reading, ReadResult<T> result, CancellationToken cancellationToken)
    {
        reading.Examined++;
        if (result.Problem is { } problem)
            reading.Unreadable.Add(problem with { Connection = side.Name, EntityKind = T.Kind });
        if (result.Record is not { } record)
            return;
        _page.Add(record);
        if (_page.Count >= PageSize)
            await FlushAsync(reading, cancellationToken);
    }

    private async Task FlushAsync(SideReading<T> reading, CancellationToken cancellationToken)
    {
        if (_page.Count == 0)
            return;
        context.Progress?.Report(new SyncProgress(T.Kind, SyncPhase.Reading, reading.Examined, null));
        var links = await context.Store.FindLinksAsync(context.Pair, T.Kind, side.Side, [.. _page.Select(record => record.Id).Distinct()], cancellationToken);
        var byId = links.ToDictionary(link => link.End(side.Side).Id);
        var unlinked = new List<Remote<T>>();
        foreach (var record in _page)
        {
            reading.Watch.See(record.Id);
            if (!byId.TryGetValue(record.Id, out var link))
            {
                unlinked.Add(record);
                continue;
            }

            See(link);
            var end = link.End(side.Side);
            if (!hasher.HasFingerprint(_fields, policy.Shape.Version, record.Value, end.Fingerprint.Span)
                || !string.Equals(record.Stamp, end.Stamp, StringComparison.Ordinal)
                || WasDeleted(link)
                || context.Only is not null)
            {
                reading.Dirty.Add(link.Number);
                reading.Bodies.Add(record);
                _restored.Examine(reading.Watch, record, link, WasDeleted(link));
            }
            else
            {
                reading.Watch.Keep(record.Id);
            }

            if (reading.WasFull && keys.PrimaryKey(record.Value) is { } key)
                reading.LinkedKeys.Add(key);
        }

        _page.Clear();
        await AddCandidatesAsync(reading, unlinked, cancellationToken);
    }

    private void See(Link link)
    {
        if (link.GoneAt == side.Side && !_seen.Contains(link.Number))
            _returned++;
        _seen.Add(link.Number);
    }

    /// <summary>True when the record was thought deleted; now that it is there again it is looked at afresh.</summary>
    private bool WasDeleted(Link link) => link.GoneAt == side.Side || link.Open.Any(open => open.Reason == (side.Side == Side.First ? OpenReason.DeletedAtFirst : OpenReason.DeletedAtSecond));

    /// <summary>The owner in the first side's ids, foreign when it has no link.</summary>
    private Ref? InFirst(Ref? owner, IRefTranslator translator)
    {
        if (owner is not { } pointer)
            return null;
        var translated = translator.Translate(pointer);
        return side.Side == Side.Second || translated.IsForeign ? translated : pointer;
    }
}
