using System.Collections.Concurrent;
using ErpSync.PrestaShop;

namespace ErpSync.Recipes.Connect;

/// <summary>What is done with orders by their state: the host's rows, and for other states what the shop's own flags propose.</summary>
internal sealed class ConnectStatusBook
{
    private readonly ConcurrentDictionary<RemoteId, ConnectStatus> _rules = new();
    private readonly HashSet<RemoteId> _set;

    public ConnectStatusBook(IDictionary<string, ConnectStatus> rows)
    {
        _set = rows.Keys.Select(key => new RemoteId(key)).ToHashSet();
        foreach (var (state, rule) in rows)
            _rules[new RemoteId(state)] = rule;
    }

    public bool Imports(Order order) => order.Status is { } state && _rules.TryGetValue(state.Id, out var rule) && rule.Action == OrderStateAction.Import;

    /// <summary>True for orders that are never looked at again. A state that nobody knows is not final: a person decides about it first.</summary>
    public bool IsFinal(Order order) => order.Status is { } state && _rules.TryGetValue(state.Id, out var rule) && rule is { Action: OrderStateAction.DoNotImport, Retry: false };

    /// <summary>Reads the shop's states when an order is in one that is not known yet.</summary>
    public async ValueTask LearnAsync(Connector shop, IEnumerable<Order> orders, CancellationToken cancellationToken)
    {
        if (orders.All(order => order.Status is not { } state || _rules.ContainsKey(state.Id)) || shop.Find<IReader<OrderStatus>>() is not { } reader)
            return;
        var states = new List<Remote<OrderStatus>>();
        await foreach (var result in reader.ReadAsync(cancellationToken))
        {
            if (result.Record is { } state)
                states.Add(state);
        }

        var proposed = OrderStateMap.Propose(states).Rules.ToDictionary(rule => rule.State);
        foreach (var state in states.Where(state => !_set.Contains(state.Id)))
        {
            var rule = proposed[state.Id];
            _rules[state.Id] = state.Value.IsShipped == true || state.Value.Stage is OrderStage.Shipped or OrderStage.Completed
                ? ConnectStatus.Never
                : new ConnectStatus(rule.Action, rule.Retry);
        }
    }
}
