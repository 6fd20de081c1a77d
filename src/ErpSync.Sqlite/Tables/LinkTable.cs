using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>The rows of links. Every query names its index, so that a page of a million links costs what a page of a hundred costs.</summary>
internal static class LinkTable
{
    private const string Selected = """
        l.number, l.first_id, l.second_id, l.created_at_side, l.linked_at, l.open_fields, l.first_stamp, l.second_stamp,
        l.reason, l.label, l.first_fingerprint, l.second_fingerprint, l.first_base, l.second_base
        """;

    private const string ScopeOfPairAndKind = "(SELECT scope FROM scopes WHERE pair = ?1 AND kind = ?2)";

    private const string FindByFirst = $"""
        SELECT {Selected} FROM json_each(?3) AS wanted CROSS JOIN links AS l INDEXED BY link_first
        WHERE l.scope = {ScopeOfPairAndKind} AND l.first_id = wanted.value
        """;

    private const string FindBySecond = $"""
        SELECT {Selected} FROM json_each(?3) AS wanted CROSS JOIN links AS l INDEXED BY link_second
        WHERE l.scope = {ScopeOfPairAndKind} AND l.second_id = wanted.value
        """;

    private const string GetByNumber = $"""
        SELECT {Selected}, s.kind FROM json_each(?2) AS wanted CROSS JOIN links AS l ON l.number = wanted.value CROSS JOIN scopes AS s ON s.scope = l.scope
        WHERE s.pair = ?1
        """;

    private const string Page = $"""
        SELECT {Selected} FROM links AS l INDEXED BY link_page
        WHERE l.scope = {ScopeOfPairAndKind} AND l.number > ?3 ORDER BY l.number LIMIT ?4
        """;

    private const string OpenPage = $"""
        SELECT {Selected} FROM links AS l INDEXED BY link_open
        WHERE l.scope = {ScopeOfPairAndKind} AND l.open_fields IS NOT NULL AND l.number > ?3 ORDER BY l.number LIMIT ?4
        """;

    private const string Insert = """
        INSERT INTO links (scope, first_id, second_id, created_at_side, linked_at, open_fields, first_stamp, second_stamp,
            reason, label, first_fingerprint, second_fingerprint, first_base, second_base)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        """;

    private const string Update = """
        UPDATE links SET first_id = ?2, second_id = ?3, created_at_side = ?4, linked_at = ?5, open_fields = ?6, first_stamp = ?7, second_stamp = ?8,
            reason = ?9, label = ?10, first_fingerprint = ?11, second_fingerprint = ?12, first_base = ?13, second_base = ?14
        WHERE number = ?15 AND scope = ?1
        """;

    private const string Counts = $"""
        SELECT (SELECT count(*) FROM links AS l INDEXED BY link_page WHERE l.scope = {ScopeOfPairAndKind}),
            (SELECT count(*) FROM links AS l INDEXED BY link_open WHERE l.scope = {ScopeOfPairAndKind} AND l.open_fields IS NOT NULL),
            (SELECT count(*) FROM unlinked AS u INDEXED BY unlinked_seen WHERE u.scope = {ScopeOfPairAndKind})
        """;

    // Asked in the order of the index, neighbours come from the same pages.
    public static List<Link> Find(Session session, string pair, EntityKind kind, Side side, IEnumerable<RemoteId> ids) =>
        session.Read(side == Side.First ? FindByFirst : FindBySecond, row => Map(row, pair, kind), pair, kind.Name, StoredText.FromIds(ids.Distinct().OrderBy(id => id.Value, StringComparer.Ordinal)));

    public static List<Link> Get(Session session, string pair, IEnumerable<long> numbers) =>
        session.Read(GetByNumber, row => Map(row, pair, new EntityKind(row.GetString(14))), pair, StoredText.FromNumbers(numbers.Distinct().Order()));

    public static List<Link> ReadPage(Session session, string pair, EntityKind kind, long after, int count, bool openOnly) =>
        session.Read(openOnly ? OpenPage : Page, row => Map(row, pair, kind), pair, kind.Name, after, count);

    public static LinkCounts Count(Session session, string pair, EntityKind kind) =>
        session.Read(Counts, row => new LinkCounts(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), pair, kind.Name)[0];

    public static void Remove(Session session, IEnumerable<long> numbers)
    {
        foreach (var number in numbers)
            session.Execute("DELETE FROM links WHERE number = ?1", number);
    }

    public static void Save(Session session, Scopes scopes, IEnumerable<Link> links)
    {
        foreach (var link in links)
        {
            try
            {
                Save(session, scopes.Number(link.Pair, link.Kind), link);
            }
            catch (SqliteException exception) when (exception.SqliteExtendedErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE)
            {
                throw new StoreException(SecondLink(session, link), exception);
            }
        }
    }

    private static void Save(Session session, long scope, Link link)
    {
        ReadOnlySpan<object?> values =
        [
            scope, link.First.Id.Value, link.Second.Id.Value, link.CreatedAt is { } side ? (int)side : null, link.LinkedAt.UtcTicks, StoredText.FromOpenFields(link.Open),
            link.First.Stamp, link.Second.Stamp, link.Reason, link.Label,
            link.First.Fingerprint.Value(), link.Second.Fingerprint.Value(), link.First.Base.Value(), link.Second.Base.Value(),
        ];
        if (link.Number == 0)
            session.Execute(Insert, values);
        else if (session.Execute(Update, [.. values, link.Number]) == 0)
            throw new StoreException(StoreProblems.LinkMissing(link));
    }

    private static SyncProblem SecondLink(Session session, Link link)
    {
        var side = Existing(session, link, Side.First) is null ? Side.Second : Side.First;
        return StoreProblems.LinkExists(link, side, Existing(session, link, side)!);
    }

    private static Link? Existing(Session session, Link link, Side side) =>
        Find(session, link.Pair, link.Kind, side, [link.End(side).Id]).Find(existing => existing.Number != link.Number);

    private static Link Map(SqliteDataReader row, string pair, EntityKind kind) => new(
        pair,
        kind,
        new LinkEnd(row.Id(1)) { Stamp = row.Text(6), Fingerprint = row.Bytes(10), Base = row.Bytes(12) },
        new LinkEnd(row.Id(2)) { Stamp = row.Text(7), Fingerprint = row.Bytes(11), Base = row.Bytes(13) })
    {
        Number = row.GetInt64(0),
        CreatedAt = row.IsDBNull(3) ? null : row.Side(3),
        LinkedAt = row.Instant(4),
        Open = StoredText.ToOpenFields(row.Text(5)),
        Reason = row.GetString(8),
        Label = row.Text(9),
    };
}
