namespace ErpSync.Sandbox.Dolibarr;

/// <summary>A product on its way into an answer.</summary>
/// <param name="Product">The row.</param>
/// <param name="State">The state.</param>
/// <param name="WithStock">True loads the levels.</param>
/// <param name="WithTranslations">True loads the translations.</param>
/// <param name="Echo">The remains of an update; null outside of one.</param>
internal sealed record ProductView(DolibarrProduct Product, DolibarrState State, bool WithStock, bool WithTranslations, ProductEcho? Echo = null);
