namespace ErpSync.PrestaShop;

/// <summary>What is done with orders in one state of the shop.</summary>
/// <param name="State">The state's id in the shop.</param>
/// <param name="Name">Its name in the shop's main language, for people.</param>
/// <param name="Action">What is done.</param>
/// <param name="Retry">True when an order that is not imported in the state is looked at again later: an awaited payment may come.</param>
public sealed record OrderStateRule(RemoteId State, string Name, OrderStateAction Action, bool Retry);
