namespace ErpSync.Http;

/// <summary>What a request is counted as.</summary>
public enum RequestPurpose
{
    /// <summary>It reads or writes records: listings, finds, writes, guard reads, read-backs, end-of-list proofs.</summary>
    Data,

    /// <summary>Login, probe, schema and reference data, read once a run and reported apart.</summary>
    Reference,
}
