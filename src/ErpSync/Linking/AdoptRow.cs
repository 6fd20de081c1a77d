namespace ErpSync;

/// <summary>One pair of a source, or why a line could not be understood.</summary>
internal readonly record struct AdoptRow(long? Line, RemoteId? First, RemoteId? Second, SyncProblem? Problem = null);
