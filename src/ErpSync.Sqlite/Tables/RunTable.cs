using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>The rows of runs.</summary>
internal static class RunTable
{
    public static long Begin(Session session, RunRecord run) => (long)session.Scalar(
        "INSERT INTO runs (pair, started_at, ended_at, written, failed, error, purpose) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING number",
        run.Pair,
        run.StartedAt.UtcTicks,
        run.EndedAt?.UtcTicks,
        run.Written,
        run.Failed,
        run.Error,
        (int)run.Purpose)!;

    public static void End(Session session, RunRecord run)
    {
        var changed = session.Execute(
            "UPDATE runs SET started_at = $2, ended_at = $3, written = $4, failed = $5, error = $6, purpose = $8 WHERE number = $7 AND pair = $1",
            run.Pair,
            run.StartedAt.UtcTicks,
            run.EndedAt?.UtcTicks,
            run.Written,
            run.Failed,
            run.Error,
            run.Number,
            (int)run.Purpose);
        if (changed == 0)
            throw new StoreException(StoreProblems.RunMissing(run));
    }

    public static List<RunRecord> ReadLatest(Session session, string pair, int count) => session.Read(
        "SELECT number, started_at, ended_at, written, failed, error, purpose FROM runs INDEXED BY run_pair WHERE pair = $1 ORDER BY number DESC LIMIT $2",
        row => Map(row, pair),
        pair,
        Math.Max(count, 0));

    private static RunRecord Map(SqliteDataReader row, string pair) => new(pair, row.Instant(1))
    {
        Number = row.GetInt64(0),
        EndedAt = row.InstantOrNull(2),
        Written = row.GetInt64(3),
        Failed = row.GetInt64(4),
        Error = row.Text(5),
        Purpose = (RunPurpose)row.GetInt32(6),
    };
}
