namespace ErpSync.Simulation.Model;

/// <summary>How one system treats one kind in one history.</summary>
internal sealed class KindTraits
{
    /// <summary>Changes can be asked for by date; otherwise the listing's stamps tell them.</summary>
    public bool HasChanges { get; init; } = true;

    /// <summary>The listing carries stamps.</summary>
    public bool HasStamps { get; init; }

    /// <summary>Fields whose edit does not touch the modification date.</summary>
    public IReadOnlySet<string> Silent { get; init; } = new HashSet<string>();

    /// <summary>Writes answer with what was stored; otherwise it must be read back.</summary>
    public bool ReturnsStored { get; init; } = true;

    /// <summary>The connector tells what the system does to values; otherwise only reading back shows it.</summary>
    public bool DeclaresNormalisation { get; init; } = true;

    /// <summary>An update tells which version it is based on and is refused when that has passed.</summary>
    public bool IsConditional { get; init; }

    public bool HasTokens { get; init; }

    public bool HasKeyFinder { get; init; }

    public bool HasNewestId { get; init; }

    public bool CanCreate { get; init; } = true;

    /// <summary>A create or update takes two requests, so that the second may be missing.</summary>
    public bool WritesInTwoSteps { get; init; }

    public int PageSize { get; init; } = 100;

    public int FindBatch { get; init; } = 100;

    public int WriteBatch { get; init; } = 100;
}
