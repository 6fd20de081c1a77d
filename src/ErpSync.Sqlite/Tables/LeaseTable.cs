namespace ErpSync;

/// <summary>The rows of leases. All writing happens inside a transaction that holds the right to write, so it is atomic across processes.</summary>
internal static class LeaseTable
{
    private const string Upsert = """
        INSERT INTO leases (name, holder, fencing_token, until) VALUES ($1, $2, $3, $4)
        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, fencing_token = excluded.fencing_token, until = excluded.until
        """;

    public static Lease? TryTake(Session session, string name, string holder, DateTimeOffset now, TimeSpan duration)
    {
        var held = Read(session, name);
        if (held is not null && held.Holder != holder && held.Until > now)
            return null;
        var token = held?.Holder == holder ? held.FencingToken : LastToken(session, name) + 1;
        var lease = new Lease(name, holder, token, now + duration);
        session.Execute(Upsert, name, holder, token, lease.Until.UtcTicks);
        return lease;
    }

    public static Lease? Read(Session session, string name) => session.Read(
        "SELECT holder, fencing_token, until FROM leases WHERE name = $1 AND holder IS NOT NULL",
        row => new Lease(name, row.GetString(0), row.GetInt64(1), row.Instant(2)),
        name).FirstOrDefault();

    public static void Release(Session session, Lease lease) =>
        session.Execute("UPDATE leases SET holder = NULL WHERE name = $1 AND holder = $2 AND fencing_token = $3", lease.Name, lease.Holder, lease.FencingToken);

    /// <summary>Refuses changes whose lease has passed on. A lease that has run out and that nobody took since still counts: nobody else can have written.</summary>
    public static void Check(Session session, IEnumerable<Lease> leases)
    {
        if (leases.FirstOrDefault(lease => Read(session, lease.Name)?.FencingToken != lease.FencingToken) is { } lost)
            throw new StoreException(StoreProblems.LeaseLost(lost));
    }

    private static long LastToken(Session session, string name) => session.Scalar("SELECT fencing_token FROM leases WHERE name = $1", name) as long? ?? 0;
}
