using ErpSync.Reading;
using ErpSync.Texts;
using Microsoft.Extensions.Logging;

namespace ErpSync;

/// <summary>What all kinds of one run share.</summary>
internal sealed class PassContext
{
    public required string Pair { get; init; }

    public required Connector First { get; init; }

    public required Connector Second { get; init; }

    public required IReadOnlySet<EntityKind> SyncedKinds { get; init; }

    /// <summary>Reference data that is mapped instead of synced; its kinds count as synced.</summary>
    public IReadOnlyDictionary<EntityKind, ReferenceMap> Maps { get; init; } = new Dictionary<EntityKind, ReferenceMap>();

    public required ISyncStore Store { get; init; }

    public required TimeProvider Clock { get; init; }

    public required ReadOnlyMemory<byte> HashKey { get; init; }

    public required ILogger Logger { get; init; }

    public ErpSyncOptions Options { get; init; } = new();

    public SyncTexts Texts { get; init; } = SyncTexts.Shipped;

    /// <summary>What people have stopped; asked before each batch of writes.</summary>
    public required PauseBook Pauses { get; init; }

    /// <summary>Reads everything instead of what changed.</summary>
    public bool Full { get; init; }

    /// <summary>Deletions that the systems announced.</summary>
    public IReadOnlyCollection<AnnouncedDeletion> Announced { get; init; } = [];

    /// <summary>The records that alone are read, by kind and side; null for all. Grows by what they point to.</summary>
    public Dictionary<(EntityKind Kind, Side Side), HashSet<RemoteId>>? Only { get; init; }

    /// <summary>Records that others need and that come along, whatever leaves them out.</summary>
    public HashSet<(EntityKind Kind, Side Side, RemoteId Id)> Along { get; } = [];

    /// <summary>Takes records up that the pair leaves out.</summary>
    public bool PastFilter { get; init; }

    /// <summary>Tries parked records again, whatever their wait.</summary>
    public bool Again { get; init; }

    /// <summary>The only side that may be written to; null for both.</summary>
    public Side? Into { get; init; }

    /// <summary>Which writes may be made.</summary>
    public SyncWrites Writes { get; init; } = SyncWrites.All;

    /// <summary>The side whose version stays wherever linked records differ; null to decide by the policies.</summary>
    public Side? Keep { get; init; }

    /// <summary>Records that meet for the first time keep what each side holds.</summary>
    public bool LeavesKnown { get; init; }

    /// <summary>Mass changes that a person wants.</summary>
    public IReadOnlyCollection<MassChangeConfirmation> Confirmed { get; init; } = [];

    /// <summary>The key of the bases of a plan that is made or applied; null otherwise.</summary>
    public ReadOnlyMemory<byte>? PlanSalt { get; init; }

    /// <summary>The number of the run; 0 for plans and inspections, which write nothing.</summary>
    public long Run { get; init; }

    /// <summary>The lease under which a run writes; null for plans and inspections.</summary>
    public Lease? Lease { get; init; }

    /// <summary>The leases of the run, those of writers among them; null for plans and inspections.</summary>
    public RunLeases? Leases { get; init; }

    /// <summary>Renews the lease; called before each batch that writes. Null for plans and inspections.</summary>
    public Func<CancellationToken, Task>? Heartbeat { get; init; }

    /// <summary>What a run would have linked by now; null in runs, which have stored it.</summary>
    public PlannedLinks? Planned { get; init; }

    public IProgress<SyncProgress>? Progress { get; init; }

    /// <summary>How wrong the systems' clocks are, by side; a side whose system does not tell is missing.</summary>
    public IReadOnlyDictionary<Side, ClockSkew> Skews { get; init; } = new Dictionary<Side, ClockSkew>();

    /// <summary>What the connections told of their installations, by name.</summary>
    public IReadOnlyDictionary<string, ConnectionFacts> Facts { get; init; } = new Dictionary<string, ConnectionFacts>(StringComparer.Ordinal);

    /// <summary>Kinds that others of the pair depend on: their deletions come last.</summary>
    public IReadOnlySet<EntityKind> DependedOn { get; init; } = new HashSet<EntityKind>();

    /// <summary>Records that are deleted at the end of the run, once what depends on them was worked through.</summary>
    public HashSet<(EntityKind Kind, Side Side, RemoteId Id)> Doomed { get; } = [];

    /// <summary>Records that go with a doomed owner, with what they held when that was decided.</summary>
    public Dictionary<(EntityKind Kind, Side Side, RemoteId Id), (Ref Owner, byte[] Fingerprint)> Following { get; } = [];

    /// <summary>Asked before anything is written; null for plans and inspections.</summary>
    public FirstWrite? FirstWrite { get; init; }

    /// <summary>What holds the pair; null when nothing does. A held pair is planned and inspected, and nothing is written.</summary>
    public SyncHold? Hold { get; set; }

    public Connector this[Side side] => side == Side.First ? First : Second;

    public string NameOf(Side side) => this[side].Name;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>What stops the writes of a kind to a side, at this moment; null when nothing does.</summary>
    public async Task<SyncProblem?> StopsAsync(EntityKind kind, Side side, CancellationToken cancellationToken) =>
        Hold?.ToProblem() ?? (Into is { } into && into != side ? OtherDirection(kind, side) : await Pauses.StopsAsync(kind, NameOf(side), cancellationToken));

    private SyncProblem OtherDirection(EntityKind kind, Side side) =>
        new(ProblemKind.Held, "run.other-direction", $"This run writes to {NameOf(side == Side.First ? Side.Second : Side.First):target} only.") { Connection = NameOf(side), EntityKind = kind };
}
