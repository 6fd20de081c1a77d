using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ErpSync.Recipes.Connect;

/// <summary>Ways of payment by the text of the shop's list of orders, instead of by module. Texts without a row are remembered, so that a check names them.</summary>
internal sealed class ConnectPayments : IReader<PaymentMethod>
{
    private const string Other = "*";
    private readonly Dictionary<string, string> _rows;
    private readonly ConcurrentDictionary<string, string> _unmapped = new(StringComparer.Ordinal);
    private readonly string? _default;

    public ConnectPayments(ConnectOptions options)
    {
        _default = options.DefaultPayment;
        _rows = options.Payments.ToDictionary(row => Key(row.Key), row => row.Value, StringComparer.Ordinal);
    }

    /// <summary>From texts to the hub's types, for the map of the pair.</summary>
    public IEnumerable<KeyValuePair<string, string>> Rows => _default is { } other ? _rows.Append(new(Other, other)) : _rows;

    /// <summary>What an order points at.</summary>
    public Ref? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var key = Key(text);
        if (_rows.ContainsKey(key))
            return new Ref(EntityKind.PaymentMethod, new RemoteId(key));
        _unmapped.TryAdd(key, text.Trim());
        return _default is null ? null : new Ref(EntityKind.PaymentMethod, new RemoteId(Other));
    }

    /// <summary>The texts that are mapped, and those that were met without a row.</summary>
    public async IAsyncEnumerable<ReadResult<PaymentMethod>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var (key, name) in Rows.Select(row => (row.Key, row.Key == Other ? "any other" : row.Key)).Concat(_unmapped.Select(text => (text.Key, text.Value))))
            yield return ReadResult<PaymentMethod>.Of(new Remote<PaymentMethod>(new RemoteId(key), new PaymentMethod { Name = name, Active = true }));
    }

    private static string Key(string text) => text.Trim().ToLowerInvariant();
}
