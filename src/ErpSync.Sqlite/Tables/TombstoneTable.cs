using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>The rows of tombstones.</summary>
internal static class TombstoneTable
{
    private const string Selected = "t.first_id, t.second_id, t.deleted_at_side, t.key_hash, t.label, t.reason, t.at, t.used_at, t.first_base, t.second_base";
    private const string Scope = "(SELECT scope FROM scopes WHERE pair = $1 AND kind = $2)";

    private const string ByFirst = $"""
        SELECT {Selected} FROM json_each($3) AS wanted CROSS JOIN tombstones AS t
        WHERE t.scope = {Scope} AND t.first_id = wanted.value ORDER BY t.at DESC, t.number DESC
        """;

    private const string BySecond = $"""
        SELECT {Selected} FROM json_each($3) AS wanted CROSS JOIN tombstones AS t INDEXED BY tombstone_second
        WHERE t.scope = {Scope} AND t.second_id = wanted.value ORDER BY t.at DESC, t.number DESC
        """;

    private const string ByKey = $"""
        SELECT {Selected} FROM json_each($3) AS wanted CROSS JOIN tombstones AS t INDEXED BY tombstone_key
        WHERE t.scope = {Scope} AND t.key_hash = wanted.value ORDER BY t.at DESC, t.number DESC
        """;

    private const string Upsert = """
        INSERT INTO tombstones (scope, first_id, second_id, deleted_at_side, key_hash, label, reason, at, used_at, first_base, second_base)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (scope, first_id, second_id) DO UPDATE SET deleted_at_side = excluded.deleted_at_side, key_hash = excluded.key_hash, label = excluded.label,
            reason = excluded.reason, at = excluded.at, used_at = excluded.used_at, first_base = excluded.first_base, second_base = excluded.second_base
        """;

    public static List<Tombstone> Find(Session session, string pair, EntityKind kind, Side side, IEnumerable<RemoteId> ids) =>
        session.Read(side == Side.First ? ByFirst : BySecond, row => Map(row, pair, kind), pair, kind.Name, StoredText.FromIds(ids.Distinct()));

    public static List<Tombstone> FindByKey(Session session, string pair, EntityKind kind, IEnumerable<string> keyHashes) =>
        session.Read(ByKey, row => Map(row, pair, kind), pair, kind.Name, StoredText.FromIds(keyHashes.Distinct(StringComparer.Ordinal).Select(hash => new RemoteId(hash))));

    public static void Remove(Session session, Scopes scopes, IEnumerable<(string Pair, EntityKind Kind, RemoteId FirstId, RemoteId SecondId)> keys)
    {
        foreach (var (pair, kind, firstId, secondId) in keys)
            session.Execute("DELETE FROM tombstones WHERE scope = $1 AND first_id = $2 AND second_id = $3", scopes.Number(pair, kind), firstId.Value, secondId.Value);
    }

    public static void Forget(Session session, Scopes scopes, IEnumerable<(string Pair, EntityKind Kind, DateTimeOffset UsedBefore)> old)
    {
        foreach (var (pair, kind, usedBefore) in old)
            session.Execute("DELETE FROM tombstones WHERE scope = $1 AND used_at < $2", scopes.Number(pair, kind), usedBefore.UtcTicks);
    }

    public static void Save(Session session, Scopes scopes, IEnumerable<Tombstone> tombstones)
    {
        foreach (var tombstone in tombstones)
        {
            session.Execute(
                Upsert,
                scopes.Number(tombstone.Pair, tombstone.Kind),
                tombstone.FirstId.Value,
                tombstone.SecondId.Value,
                tombstone.DeletedAt is { } side ? (int)side : null,
                tombstone.KeyHash,
                tombstone.Label,
                tombstone.Reason,
                tombstone.At.UtcTicks,
                tombstone.UsedAt.UtcTicks,
                tombstone.FirstBase.Value(),
                tombstone.SecondBase.Value());
        }
    }

    private static Tombstone Map(SqliteDataReader row, string pair, EntityKind kind) => new(pair, kind, row.Id(0), row.Id(1), row.GetString(5))
    {
        DeletedAt = row.IsDBNull(2) ? null : row.Side(2),
        KeyHash = row.Text(3),
        Label = row.Text(4),
        At = row.Instant(6),
        UsedAt = row.Instant(7),
        FirstBase = row.Bytes(8),
        SecondBase = row.Bytes(9),
    };
}
