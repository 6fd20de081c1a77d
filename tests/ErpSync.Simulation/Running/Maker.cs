using ErpSync.Simulation.Model;

namespace ErpSync.Simulation.Running;

/// <summary>Makes the records that users make.</summary>
internal static class Maker
{
    public static void Category(World world, SimSystem system, int gid, Ref? parent)
    {
        var living = system.Categories.Records.Where(record => !record.IsDead).ToList();
        if (living.Count > 0 && world.Dice.Chance(500))
            parent ??= new Ref(EntityKind.Category, world.Dice.Pick(living).Id);
        Insert(world, system.Categories, gid, new Category { Description = LocalizedText.Of("en", $"G{gid}"), Parent = parent });
    }

    public static void Product(World world, SimSystem system, int gid)
    {
        var product = new Product { Barcode = $"G{gid}", Reference = world.Dice.Chance(750) ? "R0" : null };
        var living = system.Categories.Records.Where(record => !record.IsDead).ToList();
        if (living.Count > 0 && world.Dice.Chance(500))
        {
            var category = world.Dice.Pick(living);
            product = product with { Categories = [new Ref(EntityKind.Category, category.Id)] };
            world.Memberships[(gid, category.Gid)] = true;
        }

        Stock(world, system, Insert(world, system.Products, gid, product));
    }

    public static void Variant(World world, SimSystem system, int gid)
    {
        var products = system.Products.Records.Where(record => !record.IsDead).ToList();
        if (products.Count == 0)
            return;
        var variant = new ProductVariant
        {
            Product = new Ref(EntityKind.Product, world.Dice.Pick(products).Id),
            Reference = world.Dice.Chance(500) ? "R0" : null,
            Options = new[] { new VariantOption("size", $"G{gid}") }.ToValueList(),
        };
        Stock(world, system, Insert(world, system.Variants, gid, variant));
    }

    /// <summary>The same record at the other system, as it is found when two filled systems meet: with the same key, and sometimes with other content.</summary>
    public static void Copy(World world, SimSystem system, int gid)
    {
        var other = world.Other(system);
        if (system.Products.AliveWith(gid) is SimRecord<Product> { Value.Reference: not null } product)
        {
            var value = product.Value with { Categories = [] };
            foreach (var key in world.Memberships.Keys.Where(key => key.Product == gid).ToList())
                world.Memberships.Remove(key);
            system.Products.Replace(product, value);
            var twin = other.Products.Insert(value, gid, byEngine: false);
            world.Twins.Add(gid);
            if (world.Dice.Chance(400))
                Change(world, twin, other.Products.Catalog.Atoms[1 + world.Dice.Next(other.Products.Catalog.Atoms.Count - 1)]);
            var level = other.LevelOf(twin)!;
            other.Levels.Replace(level, level.Value with { Quantity = world.Stock[gid] });
        }
        else if (system.Categories.AliveWith(gid) is SimRecord<Category> { Value.Parent: null } category)
        {
            other.Categories.Insert(category.Value, gid, byEngine: false);
            world.Twins.Add(gid);
        }
    }

    /// <summary>Two records of one system with the same key: nobody may guess which one is meant.</summary>
    public static void Ambiguous(World world)
    {
        var system = world.Dice.Chance(500) ? world.Shop : world.Erp;
        if (system.Products.Records.FirstOrDefault(record => record.Value.Reference is not null) is not { } product)
            return;
        var gid = ++world.LastGid;
        var copy = Insert(world, system.Products, gid, new Product { Barcode = $"G{gid}", Reference = "R0" });
        Rename(world, copy, product.Value.Reference);
    }

    /// <summary>A deleted product that is made again under the same reference.</summary>
    public static void Again(World world, SimRecord<Product> dead)
    {
        var system = dead.Kind.System;
        // Its counterpart goes by another reference by now: what is made under the old one would be another product.
        if (world.Other(system).Products.AliveWith(dead.Gid) is SimRecord<Product> twin && Typing.EditIn(twin.Value.Reference) != Typing.EditIn(dead.Value.Reference))
            return;
        world.Reborn.Add(dead.Gid);
        world.Stock.Unknown.Add(dead.Gid);
        var record = Insert(world, system.Products, dead.Gid, new Product { Barcode = $"G{dead.Gid}", Reference = "R0" });
        Rename(world, record, dead.Value.Reference);
        world.Tell($"USER at {system.Name}: makes {record} again under {dead.Value.Reference}");
    }

    private static SimRecord<T> Insert<T>(World world, SimKind<T> kind, int gid, T value)
        where T : class, IEntity
    {
        var record = kind.Insert(value, gid, byEngine: false);
        world.Tell($"USER at {kind.System.Name}: makes {record}");
        foreach (var atom in kind.Catalog.Atoms)
        {
            if (!(atom.Name == "Reference" && atom.Text(value).Length == 0))
                value = Users.Type(world, record, atom, value);
        }

        kind.Replace(record, value);
        return record;
    }

    private static void Rename(World world, SimRecord<Product> record, string? reference)
    {
        if (world.Ledger[Typing.EditIn(record.Value.Reference)] is { } typed)
            typed.Overwritten = true;
        ((SimKind<Product>)record.Kind).Replace(record, record.Value with { Reference = reference });
    }

    private static void Change(World world, SimRecord<Product> record, Atom<Product> atom)
    {
        var kind = (SimKind<Product>)record.Kind;
        // It was never typed over the other side's value: two systems that meet know nothing of each other.
        var id = world.Ledger.Add(kind.System.Side, kind.Name, record.Gid, atom.Name, 0, world.Moment, record.Id);
        world.Statistics.Edits++;
        kind.Replace(record, atom.With(record.Value, id, world.Dice));
    }

    private static void Stock(World world, SimSystem system, SimRecord owner)
    {
        var level = system.LevelOf(owner)!;
        decimal quantity = world.Dice.Between(3, 30);
        system.Levels.Replace(level, level.Value with { Quantity = quantity });
        world.Stock.Set(owner.Gid, quantity);
    }
}
