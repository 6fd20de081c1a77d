namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A mail that the shop sent to a customer.</summary>
/// <param name="OrderId">The order it is about.</param>
/// <param name="Template">Its template, for example <c>shipped</c> or <c>in_transit</c>.</param>
public sealed record PrestaShopMail(int OrderId, string Template);
