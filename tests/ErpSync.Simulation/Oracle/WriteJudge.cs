using ErpSync.Simulation.Model;
using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Oracle;

/// <summary>Judges every write of an engine at the moment at which a system carries it out: may this value replace that one?</summary>
internal sealed class WriteJudge(World world, ISyncStore store)
{
    private readonly StockJudge _stock = new(world, store);

    public void Created<T>(Worker worker, SimRecord<T> record, bool isDoubtful)
        where T : class, IEntity
    {
        var system = record.Kind.System;
        world.Tell($"    {system.Name} creates {record}");
        if (record.Gid == 0)
            world.Violate("half-applied", $"{system.Name} got a {record.Kind.Name} without its identity");
        if (record.Kind.Everything.FirstOrDefault(other => other != record && !other.IsDead && other.Gid == record.Gid) is { } twin)
        {
            world.Statistics.Duplicates++;
            world.Violate("duplicate", $"{record} was created at {system.Name} although {twin} is there");
        }

        if (world.Rules.Of(record.Kind.Name).Source == system.Side)
            world.Violate("policy", $"{record} was created at {system.Name}, from where the kind flows");
        if (worker.Keeps is null && !world.Reborn.Contains(record.Gid) && !BelongsToRecreated(record) && record.Kind.Everything.Any(dead => dead is { DeletedByUser: true, WasLinked: true } && dead.Gid == record.Gid))
            world.Violate("resurrected", $"{record} was deleted at {system.Name} by a user and is created there again");
        if (record.Kind.Everything.Any(dead => dead.IsDead && dead.Gid == record.Gid))
            world.Stock.Unknown.Add(record.Gid);
        if (isDoubtful)
            world.Doubts.Add(record.Kind.Name);
        if (isDoubtful || !record.Kind.Traits.ReturnsStored || record.Kind.Traits.WritesInTwoSteps)
        {
            world.LoseCreate(record.Kind.Name, record.Gid);
            world.Doubts.Add(record.Kind.Name); // without a read-back it may be one of several
        }

        worker.Writes.Add(new EngineWrite(record.Kind.Name, system.Side, record.Id, record.Gid, "*", "", "") { IsCreate = true, IsDoubtful = isDoubtful });
    }

    public void Updated<T>(Worker worker, SimRecord<T> record, T before, IReadOnlyList<string> fields, bool isDoubtful, bool isSecondStepOfCreate)
        where T : class, IEntity
    {
        var kind = (SimKind<T>)record.Kind;
        var isUnseen = false;
        if (record is SimRecord<StockLevel> level && before is StockLevel old)
            isUnseen = _stock.Updated(worker, level, old);
        if (record is SimRecord<Product> product && before is Product sorted)
            Sorted(worker, product, sorted);
        var (was, now) = (kind.EditsOf(before), record.Edits);
        foreach (var field in fields)
        {
            var atoms = Enumerable.Range(0, was.Length).Where(i => kind.Atoms[i].Field == field).ToList();
            var contradicts = HasNotMet(record) || NeverAgreed(record, field) || world.Unread.Contains((kind.Name, record.Gid, field)) || atoms.Exists(i => !world.Ledger.Knew(now[i], was[i]) && !world.Ledger.Knew(was[i], now[i])) || world.Tainted.ContainsKey((kind.Name, record.Gid, field));
            var ownerMoved = atoms.Exists(i => was[i] != now[i] && world.Ledger.Knew(now[i], was[i]));
            var isBlind = isUnseen;
            foreach (var i in atoms)
            {
                if (was[i] != now[i])
                    isBlind |= Judge(worker, record, kind.Catalog.Atoms[i], was[i], now[i], contradicts, ownerMoved, isSecondStepOfCreate);
                else if (!contradicts && !IsRestored(kind, field, atoms, was, now) && !worker.Writes.Exists(write => write.Gid == record.Gid && write.Kind == kind.Name && write.Field == field && write.Side != kind.System.Side) && kind.Catalog.Atoms[i].Text(before) is var typed && typed != kind.Catalog.Atoms[i].Text(record.Value))
                    Degraded(worker, record, kind.Catalog.Atoms[i], was[i], typed, kind.Catalog.Atoms[i].Text(record.Value));
            }

            var (from, to) = (kind.Catalog.Json(field, before), kind.Catalog.Json(field, record.Value));
            isBlind |= record.Delivery?.Content is T seen && kind.Catalog.Json(field, seen) != from;
            if (from != to && !isSecondStepOfCreate)
                worker.Writes.Add(new EngineWrite(kind.Name, kind.System.Side, record.Id, record.Gid, field, from, to) { IsDoubtful = isDoubtful, IsBlind = isBlind || isDoubtful, IsReadBack = !kind.Traits.ReturnsStored });
            if (from != to)
                world.Tell($"    {kind.System.Name} {record} {field}: {from} -> {to}");
        }
    }

