using ErpSync.Simulation.Model;
using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Oracle;

/// <summary>Judges the world at rest: everything has arrived, or stands open with a reason that is true.</summary>
internal sealed class FinalJudge(World world, ISyncStore store)
{
    private readonly List<ParkedRecord> _parked = [];
    private readonly Dictionary<(EntityKind Kind, Side Side, RemoteId Id), Unlinked> _red = [];

    public async Task JudgeAsync()
    {
        await foreach (var parked in store.ReadParkedAsync(Scenario.Pair, null, CancellationToken.None))
            _parked.Add(parked);
        foreach (var kind in world.First.Kinds)
        {
            foreach (var red in await store.ReadUnlinkedAsync(Scenario.Pair, kind.Name, null, 1000, CancellationToken.None))
                _red[(red.Kind, red.Side, red.Id)] = red;
            var links = await store.ReadLinksAsync(Scenario.Pair, kind.Name, 0, 1000, openOnly: false, CancellationToken.None);
            Kind(kind, world.Second.Kind(kind.Name), links);
        }

        foreach (var edit in world.Ledger.Leaves())
            Leaf(edit);
        await DeletesAsync();
    }

    /// <summary>A deletion without an answer is told by the journal once it was looked up.</summary>
    private async Task DeletesAsync()
    {
        foreach (var (kind, side, id) in world.DoubtfulDeletes)
        {
            var told = false;
            await foreach (var entry in store.ReadJournalAsync(new JournalQuery(Scenario.Pair) { Kind = kind }, CancellationToken.None))
                told |= entry.Side == side && entry.Id == id && entry.Action == JournalAction.Deleted;
            if (!told)
                world.Violate("journal", $"{kind} {id} was deleted at {world[side].Name}, and the journal does not tell");
        }
    }

    private void Kind(SimKind firsts, SimKind seconds, IReadOnlyList<Link> links)
    {
        var gids = firsts.Alive.Concat(seconds.Alive).Select(record => record.Gid).Distinct().ToList();
        foreach (var gid in gids)
        {
            var one = firsts.AliveWith(gid);
            var other = seconds.AliveWith(gid);
            if (one is null || other is null)
            {
                Alone((one ?? other)!, one is null ? firsts : seconds, links);
                continue;
            }

            if (links.FirstOrDefault(link => link.First.Id == one.Id && link.Second.Id == other.Id) is { } link)
                Pair(one, other, link);
            else if (!HasReason(one) && !HasReason(other))
                world.Violate("not linked", $"{one} and {other} are the same and not linked, and nothing says why ({Why(one)}, {Why(other)})");
        }
    }

    private void Pair(SimRecord one, SimRecord other, Link link)
    {
        var kind = one.Kind;
        var (ones, others) = (one.Edits, other.Edits);
        foreach (var open in link.Open)
        {
            if (Doubt(one, other, open) is { } doubt)
                world.Violate("false reason", $"{kind.Name} {one.Id}/{other.Id} {open.Field} is open ({open.Reason}), but {doubt}");
            if (open.Reason is OpenReason.Conflict)
                world.Statistics.Conflicts++;
        }

        for (var i = 0; i < ones.Length; i++)
        {
            // What one side of a first meeting did not have at all is not taken away from the other.
            var isMissing = (ones[i] == 0 || others[i] == 0) && (world.Twins.Contains(one.Gid) || world.Reborn.Contains(one.Gid) || world.EverLost.Contains((kind.Name, one.Gid)));
            if (ones[i] != others[i] && !isMissing && !IsOpen(link, kind.Atoms[i].Field) && !world.Unread.Contains((kind.Name, one.Gid, kind.Atoms[i].Field)))
                world.Violate("not converged", $"{kind.Name} {one.Id}/{other.Id} {kind.Atoms[i].Name}: edit {ones[i]} at {world.First.Name}, {others[i]} at {world.Second.Name}");
        }

        if (one is SimRecord<Category> { Value.Parent: var parent } && other is SimRecord<Category> { Value.Parent: var otherParent } && Gid(world.First, parent) != Gid(world.Second, otherParent) && !IsOpen(link, "Parent"))
            world.Violate("not converged", $"{one} hangs under {parent} here and {otherParent} there");
        if (one is SimRecord<Product> product && other is SimRecord<Product> otherProduct)
            Memberships(product, otherProduct, link);
        if (one is SimRecord<StockLevel> level && other is SimRecord<StockLevel> otherLevel && !IsOpen(link, "Quantity"))
            Stock(level, otherLevel);
    }

