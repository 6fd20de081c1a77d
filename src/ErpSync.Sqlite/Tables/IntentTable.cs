using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>The rows of intents: few, because each goes when its create is recorded.</summary>
internal static class IntentTable
{
    private const string Select = """
        SELECT token, target, source_id, natural_key, newest_before, expected, created_at FROM intents
        WHERE pair = $1 AND kind = $2 ORDER BY created_at, number
        """;

    private const string Upsert = """
        INSERT INTO intents (pair, kind, token, target, source_id, natural_key, newest_before, expected, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (pair, token) DO UPDATE SET kind = excluded.kind, target = excluded.target, source_id = excluded.source_id, natural_key = excluded.natural_key,
            newest_before = excluded.newest_before, expected = excluded.expected, created_at = excluded.created_at
        """;

    public static List<Intent> Read(Session session, string pair, EntityKind kind) =>
        session.Read(Select, row => Map(row, pair, kind), pair, kind.Name);

    public static void Save(Session session, IEnumerable<Intent> intents)
    {
        foreach (var intent in intents)
        {
            session.Execute(
                Upsert,
                intent.Pair,
                intent.Kind.Name,
                intent.Token,
                (int)intent.Target,
                intent.SourceId.Value,
                intent.Key,
                intent.NewestBefore?.Value,
                intent.Expected.Value(),
                intent.CreatedAt.UtcTicks);
        }
    }

    public static void Remove(Session session, IEnumerable<(string Pair, string Token)> done)
    {
        foreach (var (pair, token) in done)
            session.Execute("DELETE FROM intents WHERE pair = $1 AND token = $2", pair, token);
    }

    private static Intent Map(SqliteDataReader row, string pair, EntityKind kind) => new(pair, kind, row.GetString(0), row.Side(1), row.Id(2))
    {
        Key = row.Text(3),
        NewestBefore = row.IsDBNull(4) ? null : row.Id(4),
        Expected = row.Bytes(5),
        CreatedAt = row.Instant(6),
    };
}
