using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ErpSync;

/// <summary>The pauses of a pair in the store's texts, one text each, so that they are seen by every process at once.</summary>
internal sealed class PauseBook(ISyncStore store, string pair)
{
    private const string Prefix = "pause/";
    private const string Any = "*";

    public async Task<IReadOnlyList<SyncPause>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (await store.ReadTextsAsync(pair, Prefix, cancellationToken)).Select(text => Read(text.Key, text.Value)).OrderBy(pause => pause.Since)];

    /// <summary>What stops the writes of a kind to a connection; null when nothing does.</summary>
    public async Task<SyncProblem?> StopsAsync(EntityKind kind, string target, CancellationToken cancellationToken)
    {
        var pauses = await store.ReadTextsAsync(pair, Prefix, cancellationToken);
        return pauses.Count == 0 ? null : Problem(pauses.Select(text => Read(text.Key, text.Value)).OrderBy(pause => pause.Since), kind, target);
    }

    public Task SaveAsync(SyncPause pause, CancellationToken cancellationToken) => SetAsync(pause.Kind, pause.Target, Write(pause), cancellationToken);

    public async Task<bool> RemoveAsync(EntityKind? kind, string? target, CancellationToken cancellationToken)
    {
        if (await store.GetTextAsync(pair, Key(kind, target), cancellationToken) is null)
            return false;
        await SetAsync(kind, target, null, cancellationToken);
        return true;
    }

    private static SyncProblem? Problem(IEnumerable<SyncPause> pauses, EntityKind kind, string target) =>
        pauses.FirstOrDefault(pause => (pause.Kind is null || pause.Kind == kind) && (pause.Target is null || pause.Target == target)) is { } found
            ? new SyncProblem(ProblemKind.Held, "pause.active", found.ToString()) { Connection = target, EntityKind = kind, Remedy = "Resume it when the reason is gone." }
            : null;

    private static string Key(EntityKind? kind, string? target) => $"{Prefix}{kind?.Name ?? Any}/{target ?? Any}";

    private async Task SetAsync(EntityKind? kind, string? target, string? text, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges();
        changes.Texts.Add((pair, Key(kind, target), text));
        await store.CommitAsync(changes, cancellationToken);
    }

    private static string Write(SyncPause pause)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("since", pause.Since.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("who", pause.Who);
            json.WriteString("reason", pause.Reason);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private SyncPause Read(string key, string text)
    {
        var parts = key.Split('/', 3);
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        return new SyncPause(pair, root.GetProperty("reason").GetString()!, root.GetProperty("who").GetString()!, root.GetProperty("since").GetDateTimeOffset())
        {
            Kind = parts[1] == Any ? null : new EntityKind(parts[1]),
            Target = parts[2] == Any ? null : parts[2],
        };
    }
}
