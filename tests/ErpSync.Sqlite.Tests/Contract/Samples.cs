using System.Globalization;
using System.Text;

namespace ErpSync.Sqlite.Tests.Contract;

internal static class Samples
{
    public const string Pair = "main";

    public static readonly DateTimeOffset Now = new(2026, 3, 29, 1, 30, 0, 123, 456, TimeSpan.Zero);

    public static EntityKind Kind => EntityKind.Product;

    public static CancellationToken None => CancellationToken.None;

    public static Link Link(string first, string second, params string[] open) => new(Pair, Kind, new LinkEnd(new RemoteId(first)), new LinkEnd(new RemoteId(second)))
    {
        Reason = "same reference",
        LinkedAt = Now,
        Open = open.Select(field => new OpenField(field, OpenReason.Conflict, Now)).ToValueList(),
    };

    public static SyncProblem Problem(string message = "No partner was found.") => new(ProblemKind.NotFound, "match.none", message);

    public static SyncProblem FullProblem => new(ProblemKind.RateLimited, "shop.slow", "Too \"fast\" – 'slower', please.\n")
    {
        Remedy = "Wait.",
        Connection = "shop",
        EntityKind = EntityKind.Price,
        Id = new RemoteId("variant:45"),
        Field = "name",
        HttpStatus = 429,
        RetryAfter = TimeSpan.FromSeconds(1.5),
        Raw = "{\"a\":\"ü€😀\"}",
    };

    public static Unlinked Red(Side side, string id, DateTimeOffset? seenAt = null) => new(Pair, Kind, side, new RemoteId(id), Problem()) { SeenAt = seenAt ?? Now };

    public static ParkedRecord Parked(string id, EntityKind? kind = null) => new(Pair, kind ?? Kind, Side.First, new RemoteId(id), Problem()) { ParkedAt = Now };

    public static Intent Intent(string token) => new(Pair, Kind, token, Side.Second, new RemoteId("1")) { CreatedAt = Now };

    public static JournalEntry Entry(string id, long run = 1, Side side = Side.First, EntityKind? kind = null, string pair = Pair) =>
        new(pair, run, kind ?? Kind, side, new RemoteId(id), JournalAction.Updated, Now, "changed in erp");

    public static RecordKey Key(Side side, string id) => new(Pair, Kind, side, new RemoteId(id));

    public static StoreChanges Changes(Action<StoreChanges> fill, Lease? lease = null)
    {
        var changes = new StoreChanges { Lease = lease };
        fill(changes);
        return changes;
    }

    public static Task Commit(this ISyncStore store, Action<StoreChanges> fill, Lease? lease = null) => store.CommitAsync(Changes(fill, lease), None);

    public static async Task Add(this ISyncStore store, params Link[] links) => await store.Commit(changes =>
    {
        foreach (var link in links)
            changes.Links.Add(link);
    });

    public static async Task<IReadOnlyList<Link>> AllLinks(this ISyncStore store, bool openOnly = false) => await store.ReadLinksAsync(Pair, Kind, 0, 1000, openOnly, None);

    public static async Task<IReadOnlyList<Link>> Find(this ISyncStore store, Side side, params string[] ids) =>
        await store.FindLinksAsync(Pair, Kind, side, [.. ids.Select(id => new RemoteId(id))], None);

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> source)
    {
        var items = new List<T>();
        await foreach (var item in source)
            items.Add(item);
        return items;
    }

    public static async Task<StoreException> Refused(this Task task, string code)
    {
        var refused = (await FluentActions.Awaiting(() => task).Should().ThrowAsync<StoreException>()).Which;
        refused.Problem.Code.Should().Be(code);
        refused.Problem.Remedy.Should().NotBeNullOrEmpty();
        return refused;
    }

    /// <summary>All of a link as one text, because byte memory compares by reference.</summary>
    public static string Text(this Link link)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{link.Number} {link.Pair} {link.Kind} {link.Reason} {link.Label} {link.CreatedAt} {link.LinkedAt.UtcDateTime:O} [{link.Open}] {link.GoneAt}");
        foreach (var end in (ReadOnlySpan<LinkEnd>)[link.First, link.Second])
            text.Append(CultureInfo.InvariantCulture, $" | {end.Id} {end.Stamp} {Convert.ToHexString(end.Fingerprint.Span)} {Convert.ToHexString(end.Base.Span)}");
        return text.ToString();
    }
}
