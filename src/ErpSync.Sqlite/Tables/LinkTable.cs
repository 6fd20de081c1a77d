using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>The rows of links.</summary>
internal static class LinkTable
{
    // Asked in the order of the index, neighbours come from the same pages.
    public static List<Link> Find(Session session, string pair, EntityKind kind, Side side, IEnumerable<RemoteId> ids) =>
        session.Read(side == Side.First ? LinkStatements.FindByFirst : LinkStatements.FindBySecond, row => Map(row, pair, kind), pair, kind.Name, StoredText.FromIds(ids.Distinct().OrderBy(id => id.Value, StringComparer.Ordinal)));

    public static List<Link> Get(Session session, string pair, IEnumerable<long> numbers) =>
        session.Read(LinkStatements.GetByNumber, row => Map(row, pair, new EntityKind(row.GetString(15))), pair, StoredText.FromNumbers(numbers.Distinct().Order()));

    public static List<Link> ReadPage(Session session, string pair, EntityKind kind, long after, int count, bool openOnly) =>
        session.Read(openOnly ? LinkStatements.OpenPage : LinkStatements.Page, row => Map(row, pair, kind), pair, kind.Name, after, count);

    public static LinkCounts Count(Session session, string pair, EntityKind kind) =>
        session.Read(LinkStatements.Counts, row => new LinkCounts(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)) { GoneAtFirst = row.GetInt64(3), GoneAtSecond = row.GetInt64(4) }, pair, kind.Name)[0];

    public static void Remove(Session session, IEnumerable<long> numbers)
    {
        foreach (var number in numbers)
            session.Execute("DELETE FROM links WHERE number = $1", number);
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
            link.First.Fingerprint.Value(), link.Second.Fingerprint.Value(), link.First.Base.Value(), link.Second.Base.Value(), link.GoneAt is { } gone ? (int)gone : null,
        ];
        if (link.Number == 0)
            session.Execute(LinkStatements.Insert, values);
        else if (session.Execute(LinkStatements.Update, [.. values, link.Number]) == 0)
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
        GoneAt = row.IsDBNull(14) ? null : row.Side(14),
    };
}
