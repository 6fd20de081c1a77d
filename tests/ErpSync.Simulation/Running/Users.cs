using ErpSync.Simulation.Model;

namespace ErpSync.Simulation.Running;

/// <summary>The people at both systems. They do not wait for anybody.</summary>
internal static class Users
{
    public static void Act(World world)
    {
        world.Moment++;
        var system = world.Dice.Chance(500) ? world.Shop : world.Erp;
        switch (world.Dice.Next(100))
        {
            case < 55:
                Edit(world, system);
                break;
            case < 75:
                MoveStock(world, system);
                break;
            case < 83:
                Make(world, system);
                break;
            case < 92:
                Sort(world, system);
                break;
            default:
                if (world.Habits.Deletes)
                    Delete(world, system);
                break;
        }
    }

    /// <summary>Both systems begin with some records; some of them are the same.</summary>
    public static void Begin(World world)
    {
        for (var i = world.Dice.Between(1, 3); i > 0; i--)
            Twin(world, (system, gid) => Maker.Category(world, system, gid, null));
        for (var i = world.Dice.Between(2, 4); i > 0; i--)
            Twin(world, (system, gid) => Maker.Product(world, system, gid));
        if (world.Dice.Chance(100))
            Maker.Ambiguous(world);
        if (world.Dice.Chance(500))
            Maker.Variant(world, world.Dice.Chance(500) ? world.Shop : world.Erp, ++world.LastGid);
    }

    private static void Twin(World world, Action<SimSystem, int> make)
    {
        var gid = ++world.LastGid;
        var dice = world.Dice.Next(10);
        var system = dice % 2 == 0 ? world.Shop : world.Erp;
        make(system, gid);
        if (dice < 3)
            Maker.Copy(world, system, gid);
    }

    private static void Edit(World world, SimSystem system)
    {
        var dice = world.Dice.Next(10);
        if (dice < 2)
            Edit(world, system.Categories);
        else if (dice < 9)
            Edit(world, system.Products);
        else
            Edit(world, system.Variants);
    }

    private static void Edit<T>(World world, SimKind<T> kind)
        where T : class, IEntity
    {
        var living = kind.Records.Where(record => !record.IsDead).ToList();
        if (living.Count == 0)
            return;
        var record = world.Dice.Pick(living);
        var value = record.Value;
        for (var i = world.Dice.Between(1, 2); i > 0; i--)
        {
            var atom = world.Dice.Pick(kind.Catalog.Atoms);
            if (atom.IsKey && (MayNotBeRenamed(world, record) || atom.Text(value).Length == 0))
                continue;
            value = Type(world, record, atom, value);
        }

        kind.Replace(record, value);
    }

    /// <summary>Types a new value over what is there.</summary>
    public static T Type<T>(World world, SimRecord<T> record, Atom<T> atom, T value)
        where T : class, IEntity
    {
        var system = record.Kind.System;
        var id = world.Ledger.Add(system.Side, record.Kind.Name, record.Gid, atom.Name, atom.Edit(value), world.Moment, record.Id);
        world.Statistics.Edits++;
        if (record.Unread?.Contains(atom.Field) == true)
        {
            // Between a write and its read-back nobody can tell an edit from what the system made of the value: it stays, and counts as agreed.
            world.Ledger[id]!.Unguardable = true;
            world.Unread.Add((record.Kind.Name, record.Gid, atom.Field));
            world.Statistics.Unguardable++;
        }

        world.Tell($"USER at {system.Name}: {record} {atom.Name}: {atom.Edit(value)} -> {id}");
        return atom.With(value, id, world.Dice);
    }

    /// <summary>Somebody saves the very record that is about to be written, in a field that is about to be written: what guarded writes are there for.</summary>
    public static void Interrupt<T>(World world, SimRecord<T> record, IReadOnlyList<string> fields)
        where T : class, IEntity
    {
        var atoms = record.Kind is SimKind<T> kind ? kind.Catalog.Atoms.Where(atom => !atom.IsKey && fields.Contains(atom.Field)).ToList() : [];
        world.Moment++;
        if (record is SimRecord<StockLevel> level)
            MoveStock(world, level);
        else if (atoms.Count > 0)
            ((SimKind<T>)record.Kind).Replace(record, Type(world, record, world.Dice.Pick(atoms), record.Value));
    }

    /// <summary>A record that waits to be matched by its key keeps it: another key would be another record. That goes for one that was made again and its counterpart, too.</summary>
    private static bool MayNotBeRenamed(World world, SimRecord record) =>
        (world.Reborn.Contains(record.Gid) || !world.Linked.Contains((record.Kind.Name, record.Gid)))
        && world.Other(record.Kind.System).Kind(record.Kind.Name).Everything.Any(other => other.Gid == record.Gid);

    private static void MoveStock(World world, SimSystem system)
    {
        var living = system.Levels.Records.Where(record => !record.IsDead).ToList();
        if (living.Count > 0)
            MoveStock(world, world.Dice.Pick(living));
    }

