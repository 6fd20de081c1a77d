namespace ErpSync.Simulation.Running;

/// <summary>A field that an engine changed at a system, as the system saw it.</summary>
internal sealed record EngineWrite(EntityKind Kind, Side Side, RemoteId Id, int Gid, string Field, string Before, string After)
{
    /// <summary>True when the engine could not know whether or what it wrote.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>True when somebody edited the field after the last look, so that the engine never saw the old value.</summary>
    public bool IsBlind { get; init; }

    /// <summary>True when the answer did not tell what was stored, so that the journal may hold what was sent.</summary>
    public bool IsReadBack { get; init; }

    public bool IsCreate { get; init; }

    public bool IsDelete { get; init; }
}
