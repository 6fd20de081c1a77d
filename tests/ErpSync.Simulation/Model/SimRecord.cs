namespace ErpSync.Simulation.Model;

/// <summary>A record of a model system, alive or dead.</summary>
internal abstract class SimRecord(SimKind kind, RemoteId id, int gid)
{
    public SimKind Kind { get; } = kind;

    public RemoteId Id { get; } = id;

    /// <summary>Who it is: the same number on both sides. Told by a field that nobody edits.</summary>
    public int Gid { get; } = gid;

    public long Version { get; set; } = 1;

    public long Stamp { get; set; } = 1;

    public DateTimeOffset ModifiedAt { get; set; }

    public string? Token { get; set; }

    public bool IsDead { get; set; }

    public bool ByEngine { get; init; }

    /// <summary>True once a run had linked it.</summary>
    public bool WasLinked { get; set; }

    /// <summary>True when a user deleted it, or what it belonged to.</summary>
    public bool DeletedByUser { get; set; }

    /// <summary>The world's number of the request or edit at which it was deleted.</summary>
    public long DiedAt { get; set; }

    /// <summary>When it was last handed to an engine; null when it never was.</summary>
    public Delivery? Delivery { get; set; }

    /// <summary>The fields that an engine has just written and not read back yet; null when there are none.</summary>
    public IReadOnlyList<string>? Unread { get; set; }

    /// <summary>The edits that its atoms hold.</summary>
    public abstract int[] Edits { get; }

    public override string ToString() => $"{Kind.Name} {Id} (G{Gid})";
}

/// <summary>What an engine was last told of a record.</summary>
/// <param name="Worker">The number of the engine.</param>
/// <param name="Request">The engine's own number of the request.</param>
/// <param name="Moment">The world's number of the request.</param>
/// <param name="ModifiedAt">The date that was told.</param>
/// <param name="Content">The content that was told.</param>
internal sealed record Delivery(int Worker, long Request, long Moment, DateTimeOffset ModifiedAt, object Content);

/// <summary>A record of a kind.</summary>
internal sealed class SimRecord<T>(SimKind<T> kind, RemoteId id, int gid, T value) : SimRecord(kind, id, gid)
    where T : class, IEntity
{
    public T Value { get; set; } = value;

    public override int[] Edits => kind.EditsOf(Value);
}
