using System.Globalization;
using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>The beginning of a run: holds the reference data and what the run has learnt since.</summary>
internal sealed class ShopSession(PrestaShopClient client) : IConnection, IDisposable
{
    private readonly ShopReader _reader = new(client);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile ShopData? _shop;

    /// <summary>The reference data; null before the first run.</summary>
    public ShopData? Shop => _shop;

    /// <summary>What this run has read and may use again.</summary>
    public RunMemory Memory { get; private set; } = new();

    /// <inheritdoc/>
    public async Task<ConnectionFacts> OpenAsync(CancellationToken cancellationToken)
    {
        var shop = await _reader.ReadAsync(cancellationToken);
        if (shop.Version is { } version && version < PrestaShopVersions.Oldest)
            throw new ConnectorException(PrestaShopVersions.TooOld(version, client.Connection));
        Memory = new RunMemory();
        _shop = shop;
        return shop.Facts with { ServerTime = client.Clock };
    }

    /// <summary>The reference data, read now when no run has begun yet.</summary>
    public async ValueTask<ShopData> ShopAsync(CancellationToken cancellationToken)
    {
        if (_shop is { } known)
            return known;
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_shop is null)
                await OpenAsync(cancellationToken);
            return _shop!;
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>A cursor for the present by the shop's own clock, without a request where an answer has told it.</summary>
    public async Task<string> CursorAsync(CancellationToken cancellationToken)
    {
        if (client.Clock is null)
            await client.ListAsync(new Query("languages").Show("[id]").Limit(1), RequestPurpose.Data, cancellationToken);
        var clock = client.Clock ?? throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, PrestaShopCodes.CursorUnreadable, "The shop's answers have no Date header.") { Connection = client.Connection });
        return "1:" + clock.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The instant of a cursor.</summary>
    public DateTimeOffset Instant(string cursor) =>
        cursor.StartsWith("1:", StringComparison.Ordinal) && long.TryParse(cursor.AsSpan(2), CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, PrestaShopCodes.CursorUnreadable, "The cursor is not one of this connector's.") { Connection = client.Connection });

    /// <inheritdoc/>
    public void Dispose() => _opening.Dispose();
}
