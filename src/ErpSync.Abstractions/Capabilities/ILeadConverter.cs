namespace ErpSync;

/// <summary>Capability: makes a contact, and if wanted a customer and a deal, of a lead, so that no lead with the same e-mail address stays.</summary>
public interface ILeadConverter
{
    /// <summary>Converts a lead. A lead that was converted before is found again, not converted twice, as far as the system tells.</summary>
    /// <param name="lead">The lead as it was read just before.</param>
    /// <param name="customer">The customer to make; null for none.</param>
    /// <param name="deal">The deal to make; null for none.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    /// <returns>What was made.</returns>
    /// <exception cref="ConnectorException">The lead was not converted, or nobody knows (<see cref="ProblemKind.OutcomeUnknown"/>).</exception>
    Task<LeadConversion> ConvertAsync(Remote<Lead> lead, Customer? customer, Deal? deal, CancellationToken cancellationToken);
}
