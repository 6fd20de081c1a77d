namespace ErpSync.Reading;

/// <summary>The memory of a rotating sweep, kept in the store's texts once the cycle is recorded.</summary>
internal sealed class SweepMemory(ISyncStore store, string pair, string prefix) : ISweepMemory
{
    private readonly Dictionary<string, string?> _changes = new(StringComparer.Ordinal);

    public ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken) =>
        _changes.TryGetValue(key, out var text) ? ValueTask.FromResult(text) : store.GetTextAsync(pair, prefix + key, cancellationToken);

    public void Set(string key, string? text) => _changes[key] = text;

    public void AddTo(StoreChanges changes)
    {
        foreach (var (key, text) in _changes)
            changes.Texts.Add((pair, prefix + key, text));
    }
}