    public void Deleting(Worker worker, SimRecord record, bool isDoubtful) => DeleteJudge.Deleting(world, worker, record, isDoubtful);

    /// <returns>True when the engine could not have seen what it overwrote.</returns>
    private bool Judge(Worker worker, SimRecord record, Atom atom, int was, int now, bool contradicts, bool ownerMoved, bool isSecondStepOfCreate)
    {
        var system = record.Kind.System;
        var place = $"{system.Name} {record} {atom.Name}: edit {was} -> {now}";
        if (world.Ledger.Knew(now, was))
        {
            if (world.Rules.Of(record.Kind.Name).OwnerOf(atom.Field) == system.Side && worker.Keeps is null && was != 0 && !HasNotMet(record))
                world.Violate("policy", $"{place}: written against the field's owner");
            return false;
        }

        var edit = world.Ledger[was]!;
        if (edit.Moment > (record.Delivery?.Moment ?? -1))
        {
            edit.Unguardable = true;
            world.Statistics.Unguardable++;
            if (record.Kind.Traits.IsConditional || !(isSecondStepOfCreate || (record.Delivery is { } look && worker.LookedJustNow(look, system.Side, record.Kind.Name))))
                Lost($"{place}: the edit was made after the last look, and the write was not guarded");
            return true;
        }

        // Made between a write and its read-back, it counts as what the system made of the value; whoever edits at the other side afterwards is the last to speak.
        if (edit.Unguardable || isSecondStepOfCreate || IsDeclared(worker, record, atom, was, now, contradicts, ownerMoved))
        {
            edit.Overwritten = true;
            return false;
        }

        Lost($"{place}: no policy allows it ({world.Rules.Of(record.Kind.Name)})");
        return false;
    }

    private bool IsDeclared(Worker worker, SimRecord record, Atom atom, int was, int now, bool contradicts, bool ownerMoved)
    {
        var here = record.Kind.System.Side;
        var there = here == Side.First ? Side.Second : Side.First;
        if (worker.Keeps == there)
            return true;
        var rules = world.Rules.Of(record.Kind.Name);
        if (rules.OwnerOf(atom.Field) is { } owner)
            return owner == there && (rules.RestoresDrift || contradicts || ownerMoved);
        if (world.Reborn.Contains(record.Gid) && world[there].Kind(record.Kind.Name).Everything.Any(dead => dead.IsDead && dead.Gid == record.Gid && world.Ledger.Knew(dead.Edits[Index(record, atom)], was)))
            return true; // the record was made again at the other side, after its user had seen this edit
        if (!contradicts)
            return false;
        if (rules.OnConflict == Keep.Newest && world.Repeated.Contains((record.Kind.Name, record.Gid, atom.Field)))
            return true; // a merge is finished whose other half was written when this side was the newer one
        var isTainted = world.Tainted.ContainsKey((record.Kind.Name, record.Gid, atom.Field));
        isTainted |= HasNotMet(record) || NeverAgreed(record, atom.Field) || world.Reborn.Contains(record.Gid) || world.Unread.Contains((record.Kind.Name, record.Gid, atom.Field));
        var met = world.Ledger.ShareRoot(was, now);
        return ((met || isTainted) && Allows(rules.OnConflict)) || ((!met || isTainted) && Allows(rules.OnFirstRun));

        bool Allows(Keep keep) => keep switch
        {
            Keep.First => there == Side.First,
            Keep.Second => there == Side.Second,
            Keep.Newest => LastSeen(world[there].Kind(record.Kind.Name), record.Gid)?.ModifiedAt > record.Delivery?.ModifiedAt,
            _ => false,
        };
    }

