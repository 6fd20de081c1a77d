using ErpSync.PrestaShop;

namespace ErpSync.Recipes;

/// <summary>What is done with orders in one state of the shop.</summary>
/// <param name="Action">Whether an order in the state is imported.</param>
/// <param name="Retry">True when an order that is not imported in the state is looked at again later. False makes it final: it is never looked at again, whatever becomes of it.</param>
public sealed record ConnectStatus(OrderStateAction Action, bool Retry)
{
    /// <summary>Import as a valid order.</summary>
    public static ConnectStatus Import { get; } = new(OrderStateAction.Import, Retry: false);

    /// <summary>Do not import yet; look again later.</summary>
    public static ConnectStatus Later { get; } = new(OrderStateAction.DoNotImport, Retry: true);

    /// <summary>Do not import, ever.</summary>
    public static ConnectStatus Never { get; } = new(OrderStateAction.DoNotImport, Retry: false);
}
