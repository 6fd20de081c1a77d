using ErpSync.Deciding;

namespace ErpSync.Writing;

/// <summary>What became of one decision.</summary>
internal sealed record Outcome<T>(Decision<T> Decision)
    where T : class, IEntity
{
    /// <summary>What the first side holds after a write there; null when nothing was written there.</summary>
    public Remote<T>? StoredFirst { get; init; }

    /// <summary>What the second side holds after a write there; null when nothing was written there.</summary>
    public Remote<T>? StoredSecond { get; init; }

    /// <summary>Why a write failed; null when none did.</summary>
    public SyncProblem? Problem { get; init; }

    /// <summary>True when the survivor of a deletion is gone now too.</summary>
    public bool WasDeleted { get; init; }

    /// <summary>A target was no longer what the decision was based on: decide again.</summary>
    public bool IsStale { get; init; }

    /// <summary>A write that waits for another record of the same kind.</summary>
    public bool IsDeferred { get; init; }

    /// <summary>The token of the create's intent; null when there was none.</summary>
    public string? Token { get; init; }

    /// <summary>True when the intent must stay: nobody knows whether the create was carried out.</summary>
    public bool KeepIntent { get; init; }

    /// <summary>An existing record that a create must not double: it is linked instead.</summary>
    public RemoteId? Found { get; init; }

    /// <summary>True when <see cref="Found"/> is what a create of this run left whose answer was lost: perhaps not complete, so it is compared, not taken as agreed.</summary>
    public bool WasLost { get; init; }

    /// <summary>For lost creates: the fingerprint of what was sent.</summary>
    public ReadOnlyMemory<byte> Expected { get; init; }

    /// <summary>What was sent to the first side without an answer that tells what became of it; null otherwise.</summary>
    public T? DoubtfulFirst { get; init; }

    /// <summary>What was sent to the second side without an answer that tells what became of it; null otherwise.</summary>
    public T? DoubtfulSecond { get; init; }

    public T? Doubtful(Side side) => side == Side.First ? DoubtfulFirst : DoubtfulSecond;

    public Outcome<T> WithDoubtful(Side side, T sent) => side == Side.First ? this with { DoubtfulFirst = sent } : this with { DoubtfulSecond = sent };

    public Remote<T>? Stored(Side side) => side == Side.First ? StoredFirst : StoredSecond;

    public Outcome<T> WithStored(Side side, Remote<T> stored) => side == Side.First ? this with { StoredFirst = stored } : this with { StoredSecond = stored };
}
