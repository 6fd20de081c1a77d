namespace ErpSync;

public partial interface ISyncHistory
{
    /// <summary>
    /// Says why a record is as it is: its colour, its link and why it was made, open fields since when and the policy that decides them, its place among the parked,
    /// pauses and holds that stop it, and its last writes. Answered from the store without a request, unless <paramref name="live"/> is true.
    /// </summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="connection">The connection whose id is given.</param>
    /// <param name="id">The record's id there.</param>
    /// <param name="live">True to read the record at both sides and say what a run would decide now, with the rule for each field. Writes nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The explanation; for a record that nothing is known of it says so.</returns>
    /// <exception cref="ConnectorException">Live only: a system cannot be used.</exception>
    Task<Explanation> ExplainAsync(string pair, EntityKind kind, string connection, RemoteId id, bool live = false, CancellationToken cancellationToken = default);
}
