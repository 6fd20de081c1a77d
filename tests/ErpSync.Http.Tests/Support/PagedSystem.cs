using System.Text.Json;
using System.Web;

namespace ErpSync.Http.Tests.Support;

/// <summary>A system with a listing of numbered records, read through a connection; pages can be made to fail or break off.</summary>
internal sealed class PagedSystem : IDisposable
{
    private readonly int _records;

    public PagedSystem(int records)
    {
        _records = records;
        Connection.System.Then((message, _) => Task.FromResult(Answer(message.RequestUri!)));
    }

    public TestConnection Connection { get; } = new();

    public List<(long Offset, int? Size)> Asked { get; } = [];

    /// <summary>What goes wrong with a page; null: nothing.</summary>
    public Func<long, int?, Func<HttpResponseMessage>?> Fault { get; init; } = (_, _) => null;

    /// <summary>After which share of its bytes a page's body breaks off; null: not.</summary>
    public Func<long, int?, decimal?> CutAt { get; init; } = (_, _) => null;

    /// <summary>A record that cannot be read.</summary>
    public int? Odd { get; init; }

    /// <summary>The most records the system gives, whatever is asked.</summary>
    public int Cap { get; init; } = int.MaxValue;

    public async Task<List<int>> ReadAsync(PageOptions options, List<int>? into = null)
    {
        into ??= [];
        await Connection.Time.DriveAsync(CollectAsync());
        return into;

        async Task CollectAsync()
        {
            var pages = Connection.Client.Pages("items", options);
            await foreach (var item in pages.ReadAsync((window, token) => Connection.Client.ReadItemsAsync(
                Call.Get($"items?offset={window.Offset}&size={window.Size}").For(window), JsonPlace.Root, (ref Utf8JsonReader json) => json.GetInt32(), token), CancellationToken.None))
                into.Add(item.Problem is null ? item.Value : -1);
        }
    }

    public void Dispose() => Connection.Dispose();

    private HttpResponseMessage Answer(Uri address)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        var offset = int.Parse(query["offset"]!);
        int? size = int.TryParse(query["size"], out var limit) ? limit : null;
        Asked.Add((offset, size));
        if (Fault(offset, size) is { } fault)
            return fault();

        var items = Enumerable.Range(offset, Math.Max(0, Math.Min(Math.Min(size ?? int.MaxValue, Cap), _records - offset)));
        var body = "[" + string.Join(',', items.Select(id => (id == Odd ? "\"odd\"" : id.ToString()).PadLeft(100))) + "]";
        return CutAt(offset, size) is { } share
            ? Reply.Broken(body[..(int)(body.Length * share)], new HttpIOException(HttpRequestError.ResponseEnded))()
            : Reply.Json(body)();
    }
}