    private void Memberships(SimRecord<Product> one, SimRecord<Product> other, Link link)
    {
        foreach (var ((product, gid), isIn) in world.Memberships)
        {
            if (product != one.Gid || IsOpen(link, "Categories") || world.Reborn.Contains(product))
                continue;
            var here = world.First.Categories.AliveWith(gid);
            var there = world.Second.Categories.AliveWith(gid);
            if (here is null || there is null || !world.Linked.Contains((EntityKind.Category, gid)))
                continue;
            if (one.Value.Categories.Any(x => x.Id == here.Id) != isIn || other.Value.Categories.Any(x => x.Id == there.Id) != isIn)
            {
                world.Statistics.LostEdits++;
                world.Violate("lost edit", $"{one}/{other.Id} should be {(isIn ? "in" : "out of")} category G{gid}: {one.Value.Categories} / {other.Value.Categories}");
            }
        }
    }

    private void Stock(SimRecord<StockLevel> one, SimRecord<StockLevel> other)
    {
        if (one.Value.Quantity != other.Value.Quantity && world.Unread.Contains((EntityKind.StockLevel, one.Gid, "Quantity")))
            return;
        if (one.Value.Quantity != other.Value.Quantity)
            world.Violate("not converged", $"{one} holds {one.Value.Quantity} here and {other.Value.Quantity} there");
        else if (world.Rules.Levels.ByDifference && !world.Stock.Unknown.Contains(one.Gid) && world.Stock[one.Gid] != one.Value.Quantity)
            world.Violate("stock not conserved", $"{one} holds {one.Value.Quantity} and should hold {world.Stock[one.Gid]}");
    }

    /// <summary>A record without a counterpart: somebody deleted the other one, nobody wants it, or something says why.</summary>
    private void Alone(SimRecord record, SimKind there, IReadOnlyList<Link> links)
    {
        var link = links.FirstOrDefault(link => link.End(record.Kind.System.Side).Id == record.Id);
        if (link is { Open.Count: 0 } && world.Rules.Of(there.Name).OnDeleteAt(there.System.Side) == Deletion.Delete && record is not SimRecord<StockLevel> && there.Find(link.End(there.System.Side).Id) is { DeletedByUser: true })
            world.Violate("not converged", $"{record} was deleted at {there.System.Name}, and it is neither deleted nor open");
        if (there.Everything.Any(dead => dead.IsDead && dead.Gid == record.Gid) || world.Rules.Of(there.Name).Source == there.System.Side)
            return;
        if (!HasReason(record))
            world.Violate("not created", $"{record} is only at {record.Kind.System.Name}, and nothing says why ({Why(record)})");
    }

    private string Why(SimRecord record) => _red.TryGetValue((record.Kind.Name, record.Kind.System.Side, record.Id), out var red) ? red.Problem.Code : "not red";

    private bool HasReason(SimRecord record)
    {
        var key = (record.Kind.Name, record.Kind.System.Side, record.Id);
        if (Owner(record) is { } owner && !world.Linked.Contains((owner.Kind.Name, owner.Gid)))
            return true;
        return _red.TryGetValue(key, out var red) && IsTrue(record, red.Problem.Code);
    }

    private bool IsTrue(SimRecord record, string code) => code switch
    {
        "match.ambiguous" => SharesKey(record, record.Kind) || SharesKey(record, world.Other(record.Kind.System).Kind(record.Kind.Name)),
        "match.key-taken" => world.Reborn.Contains(record.Gid) || SharesKey(record, record.Kind),
        "create.undecidable" => world.Doubts.Contains(record.Kind.Name),
        "create.source-gone" => world.Other(record.Kind.System).Kind(record.Kind.Name).Everything.Any(dead => dead.IsDead && dead.Gid == record.Gid),
        "create.not-wanted" => world.Rules.Of(record.Kind.Name).Source is { } source && source != record.Kind.System.Side,
        "write.dependency-not-linked" => Parent(record) is { } parent && !world.Linked.Contains((parent.Kind.Name, parent.Gid)),
        "model.refused-value" => true,
        "model.reference-unknown" => true,
        _ => false,
    };

