using System.IO.Compression;

namespace ErpSync;

/// <summary>The kept plans behind <see cref="ISyncPlans"/>: the saved form, compressed.</summary>
internal sealed class SyncPlans(EngineSetup setup, ISyncStore store) : ISyncPlans
{
    public async Task KeepAsync(SyncPlan plan, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        using var content = new MemoryStream();
        await using (var packed = new GZipStream(content, CompressionLevel.Optimal, leaveOpen: true))
            await plan.SaveAsync(packed, cancellationToken);
        await store.OpenAsync(cancellationToken);
        var stored = new StoredPlan(setup.Pair(plan.Pair).Name, name, plan.MadeAt) { Entries = plan.Entries.Count, Writes = plan.Writes, Content = content.GetBuffer().AsMemory(0, (int)content.Length) };
        await store.SavePlanAsync(stored, cancellationToken);
    }

    public async Task<IReadOnlyList<StoredPlan>> ListAsync(string pair, CancellationToken cancellationToken = default)
    {
        await store.OpenAsync(cancellationToken);
        return await store.ReadPlansAsync(setup.Pair(pair).Name, cancellationToken);
    }

    public async Task<SyncPlan?> FindAsync(string pair, string name, CancellationToken cancellationToken = default)
    {
        await store.OpenAsync(cancellationToken);
        if (await store.FindPlanAsync(setup.Pair(pair).Name, name, cancellationToken) is not { } stored)
            return null;
        using var content = new MemoryStream(stored.Content.ToArray());
        await using var plain = new GZipStream(content, CompressionMode.Decompress);
        return await SyncPlan.LoadAsync(plain, cancellationToken);
    }

    public async Task<bool> RemoveAsync(string pair, string name, CancellationToken cancellationToken = default)
    {
        await store.OpenAsync(cancellationToken);
        return await store.RemovePlanAsync(setup.Pair(pair).Name, name, cancellationToken);
    }
}
