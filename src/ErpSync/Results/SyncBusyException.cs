namespace ErpSync;

/// <summary>Another run of the pair is under way.</summary>
/// <param name="pair">The pair.</param>
/// <param name="lease">Who runs it and until when; null when that could not be read.</param>
public sealed class SyncBusyException(string pair, Lease? lease)
    : Exception($"Pair '{pair}' is being run{(lease is null ? "" : $" by {lease.Holder} until {lease.Until:u} at the latest, unless it goes on")}. Wait for it, or run again when it has stopped.")
{
    /// <summary>The pair.</summary>
    public string Pair { get; } = pair;

    /// <summary>Who runs it; null when unknown.</summary>
    public Lease? Lease { get; } = lease;
}