    /// <summary>Why an open field should not be open; null when it rightly is.</summary>
    private string? Doubt(SimRecord one, SimRecord other, OpenField open)
    {
        var atoms = Enumerable.Range(0, one.Kind.Atoms.Count).Where(i => one.Kind.Atoms[i].Field == open.Field).ToList();
        var (ones, others) = (one.Edits, other.Edits);
        var isTainted = world.Tainted.ContainsKey((one.Kind.Name, one.Gid, open.Field));
        var owner = world.Rules.Of(one.Kind.Name).OwnerOf(open.Field);
        return open.Reason switch
        {
            OpenReason.Conflict when atoms.Count > 0 && !isTainted && !atoms.Exists(i => !world.Ledger.Knew(ones[i], others[i]) && !world.Ledger.Knew(others[i], ones[i])) => "one side's user knew the other's edit",
            OpenReason.Drift when owner is null => "the field belongs to nobody",
            OpenReason.Undecided when !world.Twins.Contains(one.Gid) && !world.Reborn.Contains(one.Gid) && !world.LostCreates.Contains((one.Kind.Name, one.Gid)) && !(one is SimRecord<StockLevel> && (world.EverLost.Contains((EntityKind.Product, one.Gid)) || world.EverLost.Contains((EntityKind.ProductVariant, one.Gid)))) => "the two once agreed",
            OpenReason.NotWritable => "both systems can store it",
            OpenReason.DeletedAtFirst or OpenReason.DeletedAtSecond or OpenReason.DeletedAtFirstEditedAtSecond or OpenReason.DeletedAtSecondEditedAtFirst => "both are there",
            OpenReason.Pending when !_parked.Exists(parked => parked.Kind == one.Kind.Name && (parked.Id == one.Id || parked.Id == other.Id)) => "nothing is parked",
            OpenReason.Pending when !_parked.Exists(parked => parked.Kind == one.Kind.Name && (parked.Id == one.Id || parked.Id == other.Id) && (parked.Problem.Code is "model.refused-value" or "model.reference-unknown" or "write.dependency-not-linked")) => "nothing prevents the write any more",
            OpenReason.Flipping or OpenReason.Undone or OpenReason.Restored => "nothing of that kind happened",
            _ => null,
        };
    }

    /// <summary>An edit that nobody typed over must be seen, or overwritten by a declared policy, or gone with its record.</summary>
    private void Leaf(Edit edit)
    {
        if (edit.Overwritten || edit.Unguardable || world[edit.Side].Kind(edit.Kind) is not { } kind || kind.Find(edit.Record) is not { IsDead: false } record)
            return;
        if (record.Edits[kind.IndexOf(edit.Atom)] == edit.Id)
            return;
        world.Statistics.LostEdits++;
        world.Violate("lost edit", $"edit {edit.Id} of {record} {edit.Atom} at {kind.System.Name} is nowhere to be seen");
    }

    private static bool IsOpen(Link link, string field) => link.Open.Any(open => open.Field == field || open.Field == "*");

    private static int Gid(SimSystem system, Ref? pointer) => pointer is { } known ? system.Kind(known.Kind).Find(known.Id)?.Gid ?? -1 : 0;

    private static SimRecord? Parent(SimRecord record) => record is SimRecord<Category> { Value.Parent: { } pointer } ? record.Kind.System.Categories.Find(pointer.Id) : Owner(record);

    private static SimRecord? Owner(SimRecord record) => record switch
    {
        SimRecord<ProductVariant> { Value.Product: { } pointer } => record.Kind.System.Products.Find(pointer.Id),
        SimRecord<StockLevel> level => record.Kind.System.Kind(level.Value.Owner.Kind).Find(level.Value.Owner.Id),
        _ => null,
    };

    private static bool SharesKey(SimRecord record, SimKind kind) => record is SimRecord<Product> { Value.Reference: { } reference }
        && kind.Alive.OfType<SimRecord<Product>>().Count(other => string.Equals(other.Value.Reference, reference, StringComparison.Ordinal)) > 1;
}
