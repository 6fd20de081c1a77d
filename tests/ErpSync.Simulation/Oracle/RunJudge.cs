using ErpSync.Reading;
using ErpSync.Simulation.Model;
using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Oracle;

/// <summary>Judges the store after a run that came to its end: links, reasons and the journal must fit what happened.</summary>
internal sealed class RunJudge(World world, ISyncStore store)
{
    private readonly Dictionary<long, (EntityKind Kind, RemoteId First, RemoteId Second)> _links = [];

    private readonly HashSet<int> _writtenLevels = [];

    public async Task JudgeAsync(Worker worker, long run)
    {
        await JournalAsync(worker, run);
        _writtenLevels.UnionWith(worker.Writes.Where(write => write.Kind == EntityKind.StockLevel).Select(write => write.Gid));
        Brake(worker);
        worker.Writes.Clear();
        world.Linked.Clear();
        world.Noted.Clear();
        var seen = new HashSet<long>();
        foreach (var kind in world.First.Kinds)
        {
            foreach (var link in await LinksAsync(kind.Name))
            {
                seen.Add(link.Number);
                if (Link(kind, world.Second.Kind(kind.Name), link))
                    await BirthAsync(link);
            }
        }

        foreach (var (number, link) in _links.Where(link => !seen.Contains(link.Key)).ToList())
        {
            _links.Remove(number);
            if (world.First.Kind(link.Kind).Find(link.First) is { IsDead: false } first && world.Second.Kind(link.Kind).Find(link.Second) is { IsDead: false } second)
                world.Violate("unlinked", $"{first} and {second} were both there and lost their link");
        }
    }

    /// <summary>All of a kind with more than two are never deleted in one run without a person's word.</summary>
    private void Brake(Worker worker)
    {
        if (!world.Habits.HasBrake || world.IsConfirmed || worker.Keeps is not null)
            return;
        foreach (var group in worker.Writes.Where(write => write.IsDelete).GroupBy(write => (write.Kind, write.Side)))
        {
            // What a user deleted there meanwhile was left alive by the engine.
            var kind = world[group.Key.Side].Kind(group.Key.Kind);
            if (group.Count() > 2 && !kind.Alive.Any() && !kind.Everything.Any(record => record.DeletedByUser && record.DiedAt >= worker.Began))
                world.Violate("brake", $"all {group.Count()} {group.Key.Kind} records of {world[group.Key.Side].Name} were deleted at once, and nobody was asked");
        }
    }

