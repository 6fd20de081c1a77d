using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ErpSync;

/// <summary>The holds of a pair, the remembered identities of its installations, and what is to be treated with care after a confirmation, in the store's texts.</summary>
internal sealed class HoldBook(ISyncStore store, string pair)
{
    private const string Prefix = "hold/";

    public async Task<IReadOnlyList<SyncHold>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (await store.ReadTextsAsync(pair, Prefix, cancellationToken)).Select(text => Read(text.Value)).OrderBy(hold => hold.Since).ThenBy(hold => hold.Code, StringComparer.Ordinal)];

    public async Task SaveAsync(SyncHold hold, Lease? lease, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges { Lease = lease };
        changes.Texts.Add((pair, Key(hold), Write(hold)));
        await store.CommitAsync(changes, cancellationToken);
    }

    /// <summary>
    /// What holds the pair, given the installations that answer now. A hold for a changed installation lifts itself when the known one answers again.
    /// </summary>
    /// <param name="facts">What the connections told, by connection.</param>
    /// <param name="lease">The lease of a run, which may store what it finds; null stores nothing.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    public async Task<SyncHold?> CheckAsync(IReadOnlyDictionary<string, ConnectionFacts> facts, Lease? lease, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges { Lease = lease };
        var holds = (await ReadAsync(cancellationToken)).ToList();
        foreach (var (connection, fact) in facts)
        {
            var known = await store.GetTextAsync(pair, InstanceKey(connection), cancellationToken);
            if (known == fact.InstanceId)
            {
                foreach (var moot in holds.Where(hold => hold.Code == HoldCodes.InstanceChanged && hold.Connection == connection).ToList())
                {
                    holds.Remove(moot);
                    changes.Texts.Add((pair, Key(moot), null));
                }
            }
            else if (known is null)
            {
                changes.Texts.Add((pair, InstanceKey(connection), fact.InstanceId));
            }
            else
            {
                holds.RemoveAll(hold => hold.Code == HoldCodes.InstanceChanged && hold.Connection == connection);
                holds.Insert(0, Changed(connection, known, fact.InstanceId, now));
                changes.Texts.Add((pair, Key(holds[0]), Write(holds[0])));
            }
        }

        if (lease is not null && !changes.IsEmpty)
            await store.CommitAsync(changes, cancellationToken);
        return holds.Count == 0 ? null : holds[0];
    }

    /// <summary>Lifts a hold; what was found is taken with care by the next run of each kind.</summary>
    public async Task<bool> ConfirmAsync(SyncHold hold, IEnumerable<(EntityKind Kind, string Connection)> careful, string? keep, CancellationToken cancellationToken)
    {
        if (await store.GetTextAsync(pair, Key(hold), cancellationToken) is not { } text)
            return false;
        var changes = new StoreChanges();
        changes.Texts.Add((pair, Key(hold), null));
        if (Read(text).Instance is { } instance)
            changes.Texts.Add((pair, InstanceKey(hold.Connection), instance));
        foreach (var (kind, connection) in careful)
        {
            changes.Texts.Add((pair, RestoredMarks.Key(kind, connection), keep ?? ""));
            changes.Texts.Add((pair, $"cursor/{kind.Name}/{connection}", null)); // dates and stamps of before tell nothing: everything is read
        }

        await store.CommitAsync(changes, cancellationToken);
        return true;
    }

    private static string InstanceKey(string connection) => $"instance/{connection}";

    private static string Key(SyncHold hold) => $"{Prefix}{hold.Code}/{hold.Connection}";

    private SyncHold Changed(string connection, string known, string found, DateTimeOffset now) =>
        new(pair, HoldCodes.InstanceChanged, connection, $"Another installation answers as '{connection}': it was {known} and is {found} now.", now)
        {
            Remedy = "Correct the address if it is a copy. If it is the right one, confirm; records that differ then ask.",
            Instance = found,
        };

    private static string Write(SyncHold hold)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("code", hold.Code);
            json.WriteString("connection", hold.Connection);
            json.WriteString("message", hold.Message);
            json.WriteString("since", hold.Since.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("remedy", hold.Remedy);
            if (hold.Kind is { } kind)
                json.WriteString("kind", kind.Name);
            if (hold.Instance is { } instance)
                json.WriteString("instance", instance);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private SyncHold Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        return new SyncHold(pair, Text("code"), Text("connection"), Text("message"), root.GetProperty("since").GetDateTimeOffset())
        {
            Remedy = Text("remedy"),
            Kind = root.TryGetProperty("kind", out var kind) ? new EntityKind(kind.GetString()!) : null,
            Instance = root.TryGetProperty("instance", out var instance) ? instance.GetString() : null,
        };

        string Text(string name) => root.GetProperty(name).GetString()!;
    }
}
