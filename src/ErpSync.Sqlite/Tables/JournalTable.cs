using System.Text;
using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>The rows of the journal.</summary>
internal static class JournalTable
{
    private const string Insert = """
        INSERT INTO journal (scope, run, side, id, action, at, reason, field, old_value, new_value) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    /// <summary>The number of the newest entry; 0 when there is none.</summary>
    public static long Newest(Session session) => session.Scalar("SELECT max(number) FROM journal") as long? ?? 0;

    /// <summary>A page of the entries between two numbers.</summary>
    public static List<JournalEntry> ReadPage(Session session, JournalQuery query, long after, long upTo, int count) => session.Read(
        Page(query),
        row => Map(row, query.Pair),
        query.Pair,
        after,
        upTo,
        count,
        query.Run,
        query.Kind?.Name,
        query.Side is { } side ? (int)side : null,
        query.Id?.Value,
        query.Field,
        query.From?.UtcTicks,
        query.Until?.UtcTicks);

    public static void Append(Session session, Scopes scopes, IEnumerable<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            session.Execute(
                Insert,
                scopes.Number(entry.Pair, entry.Kind),
                entry.Run,
                (int)entry.Side,
                entry.Id.Value,
                (int)entry.Action,
                entry.At.UtcTicks,
                entry.Reason,
                entry.Field,
                entry.OldValue,
                entry.NewValue);
        }
    }

    // The most selective condition chooses the index: the record, else the run, else the order of writing.
    private static string Page(JournalQuery query)
    {
        var index = query switch
        {
            { Id: not null } => "INDEXED BY journal_record",
            { Run: not null } => "INDEXED BY journal_run",
            _ => "NOT INDEXED",
        };
        var sql = new StringBuilder(600);
        sql.Append("SELECT j.number, j.run, j.side, j.id, j.action, j.at, j.reason, j.field, j.old_value, j.new_value, (SELECT s.kind FROM scopes AS s WHERE s.scope = j.scope)");
        sql.Append(" FROM journal AS j ").Append(index);
        sql.Append(" WHERE j.number > $2 AND j.number <= $3");
        sql.Append(" AND j.scope IN (SELECT scope FROM scopes WHERE pair = $1").Append(query.Kind is null ? ")" : " AND kind = $6)");
        if (query.Run is not null)
            sql.Append(" AND j.run = $5");
        if (query.Side is not null)
            sql.Append(" AND j.side = $7");
        if (query.Id is not null)
            sql.Append(query.Side is null ? " AND j.side IN (0, 1) AND j.id = $8" : " AND j.id = $8");
        if (query.Field is not null)
            sql.Append(" AND j.field = $9");
        if (query.From is not null)
            sql.Append(" AND j.at >= $10");
        if (query.Until is not null)
            sql.Append(" AND j.at < $11");
        sql.Append(query.NewestFirst ? " ORDER BY j.number DESC LIMIT $4" : " ORDER BY j.number LIMIT $4");
        return sql.ToString();
    }

    private static JournalEntry Map(SqliteDataReader row, string pair) => new(
        pair,
        row.GetInt64(1),
        new EntityKind(row.GetString(10)),
        row.Side(2),
        row.Id(3),
        (JournalAction)row.GetInt32(4),
        row.Instant(5),
        row.GetString(6))
    {
        Number = row.GetInt64(0),
        Field = row.Text(7),
        OldValue = row.Text(8),
        NewValue = row.Text(9),
    };
}