    /// <summary>An engine died or was stopped: what it wrote and did not record is a foreign edit to whoever comes next.</summary>
    public void Abandon(Worker worker)
    {
        foreach (var write in worker.Writes)
            Taint(write);
        MetBefore(worker);
        world.Doubts.UnionWith(world.First.Kinds.Select(kind => kind.Name));
        worker.Writes.Clear();
        if (store.GetTextAsync(Scenario.Pair, $"ahead/{EntityKind.StockLevel.Name}", CancellationToken.None).Result is not { } notes)
            return;
        using var json = System.Text.Json.JsonDocument.Parse(notes);
        foreach (var row in json.RootElement.EnumerateArray())
        {
            foreach (var (side, id, fields) in new[] { (Side.First, row[1], row[3]), (Side.Second, row[2], row[4]) })
            {
                foreach (var field in fields.EnumerateArray())
                    world.Noted[(side, new RemoteId(id.GetString()!))] = decimal.Parse(field[2].ToString(), System.Globalization.CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>An engine hangs, and another one takes over: what the first one wrote and did not record is a foreign edit to the other.</summary>
    public async Task SuspendAsync(Worker worker)
    {
        var recorded = new HashSet<(EntityKind Kind, Side Side, RemoteId Id, string? Field, string? Before)>();
        await foreach (var entry in store.ReadJournalAsync(new JournalQuery(Scenario.Pair), CancellationToken.None))
            recorded.Add((entry.Kind, entry.Side, entry.Id, entry.Field, entry.OldValue));

        foreach (var write in worker.Writes.Where(write => !write.IsCreate && write.Kind != EntityKind.StockLevel && !recorded.Contains((write.Kind, write.Side, write.Id, write.Field, write.Before))))
            Taint(write);
    }

    public async Task<IReadOnlyList<Link>> LinksAsync(EntityKind kind) =>
        await store.ReadLinksAsync(Scenario.Pair, kind, 0, 1000, openOnly: false, CancellationToken.None);

    /// <summary>However a link came about, the journal tells.</summary>
    private async Task BirthAsync(Link link)
    {
        await foreach (var entry in store.ReadJournalAsync(new JournalQuery(Scenario.Pair) { Kind = link.Kind }, CancellationToken.None))
        {
            if (entry.Action is JournalAction.Created or JournalAction.Linked or JournalAction.Adopted
                && (entry.Id == link.End(entry.Side).Id || entry.NewValue?.Contains($"\"{link.Second.Id.Value}\"", StringComparison.Ordinal) == true))
            {
                return;
            }
        }

        world.Violate("journal", $"{link.Kind} {link.First.Id} and {link.Second.Id} are linked, and the journal does not tell");
    }

    /// <returns>True when the link is new.</returns>
    private bool Link(SimKind firsts, SimKind seconds, Link link)
    {
        var isNew = _links.TryAdd(link.Number, (firsts.Name, link.First.Id, link.Second.Id));
        var first = firsts.Find(link.First.Id);
        var second = seconds.Find(link.Second.Id);
        if (first is null || second is null || first.Gid != second.Gid)
        {
            world.Violate("wrong link", $"{firsts.Name} {link.First.Id} ({first?.Gid}) and {link.Second.Id} ({second?.Gid}) are linked");
            return isNew;
        }

        first.WasLinked = second.WasLinked = true;
        if (world.Tells && (isNew || link.Open.Count > 0))
            world.Tell($"  link {firsts.Name} {link.First.Id}/{link.Second.Id}{(isNew ? " is new" : "")}: {string.Join(", ", link.Open.Select(open => $"{open.Field} {open.Reason}"))}");
        foreach (var (side, record, reason) in new[] { (Side.First, first, OpenReason.DeletedAtFirst), (Side.Second, second, OpenReason.DeletedAtSecond) })
        {
            var edited = side == Side.First ? OpenReason.DeletedAtFirstEditedAtSecond : OpenReason.DeletedAtSecondEditedAtFirst;
            if (!record.IsDead && (link.GoneAt == side || link.Open.Any(open => open.Reason == reason || open.Reason == edited)))
                world.Violate("thought deleted", $"{record} at {world[side].Name} is there and counts as deleted");
        }

        if (first.IsDead || second.IsDead)
            return isNew;
        world.Linked.Add((firsts.Name, first.Gid));
        if (isNew && link.Open.Count == 0)
            world.LostCreates.Remove((firsts.Name, first.Gid));
        if (isNew && first is SimRecord<StockLevel> one && second is SimRecord<StockLevel> other && !_writtenLevels.Contains(first.Gid))
            Met(one, other);
        if (!link.Open.Any(open => open.Field is "Categories" or "*"))
            world.Agreed.Add((firsts.Name, first.Gid, "Categories"));
        var (ones, others) = (first.Edits, second.Edits);
        foreach (var field in firsts.Atoms.Select(atom => atom.Field).Distinct().Where(field => !link.Open.Any(open => open.Field == field || open.Field == "*")))
        {
            world.Agreed.Add((firsts.Name, first.Gid, field));
            if (Enumerable.Range(0, ones.Length).All(i => firsts.Atoms[i].Field != field || ones[i] == others[i]) && world.Tainted.GetValueOrDefault((firsts.Name, first.Gid, field)) != BaseOf(link, field))
                world.Tainted.Remove((firsts.Name, first.Gid, field));
        }

        return isNew;
    }

    /// <summary>Levels that a dead engine linked without a write, and recorded before it died: whoever comes next may write them at once.</summary>
    private void MetBefore(Worker worker)
    {
        foreach (var link in LinksAsync(EntityKind.StockLevel).Result.Where(link => !_links.ContainsKey(link.Number)))
        {
            if (world.First.Levels.Find(link.First.Id) is SimRecord<StockLevel> { IsDead: false } one && world.Second.Levels.Find(link.Second.Id) is SimRecord<StockLevel> { IsDead: false } other
                && !_writtenLevels.Contains(one.Gid) && !worker.Writes.Exists(write => write.Kind == EntityKind.StockLevel && write.Gid == one.Gid))
                Met(one, other);
        }
    }

    /// <summary>Two levels that were linked without a write were equal when they met, perhaps by chance after movements on both sides: from there on every movement counts.</summary>
    private void Met(SimRecord<StockLevel> one, SimRecord<StockLevel> other)
    {
        if (one.Delivery is { Content: StockLevel seen } here && other.Delivery is { Content: StockLevel otherSeen } there && seen.Quantity == otherSeen.Quantity)
            world.Stock.Set(one.Gid, seen.Quantity + world.Stock.MovedSince(one.Gid, Side.First, here.Moment) + world.Stock.MovedSince(one.Gid, Side.Second, there.Moment));
        else
            world.Stock.Unknown.Add(one.Gid);
    }

    /// <summary>What a link remembers of a field of both sides, to see whether it was recorded again. The memory of other fields tells nothing: a record that is found half-written has some of them recorded and others not, because a system that changes what it is sent leaves open whether they arrived.</summary>
    private string BaseOf(Link? link, string field)
    {
        if (link is null)
            return "";
        var version = world.First.Kind(link.Kind).ShapeVersion;
        return string.Join('/', new[] { link.First, link.Second }.Select(end => FieldBases.Read(end.Base, version).TryGet(field, out var hash, out var merge) ? $"{hash} {merge}" : "-"));
    }

    /// <summary>Every write of the run is in the journal, with the value before and after.</summary>
    private async Task JournalAsync(Worker worker, long run)
    {
        var entries = new List<JournalEntry>();
        if (worker.Writes.Count > 0)
        {
            await foreach (var entry in store.ReadJournalAsync(new JournalQuery(Scenario.Pair) { Run = run }, CancellationToken.None))
                entries.Add(entry);
        }

        foreach (var write in worker.Writes)
        {
            if (write.IsDoubtful || world[write.Side].Kind(write.Kind).Find(write.Id)?.Unread is not null)
                Taint(write);
            if (write.IsDoubtful)
                continue;

            if (write.IsCreate)
                continue;
            if (write.IsDelete)
            {
                if (!entries.Exists(entry => entry.Kind == write.Kind && entry.Side == write.Side && entry.Id == write.Id && entry.Action == JournalAction.Deleted))
                    world.Violate("journal", $"run {run} deleted {write.Kind} {write.Id} at {world[write.Side].Name}, and the journal does not tell");
                continue;
            }

            var fits = entries.Exists(entry => entry.Kind == write.Kind && entry.Side == write.Side && entry.Id == write.Id && entry.Field == write.Field
                && (write.IsBlind || (entry.OldValue == write.Before && (write.IsReadBack || WasEditedBetweenSteps(write) || entry.NewValue == write.After))));
            if (!fits && Stands(write))
                world.Violate("journal", $"run {run} wrote {write.Kind} {write.Id} {write.Field} at {world[write.Side].Name} ({write.Before} -> {write.After}), and the journal does not tell");
        }
    }

    /// <summary>Who writes in two steps answers after the second one: an edit that fell between them is in the answer, and in the journal.</summary>
    private bool WasEditedBetweenSteps(EngineWrite write) => world[write.Side].Kind(write.Kind).Traits.WritesInTwoSteps && world.Unread.Contains((write.Kind, write.Gid, write.Field));

    /// <summary>A read-back that shows a later edit, or a record that was deleted since, is another story.</summary>
    private bool Stands(EngineWrite write)
    {
        var record = world[write.Side].Kind(write.Kind).Find(write.Id);
        return record is { IsDead: false };
    }

    private void Taint(EngineWrite write)
    {
        world.Doubts.Add(write.Kind);
        if (write.IsDelete)
            return;
        if (write.IsCreate)
            world.LoseCreate(write.Kind, write.Gid);
        else
            world.Tainted[(write.Kind, write.Gid, write.Field)] = BaseOf(store.FindLinksAsync(Scenario.Pair, write.Kind, write.Side, [write.Id], CancellationToken.None).Result.FirstOrDefault(), write.Field);
    }
}
