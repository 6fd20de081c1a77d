namespace ErpSync;

public partial interface ISyncControl
{
    /// <summary>Looks in the store for what has lasted too long (parked records, conflicts, no complete run) and sends the notices that are due. Runs do it at their end; a host calls it now and then too, so that a pair that does not run at all is noticed. Sends no request to a system.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="cancellationToken">Cancels the look.</param>
    /// <returns>A task that ends when the notices are handed over.</returns>
    Task CheckNoticesAsync(string pair, CancellationToken cancellationToken = default);
}
