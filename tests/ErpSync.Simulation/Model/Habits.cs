namespace ErpSync.Simulation.Model;

/// <summary>How wild a history is and how its systems behave, thrown once at its beginning.</summary>
internal sealed class Habits
{
    private static readonly TimeSpan[] Precisions = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)];
    private static readonly TimeSpan[] Offsets = [TimeSpan.Zero, TimeSpan.FromMinutes(7), TimeSpan.FromHours(-3), TimeSpan.FromDays(2)];
    private readonly Dice _dice;

    public Habits(Dice dice, long seed)
    {
        _dice = dice;
        ShopPrecision = dice.Pick(Precisions);
        ErpPrecision = dice.Pick(Precisions);
        ShopOffset = dice.Pick(Offsets);
        ErpOffset = dice.Pick(Offsets);
        CrashPerMille = dice.Chance(500) ? dice.Between(2, 15) : 0;
        FaultPerMille = dice.Chance(600) ? dice.Between(5, 60) : 0;
        UserPerMille = dice.Chance(700) ? dice.Between(5, 60) : 0;
        StallPerMille = dice.Chance(250) ? dice.Between(5, 40) : 0;
        Rounds = dice.Between(3, 8);
        HasBrake = dice.Chance(300);
        Deletes = HasBrake || dice.Chance(300);
        JumpsClocks = dice.Chance(300);
        InterruptPerMille = seed % 4 == 0 ? 150 : 0;
    }

    public TimeSpan ShopPrecision { get; }

    public TimeSpan ErpPrecision { get; }

    public TimeSpan ShopOffset { get; }

    public TimeSpan ErpOffset { get; }

    public int CrashPerMille { get; }

    public int FaultPerMille { get; }

    public int UserPerMille { get; }

    public int StallPerMille { get; }

    public int Rounds { get; }

    public bool Deletes { get; }

    /// <summary>The brake is on, and what it is there for happens: records are deleted, sometimes all at once. A person confirms what it holds once the world comes to rest.</summary>
    public bool HasBrake { get; }

    public bool JumpsClocks { get; }

    /// <summary>How often somebody saves a record of the system with conditional writes between a run's last look at it and its write. Counted over the seeds instead of thrown.</summary>
    public int InterruptPerMille { get; }

    public override string ToString() =>
        $"crash {CrashPerMille}, fault {FaultPerMille}, user {UserPerMille}, stall {StallPerMille}, interrupt {InterruptPerMille}, {Rounds} rounds, deletes {Deletes}, clocks {ShopPrecision}+{ShopOffset} {ErpPrecision}+{ErpOffset}";

    /// <summary>The shop finds records by their reference and has no conditional writes; the ERP stores tokens and refuses stale writes.</summary>
    public KindTraits Traits(SimSystem system, string kind)
    {
        var isShop = system.Name == "shop";
        var feed = _dice.Next(3);
        var pages = _dice.Chance(300) ? 2 : 100;
        return new KindTraits
        {
            HasChanges = feed != 1,
            HasStamps = feed != 0,
            Silent = feed == 2 ? kind == "product" ? new HashSet<string> { "WeightKg", "Categories", "Custom" } : new HashSet<string> { "Quantity", "PriceNet" } : new HashSet<string>(),
            ReturnsStored = _dice.Chance(600),
            DeclaresNormalisation = _dice.Chance(600),
            IsConditional = !isShop,
            HasTokens = !isShop && kind != "stock",
            HasKeyFinder = isShop && kind is "product" or "variant",
            HasNewestId = isShop && kind != "stock",
            CanCreate = kind != "stock",
            WritesInTwoSteps = _dice.Chance(250),
            PageSize = pages,
            FindBatch = _dice.Chance(200) ? 1 : 100,
            WriteBatch = _dice.Chance(300) ? 1 : 100,
        };
    }
}
