namespace ErpSync.Matching;

/// <summary>Two places in the lists of unlinked records, and how sure it is that they are the same.</summary>
internal readonly record struct ScoredPair(int First, int Second, decimal Score, bool IsAmbiguous = false);
