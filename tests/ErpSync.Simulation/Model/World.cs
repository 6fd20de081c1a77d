using ErpSync.Testing;

namespace ErpSync.Simulation.Model;

/// <summary>Everything that is true in a history: the two systems, the time, what users did, and what was seen to go wrong.</summary>
internal sealed class World
{
    private readonly List<string>? _log;

    public World(long seed, bool tells)
    {
        Dice = new Dice(seed);
        _log = tells ? [] : null;
        var shopFirst = Dice.Chance(500);
        Habits = new Habits(Dice, seed);
        Shop = new SimSystem(this, "shop", shopFirst ? Side.First : Side.Second, Habits.Traits, Habits.ShopPrecision, Habits.ShopOffset);
        Erp = new SimSystem(this, "erp", shopFirst ? Side.Second : Side.First, Habits.Traits, Habits.ErpPrecision, Habits.ErpOffset);
        First = shopFirst ? Shop : Erp;
        Second = shopFirst ? Erp : Shop;
        Rules = new Rules(Dice, side => this[side].Name);
        Stock = new StockBook();
    }

    public Dice Dice { get; }

    public Habits Habits { get; }

    public ManualTime Time { get; } = new();

    public SimSystem Shop { get; }

    public SimSystem Erp { get; }

    public SimSystem First { get; }

    public SimSystem Second { get; }

    public Rules Rules { get; }

    public Ledger Ledger { get; } = new();

    public StockBook Stock { get; }

    /// <summary>Products in categories: what users decided last; true for in, false for out.</summary>
    public Dictionary<(int Product, int Category), bool> Memberships { get; } = [];

    /// <summary>Identities that were deleted at one side and made again under the same key.</summary>
    public HashSet<int> Reborn { get; } = [];

    /// <summary>Identities that users made on both sides.</summary>
    public HashSet<int> Twins { get; } = [];

    /// <summary>Records that were linked when the last run ended.</summary>
    public HashSet<(EntityKind Kind, int Gid)> Linked { get; } = [];

    /// <summary>Fields of records of which an engine wrote something that it could not record, because it died or got no answer: to the next engine this is a foreign edit. With what the link remembered at that time: until it is recorded again, the field stays here.</summary>
    public Dictionary<(EntityKind Kind, int Gid, string Field), string> Tainted { get; } = [];

    /// <summary>Fields that a user edited between a write and its read-back.</summary>
    public HashSet<(EntityKind Kind, int Gid, string Field)> Unread { get; } = [];

    /// <summary>Quantities that an engine had noted to write when it died: a user who moves stock to the same number cannot be told from the engine.</summary>
    public Dictionary<(Side Side, RemoteId Level), decimal> Noted { get; } = [];

    /// <summary>Deletions that were carried out without an answer.</summary>
    public List<(EntityKind Kind, Side Side, RemoteId Id)> DoubtfulDeletes { get; } = [];

    /// <summary>Kinds of which a create may have been lost.</summary>
    public HashSet<EntityKind> Doubts { get; } = [];

    /// <summary>Records whose create was carried out without the engine knowing, until they are linked.</summary>
    public HashSet<(EntityKind Kind, int Gid)> LostCreates { get; } = [];

    /// <summary>All of them: where the engine cannot tell that it made a record, what belongs to it meets as a stranger, too.</summary>
    public HashSet<(EntityKind Kind, int Gid)> EverLost { get; } = [];

    /// <summary>Fields that both sides have agreed on at the end of some run.</summary>
    public HashSet<(EntityKind Kind, int Gid, string Field)> Agreed { get; } = [];

    /// <summary>Fields of which an update was refused or lost: a merge may have arrived at one side only, and is finished from there.</summary>
    public HashSet<(EntityKind Kind, int Gid, string Field)> Unfinished { get; } = [];

    /// <summary>Those that are sent again.</summary>
    public HashSet<(EntityKind Kind, int Gid, string Field)> Repeated { get; } = [];

    public Statistics Statistics { get; } = new();

    /// <summary>Deletions that the systems announce, in the order in which they happened. They arrive late, in another order, twice or never.</summary>
    public List<AnnouncedDeletion> Signals { get; } = [];

    /// <summary>What went wrong; empty when all promises held.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Grows with every request and every edit.</summary>
    public long Moment { get; set; }

    /// <summary>Faults, crashes and users are about; off when the world comes to rest.</summary>
    public bool IsWild { get; set; }

    /// <summary>A person confirmed what the brake held back.</summary>
    public bool IsConfirmed { get; set; }

    public int LastGid { get; set; }

    public bool Tells => _log is not null;

    public IReadOnlyList<string> Log => _log ?? [];

    public SimSystem this[Side side] => side == Side.First ? First : Second;

    public SimSystem Other(SimSystem system) => system == First ? Second : First;

    /// <summary>A record was made whose create may go unrecorded: it is a new one, whatever an earlier one of the same identity had agreed on.</summary>
    public void LoseCreate(EntityKind kind, int gid)
    {
        Linked.Remove((kind, gid));
        Agreed.RemoveWhere(agreed => agreed.Kind == kind && agreed.Gid == gid);
        LostCreates.Add((kind, gid));
        EverLost.Add((kind, gid));
    }

    public void Tell([System.Runtime.CompilerServices.InterpolatedStringHandlerArgument("")] ref LineHandler line)
    {
        if (Tells)
            Tell(line.ToStringAndClear());
    }

    public void Tell(string line) => _log?.Add($"{Time.GetUtcNow():MM-dd HH:mm:ss} #{Moment} {line}");

    public void Violate(string promise, string line)
    {
        Violations.Add($"{promise}: {line}");
        _log?.Add($"!!! {promise}: {line}");
    }
}
