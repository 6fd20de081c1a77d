namespace ErpSync.Dolibarr;

/// <summary>Problems that parties and documents have in common.</summary>
internal static class Parties
{
    public static ConnectorException Gone(EntityKind kind, RemoteId id) => new(new SyncProblem(ProblemKind.NotFound, DolibarrCodes.NotFound, $"Dolibarr has no such {kind.Name} any more.") { EntityKind = kind, Id = id });

    /// <summary>The id of a pointer to a third party.</summary>
    /// <exception cref="ConnectorException">There is none.</exception>
    public static long Need(Ref? customer, EntityKind kind) => customer is { IsForeign: false } pointer && Numbers.Of(pointer.Id) is { } id ? id : throw new ConnectorException(new SyncProblem(ProblemKind.WaitingForDependency, DocumentCodes.CustomerMissing, "Dolibarr takes no such record without its customer, who is not linked yet.")
    {
        EntityKind = kind,
        Field = nameof(Order.Customer),
    });
}
