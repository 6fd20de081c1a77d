namespace ErpSync.Vtiger.Tests;

internal sealed class TestMemory : ISweepMemory
{
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    public ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult(Texts.GetValueOrDefault(key));

    public void Set(string key, string? text)
    {
        if (text is null)
            Texts.Remove(key);
        else
            Texts[key] = text;
    }
}
