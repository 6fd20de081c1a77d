using System.Globalization;

namespace ErpSync.Dolibarr;

/// <summary>Sweeps prices for single customers and by quantity in rotation, product by product: they bump no date that could be filtered. Does nothing where their modes are off.</summary>
internal sealed class PriceSweeper(DolibarrSession session) : ISweeper<Price>
{
    private int? _round;

    public int? RequestsPerRound => _round;

    public async Task<IReadOnlyCollection<RemoteId>> SweepAsync(ISweepMemory memory, int requests, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var modes = await run.Prices.GetAsync(cancellationToken);
        var each = (modes.HasCustomerPrices ? 1 : 0) + (modes.HasQuantityPrices ? 1 : 0);
        if (each == 0)
        {
            _round = 0;
            return [];
        }

        var ids = await run.Ids.PeekAsync(cancellationToken);
        List<long> products = [.. ids.Goods.Concat(ids.Services)];
        _round = products.Count * each;
        var named = new List<RemoteId>();
        foreach (var product in await Rotation.NextAsync(memory, products, Math.Max(1, requests / each), cancellationToken))
        {
            var key = $"prices:{JsonValues.Invariant(product)}";
            var now = await TextAsync(run, ids, modes, product, cancellationToken);
            var old = await memory.GetAsync(key, cancellationToken) ?? "";
            memory.Set(key, now.Length == 0 ? null : now);
            named.AddRange(Different(old, now));
        }

        return named;
    }

    // A price that cannot be read is left to the reader, which names it.
    private static async Task<string> TextAsync(DolibarrRun run, ProductIds ids, PriceModes modes, long product, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        await foreach (var result in PriceReader.SpecialAsync(run, ids, modes, product, cancellationToken))
        {
            if (result.Record is { } record)
                lines.Add($"{record.Id.Value}={record.Value.Net.Amount.ToString(CultureInfo.InvariantCulture)}/{JsonValues.Invariant(record.Value.FromQuantity)}");
        }

        return string.Join(' ', lines);
    }

    private static IEnumerable<RemoteId> Different(string old, string now)
    {
        var (before, after) = (old.Split(' ', StringSplitOptions.RemoveEmptyEntries), now.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return before.Except(after).Concat(after.Except(before)).Select(line => line.Split('=')[0]).Distinct(StringComparer.Ordinal).Select(id => new RemoteId(id));
    }
}
