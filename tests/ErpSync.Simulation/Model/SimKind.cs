namespace ErpSync.Simulation.Model;

/// <summary>One kind of one model system.</summary>
internal abstract class SimKind(SimSystem system, EntityKind name, KindTraits traits)
{
    public SimSystem System { get; } = system;

    public EntityKind Name { get; } = name;

    public KindTraits Traits { get; } = traits;

    public abstract IReadOnlyList<Atom> Atoms { get; }

    public abstract int ShapeVersion { get; }

    /// <summary>All records that ever were, in the order of their making.</summary>
    public abstract IReadOnlyList<SimRecord> Everything { get; }

    public IEnumerable<SimRecord> Alive => Everything.Where(record => !record.IsDead);

    public SimRecord? Find(RemoteId id) => Everything.FirstOrDefault(record => record.Id == id);

    public SimRecord? AliveWith(int gid) => Everything.FirstOrDefault(record => !record.IsDead && record.Gid == gid);

    public int IndexOf(string atom)
    {
        for (var i = 0; i < Atoms.Count; i++)
        {
            if (Atoms[i].Name == atom)
                return i;
        }

        return -1;
    }
}

/// <summary>One kind of one model system, with its records.</summary>
internal sealed class SimKind<T>(SimSystem system, Catalog<T> catalog, KindTraits traits, Func<T, T> normalise) : SimKind(system, T.Kind, traits)
    where T : class, IEntity
{
    private readonly List<SimRecord<T>> _records = [];
    private long _lastId = system.FirstId;

    public Catalog<T> Catalog => catalog;

    public Func<T, T> Normalise => normalise;

    /// <summary>What the system adds to a record when it is read, for example a category's path.</summary>
    public Func<T, T> Computed { get; set; } = static value => value;

    /// <summary>True for values that this system refuses for good.</summary>
    public Func<T, bool> Refuses { get; set; } = static _ => false;

    public override IReadOnlyList<Atom> Atoms => catalog.Atoms;

    public override int ShapeVersion => catalog.Shape.Version;

    public override IReadOnlyList<SimRecord> Everything => _records;

    public IReadOnlyList<SimRecord<T>> Records => _records;

    public int[] EditsOf(T value)
    {
        var edits = new int[catalog.Atoms.Count];
        for (var i = 0; i < edits.Length; i++)
            edits[i] = catalog.Atoms[i].Edit(value);
        return edits;
    }

    public SimRecord<T>? Get(RemoteId id) => _records.FirstOrDefault(record => record.Id == id && !record.IsDead);

    public SimRecord<T> Insert(T value, int gid, bool byEngine, string? token = null, RemoteId? id = null)
    {
        var record = new SimRecord<T>(this, id ?? RemoteId.From(++_lastId), gid, normalise(value)) { ModifiedAt = System.Date, Token = token, ByEngine = byEngine };
        _records.Add(record);
        System.Inserted(record);
        return record;
    }

    /// <summary>Stores a new content; false when nothing changed.</summary>
    public bool Replace(SimRecord<T> record, T value)
    {
        value = normalise(value);
        if (value.Equals(record.Value))
            return false;
        var isSilent = Traits.Silent.Count > 0 && IsSilent(record.Value, value);
        record.Value = value;
        record.Version++;
        record.Stamp++;
        if (!isSilent)
            record.ModifiedAt = System.Date;
        return true;
    }

    /// <summary>True when only fields changed whose edit does not touch the date.</summary>
    private bool IsSilent(T before, T now)
    {
        var changed = catalog.FieldNames.Where(field => catalog.Json(field, now) != catalog.Json(field, before)).ToList();
        return changed.Count > 0 && changed.TrueForAll(Traits.Silent.Contains);
    }

    public Remote<T> Show(SimRecord<T> record)
    {
        var value = Computed(record.Value);
        return new Remote<T>(record.Id, value)
        {
            ModifiedAt = record.ModifiedAt,
            Stamp = StampOf(record),
            Label = $"G{record.Gid}",
            Native = record.Version,
        };
    }

    public string? StampOf(SimRecord record) => Traits.HasStamps ? $"v{record.Stamp}" : null;
}
