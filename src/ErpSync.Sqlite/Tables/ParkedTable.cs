using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>The rows of parked records.</summary>
internal static class ParkedTable
{
    private const string Select = """
        SELECT s.kind, p.side, p.id, p.attempts, p.parked_at, p.retry_at, p.label, p.problem, p.state, p.fingerprint FROM parked AS p JOIN scopes AS s ON s.scope = p.scope
        WHERE s.pair = $1 AND ($2 IS NULL OR s.kind = $2) ORDER BY p.parked_at, p.number
        """;

    private const string Upsert = """
        INSERT INTO parked (scope, side, id, attempts, parked_at, retry_at, label, problem, state, fingerprint) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (scope, side, id) DO UPDATE SET attempts = excluded.attempts, parked_at = excluded.parked_at, retry_at = excluded.retry_at,
            label = excluded.label, problem = excluded.problem, state = excluded.state, fingerprint = excluded.fingerprint
        """;

    public static SqliteDataReader Query(Session session, string pair, EntityKind? kind) => session.Query(Select, pair, kind?.Name);

    public static ParkedRecord Map(SqliteDataReader row, string pair) => new(pair, new EntityKind(row.GetString(0)), row.Side(1), row.Id(2), StoredText.ToProblem(row.GetString(7)))
    {
        Attempts = row.GetInt32(3),
        ParkedAt = row.Instant(4),
        RetryAt = row.InstantOrNull(5),
        Label = row.Text(6),
        State = (ParkedState)row.GetInt32(8),
        Fingerprint = row.Text(9),
    };

    public static void Remove(Session session, Scopes scopes, IEnumerable<RecordKey> keys)
    {
        foreach (var key in keys)
            session.Execute("DELETE FROM parked WHERE scope = $1 AND side = $2 AND id = $3", scopes.Number(key.Pair, key.Kind), (int)key.Side, key.Id.Value);
    }

    public static void Save(Session session, Scopes scopes, IEnumerable<ParkedRecord> records)
    {
        foreach (var record in records)
        {
            session.Execute(
                Upsert,
                scopes.Number(record.Pair, record.Kind),
                (int)record.Side,
                record.Id.Value,
                record.Attempts,
                record.ParkedAt.UtcTicks,
                record.RetryAt?.UtcTicks,
                record.Label,
                StoredText.FromProblem(record.Problem),
                (int)record.State,
                record.Fingerprint);
        }
    }
}
