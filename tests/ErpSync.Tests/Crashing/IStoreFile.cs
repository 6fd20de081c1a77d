namespace ErpSync.Tests.Crashing;

/// <summary>What of a store outlives a process.</summary>
internal interface IStoreFile : IDisposable
{
    /// <summary>The store as a new process finds it.</summary>
    ISyncStore Open();
}