    /// <summary>What an engine was told last of a record, whether a user has deleted it since or not: what is decided by dates is decided by those that were read. The deletion comes after the edit that was carried over, and is judged by itself.</summary>
    private static Delivery? LastSeen(SimKind kind, int gid) => kind.Everything.Where(record => record.Gid == gid).Select(record => record.Delivery).MaxBy(seen => seen?.Moment ?? -1);

    /// <summary>A person wanted the product back, and its variants come with it.</summary>
    private static bool BelongsToRecreated(SimRecord record) =>
        record is SimRecord<ProductVariant> { Value.Product: { } product } && record.Kind.System.Find(product) is { } owner
        && owner.Kind.Everything.Any(dead => dead.DeletedByUser && dead.Gid == owner.Gid);

    private static int Index(SimRecord record, Atom atom) => record.Kind.IndexOf(atom.Name);

    /// <summary>The two were made by users on both sides, or by a create that nobody recorded, and no run has linked them yet: to the engine they never agreed on anything.</summary>
    private bool HasNotMet(SimRecord record)
    {
        var key = (record.Kind.Name, record.Gid);
        return !world.Linked.Contains(key) && (world.Twins.Contains(record.Gid) || world.Reborn.Contains(record.Gid) || world.LostCreates.Contains(key));
    }

    /// <summary>The record was made on both sides, by users or by a create that got no answer, and where no system declares what it does to values the same edit looks different: the field is open since they met, and the first-run policy goes on to speak for it.</summary>
    private bool NeverAgreed(SimRecord record, string field) => (world.Twins.Contains(record.Gid) || world.EverLost.Contains((record.Kind.Name, record.Gid))) && !world.Agreed.Contains((record.Kind.Name, record.Gid, field));

    private void Degraded<T>(Worker worker, SimRecord<T> record, Atom<T> atom, int edit, string typed, string written)
        where T : class, IEntity
    {
        if (worker.Keeps is null && !world.Unfinished.Contains((record.Kind.Name, record.Gid, atom.Field)) && world.Ledger[edit]?.Side == record.Kind.System.Side && !world.Twins.Contains(record.Gid))
            Lost($"{record.Kind.System.Name} {record} {atom.Name}: what a user typed there, '{typed}', became '{written}'");
    }

    /// <summary>Somebody edited another part of a field against its owner, and the owner's value is put back as a whole, as the owner's system holds it: that is declared.</summary>
    private bool IsRestored(SimKind kind, string field, List<int> atoms, int[] was, int[] now) =>
        world.Rules.Of(kind.Name) is { RestoresDrift: true } rules && rules.OwnerOf(field) is { } owner && owner != kind.System.Side && atoms.Exists(i => was[i] != now[i]);

    /// <summary>Nobody but a user takes a product out of a category.</summary>
    private void Sorted(Worker worker, SimRecord<Product> product, Product before)
    {
        var system = product.Kind.System;
        if (worker.Keeps is not null || HasNotMet(product) || NeverAgreed(product, "Categories") || world.Reborn.Contains(product.Gid) || world.Tainted.ContainsKey((EntityKind.Product, product.Gid, "Categories")))
        {
            // One side's set became the other's as a whole: who is in what is no longer the sum of what users did.
            foreach (var pointer in before.Categories.Concat(product.Value.Categories).Where(pointer => before.Categories.Contains(pointer) != product.Value.Categories.Contains(pointer)))
                world.Memberships.Remove((product.Gid, system.Categories.Find(pointer.Id)?.Gid ?? 0));
            return;
        }

        foreach (var pointer in before.Categories.Where(pointer => !product.Value.Categories.Contains(pointer)))
        {
            var gid = system.Categories.Find(pointer.Id)?.Gid ?? 0;
            var isSettled = product.Delivery?.Content is Product seen && !seen.Categories.Contains(pointer);
            if (isSettled && !product.Kind.Traits.IsConditional)
            {
                // Put in after the last look: like any edit that no guard could see it is counted apart, and not asked for in the end.
                world.Statistics.Unguardable++;
                world.Memberships.Remove((product.Gid, gid));
            }
            else if (world.Memberships.TryGetValue((product.Gid, gid), out var isIn) && isIn)
                Lost($"{system.Name} {product} was taken out of category G{gid}, where users put it");
        }
    }

    private void Lost(string line)
    {
        world.Statistics.LostEdits++;
        world.Violate("lost edit", line);
    }
}
