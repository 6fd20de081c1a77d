namespace ErpSync.PrestaShop;

/// <summary>
/// Per state of the shop's orders: are they imported, and are those that are not looked at again. Use <see cref="Imports"/> as the condition of the pair
/// (<c>pair.Sync&lt;Order&gt;(o => o.Where(map.Imports))</c>) and <see cref="RetryStates"/> for <see cref="PrestaShopOptions.RetryStates"/>. Immutable.
/// </summary>
public sealed class OrderStateMap
{
    private readonly Dictionary<RemoteId, OrderStateRule> _rules;

    /// <summary>A map of rules; of two for one state the later holds.</summary>
    /// <param name="rules">The rules.</param>
    public OrderStateMap(IEnumerable<OrderStateRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = [];
        foreach (var rule in rules)
            _rules[rule.State] = rule;
    }

    /// <summary>The rules by state.</summary>
    public IReadOnlyCollection<OrderStateRule> Rules => [.. _rules.Values.OrderBy(rule => rule.State)];

    /// <summary>The ids of the states whose orders are looked at again.</summary>
    public IReadOnlyCollection<long> RetryStates => [.. _rules.Values.Where(rule => rule.Retry).Select(rule => PrestaShop.Rows.Number(rule.State)).Order()];

    /// <summary>
    /// A proposal from the shop's own states, by their flags: paid, sent and valid ones are imported; cancelled, failed and refunded ones are not; what awaits money is not
    /// imported yet and looked at again, but for cash on delivery, which is imported.
    /// </summary>
    /// <param name="states">The states, as the connection's <see cref="IReader{T}"/> of <see cref="OrderStatus"/> gives them.</param>
    /// <returns>A map with a rule for every state.</returns>
    public static OrderStateMap Propose(IEnumerable<Remote<OrderStatus>> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return new OrderStateMap(states.Select(state => Proposal(state.Id, state.Value)));
    }

    /// <summary>The map with another rule for one state.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>A new map.</returns>
    public OrderStateMap With(OrderStateRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new OrderStateMap(_rules.Values.Append(rule));
    }

    /// <summary>True when an order may be taken over. An order in a state that the map does not know is not: a person decides about a new state first.</summary>
    /// <param name="order">The order as the connector reads it.</param>
    /// <returns>Whether it is imported.</returns>
    public bool Imports(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.Status is { } status && _rules.TryGetValue(status.Id, out var rule) && rule.Action == OrderStateAction.Import;
    }

    private static OrderStateRule Proposal(RemoteId id, OrderStatus state)
    {
        var isOver = state.Stage is OrderStage.Cancelled or OrderStage.Failed or OrderStage.Refunded;
        var isCashOnDelivery = state.Code?.Contains("cashondelivery", StringComparison.OrdinalIgnoreCase) == true;
        var imports = !isOver && (state.IsPaid == true || state.IsShipped == true || state.IsValid == true || isCashOnDelivery);
        return new OrderStateRule(id, state.Name, imports ? OrderStateAction.Import : OrderStateAction.DoNotImport, !imports && !isOver);
    }
}
