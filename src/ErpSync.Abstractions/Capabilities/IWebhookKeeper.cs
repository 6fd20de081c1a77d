namespace ErpSync;

/// <summary>Capability: keeps the webhooks at a system as a pair needs them. The shared secret is an option of the connection.</summary>
public interface IWebhookKeeper
{
    /// <summary>Creates the webhooks that are missing and switches those on again that the system switched off. Webhooks with other addresses stay as they are.</summary>
    /// <param name="wish">What the pair needs.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    /// <returns>What was done and what could not be done, as findings; empty when everything was as wished.</returns>
    /// <exception cref="ConnectorException">The webhooks could not be listed.</exception>
    Task<IReadOnlyList<Finding>> KeepAsync(WebhookWish wish, CancellationToken cancellationToken);
}
