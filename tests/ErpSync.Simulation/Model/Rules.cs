namespace ErpSync.Simulation.Model;

/// <summary>The policy mix of one history, and how a pair is configured with it.</summary>
internal sealed class Rules
{
    private static readonly Deletion[] Deletions = [Deletion.Ask, Deletion.Ignore, Deletion.Unlink, Deletion.Delete, Deletion.Delete];
    private readonly Func<Side, string> _name;

    public Rules(Dice dice, Func<Side, string> name)
    {
        _name = name;
        Categories = Throw(dice, []);
        Products = Throw(dice, ["Name", "Description", "PriceNet", "WeightKg", "Custom"]);
        Variants = Throw(dice, ["PriceNet"]);
        Levels = dice.Chance(500)
            ? new KindRules { ByDifference = true }
            : new KindRules { Source = dice.Chance(500) ? Side.First : Side.Second, RestoresDrift = dice.Chance(500) };
    }

    public KindRules Categories { get; }

    public KindRules Products { get; }

    public KindRules Variants { get; }

    public KindRules Levels { get; }

    public KindRules Of(EntityKind kind) =>
        kind == EntityKind.Category ? Categories : kind == EntityKind.Product ? Products : kind == EntityKind.ProductVariant ? Variants : Levels;

    public void Configure(PairBuilder pair, bool hasBrake) => pair
        .Sync<Category>(kind => Apply(kind, Categories, hasBrake))
        .Sync<Product>(kind => Apply(kind, Products, hasBrake))
        .Sync<ProductVariant>(kind => Apply(kind, Variants, hasBrake))
        .Sync<StockLevel>(kind => Apply(kind, Levels, hasBrake));

    private static KindRules Throw(Dice dice, string[] ownable)
    {
        var owners = new Dictionary<string, Side>();
        if (ownable.Length > 0 && dice.Chance(250))
            owners[dice.Pick(ownable)] = dice.Chance(500) ? Side.First : Side.Second;
        Side? source = dice.Chance(120) ? dice.Chance(500) ? Side.First : Side.Second : null;
        return new KindRules
        {
            Source = source,
            Owners = owners,
            OnConflict = (Keep)dice.Next(4),
            OnFirstRun = (Keep)dice.Next(4),
            RestoresDrift = dice.Chance(400),
            OnDeleteAtFirst = dice.Pick(source == Side.Second ? Deletions[..3] : Deletions),
            OnDeleteAtSecond = dice.Pick(source == Side.First ? Deletions[..3] : Deletions),
        };
    }

    private void Apply<T>(KindBuilder<T> kind, KindRules rules, bool hasBrake)
        where T : class, IEntity
    {
        if (rules.Source is { } source)
            kind.From(_name(source));
        foreach (var (field, owner) in rules.Owners)
            kind.Owner(static _ => null, _name(owner), $"x => x.{field}");
        kind.OnConflict(Policy(rules.OnConflict)).OnFirstRun(Policy(rules.OnFirstRun)).OnDrift(rules.RestoresDrift ? Drift.Restore : Drift.Show);
        if (!hasBrake)
            kind.Brake(static brake => brake.Off("small worlds change as a whole"));
        if (typeof(T) != typeof(StockLevel))
            kind.OnDelete(rules.OnDeleteAtFirst, _name(Side.First)).OnDelete(rules.OnDeleteAtSecond, _name(Side.Second));
        if (rules.ByDifference)
            kind.MergeByDifference(static _ => null, "x => x.Quantity");
    }

    private Conflict Policy(Keep keep) => keep switch
    {
        Keep.First => Conflict.Keep(_name(Side.First)),
        Keep.Second => Conflict.Keep(_name(Side.Second)),
        Keep.Newest => Conflict.KeepNewest,
        _ => Conflict.Ask,
    };
}
