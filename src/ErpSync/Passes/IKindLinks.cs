namespace ErpSync;

/// <summary>Proposals, adoption and rebuilding of the links of one kind. Writes to no system.</summary>
internal interface IKindLinks
{
    /// <summary>What may belong together.</summary>
    Task<IReadOnlyList<MatchProposal>> ProposeAsync(CancellationToken cancellationToken);

    /// <summary>Links two records each.</summary>
    Task<LinkingReport> LinkAsync(IReadOnlyList<(RemoteId First, RemoteId Second, string Reason)> pairs, CancellationToken cancellationToken);

    /// <summary>Takes over links from what another tool left.</summary>
    Task<AdoptReport> AdoptAsync(AdoptSource source, bool apply, CancellationToken cancellationToken);

    /// <summary>Finds the links of a lost store again.</summary>
    Task<RebuildReport> RebuildAsync(CancellationToken cancellationToken);
}