    private static void MoveStock(World world, SimRecord<StockLevel> level)
    {
        var system = level.Kind.System;
        decimal quantity = world.Dice.Chance(700) ? -world.Dice.Between(1, 3) : world.Dice.Between(5, 20);
        system.Levels.Replace(level, level.Value with { Quantity = level.Value.Quantity + quantity });
        world.Stock.Move(level.Gid, quantity, system.Side, world.Moment);
        world.Statistics.Edits++;
        if (level.Unread is not null && !world.Rules.Levels.ByDifference)
        {
            // As in Type: it counts as what the system made of the value. Sums agree on what was sent.
            world.Unread.Add((level.Kind.Name, level.Gid, "Quantity"));
            world.Statistics.Unguardable++;
        }

        if (world.Noted.TryGetValue((system.Side, level.Id), out var noted) && noted == level.Value.Quantity)
            world.Stock.Unknown.Add(level.Gid);
        world.Tell($"USER at {system.Name}: {level} moves {quantity} to {level.Value.Quantity}");
    }

    private static void Make(World world, SimSystem system)
    {
        var dice = world.Dice.Next(10);
        if (dice < 3)
            Maker.Category(world, system, ++world.LastGid, null);
        else if (dice < 8)
            Maker.Product(world, system, ++world.LastGid);
        else
            Maker.Variant(world, system, ++world.LastGid);
    }

    /// <summary>Puts a product into a category or takes it out. What was taken out is never put back, so that the last word is known.</summary>
    private static void Sort(World world, SimSystem system)
    {
        var products = system.Products.Records.Where(record => !record.IsDead && (world.Rules.Products.Source ?? system.Side) == system.Side).ToList();
        var categories = system.Categories.Records.Where(record => !record.IsDead).ToList();
        if (products.Count == 0 || categories.Count == 0)
            return;
        var product = world.Dice.Pick(products);
        var category = world.Dice.Pick(categories);
        var pointer = new Ref(EntityKind.Category, category.Id);
        var isIn = product.Value.Categories.Contains(pointer);
        if (!isIn && world.Memberships.ContainsKey((product.Gid, category.Gid)))
            return;
        var set = isIn ? product.Value.Categories.Where(item => item != pointer) : product.Value.Categories.Append(pointer);
        system.Products.Replace(product, product.Value with { Categories = RefSet.From(set) });
        if (product.Unread?.Contains("Categories") == true)
        {
            // Between a write and its read-back an edit counts as what the system made of the value, as in Type.
            world.Memberships.Remove((product.Gid, category.Gid));
            world.Unread.Add((EntityKind.Product, product.Gid, "Categories"));
            world.Statistics.Unguardable++;
        }
        else
        {
            world.Memberships[(product.Gid, category.Gid)] = !isIn;
        }

        world.Statistics.Edits++;
        world.Tell($"USER at {system.Name}: {product} {(isIn ? "out of" : "into")} {category}");
    }

    /// <summary>Somebody empties a system by mistake.</summary>
    public static void ClearOut(World world)
    {
        var system = world.Dice.Chance(500) ? world.Shop : world.Erp;
        foreach (var product in system.Products.Records.Where(record => !record.IsDead).ToList())
        {
            world.Tell($"USER at {system.Name}: deletes {product}");
            system.Delete(product, byUser: true);
            Forget(world, product);
        }
    }

    /// <summary>What was said of a deleted product's categories and has not reached the other side is gone with it.</summary>
    private static void Forget(World world, SimRecord record)
    {
        var there = world.Other(record.Kind.System);
        var twin = record.Kind.Name == EntityKind.Product ? there.Products.AliveWith(record.Gid) as SimRecord<Product> : null;
        foreach (var (key, isIn) in world.Memberships.Where(entry => record.Kind.Name == EntityKind.Product && entry.Key.Product == record.Gid).ToList())
        {
            if (twin is null || there.Categories.AliveWith(key.Category) is not { } category || twin.Value.Categories.Contains(new Ref(EntityKind.Category, category.Id)) != isIn)
                world.Memberships.Remove(key);
        }
    }

    private static void Delete(World world, SimSystem system)
    {
        SimKind kind = world.Dice.Chance(700) ? system.Products : world.Dice.Chance(500) ? system.Variants : system.Categories;
        var living = kind.Alive.Where(record => record is not SimRecord<Category> category || !system.IsUsed(category)).ToList();
        if (living.Count == 0)
            return;
        var record = world.Dice.Pick(living);
        // Of two records with one key none is deleted: the other would become the one that is meant.
        if (record is SimRecord<Product> { Value.Reference: { } reference } && system.Products.Records.Count(other => !other.IsDead && other.Value.Reference == reference) > 1)
            return;
        world.Tell($"USER at {system.Name}: deletes {record}");
        system.Delete(record, byUser: true);
        Forget(world, record);
        world.Statistics.Edits++;
        if (record is SimRecord<Product> { Value.Reference: not null } product && world.Dice.Chance(300))
            Maker.Again(world, product);
    }
}
