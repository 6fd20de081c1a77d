namespace ErpSync;

/// <summary>Capability: finds records by the token that their create carried (Dolibarr's <c>ref_ext</c>, WooCommerce's meta data).</summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface ITokenFinder<T>
    where T : class, IEntity
{
    /// <summary>Finds which of the tokens exist.</summary>
    /// <param name="tokens">The tokens of creates whose outcome is unknown.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The id of the record under each token that was found; the lowest id when several carry it.</returns>
    /// <exception cref="ConnectorException">The request failed.</exception>
    Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken);
}
