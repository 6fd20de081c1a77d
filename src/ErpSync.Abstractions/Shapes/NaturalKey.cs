namespace ErpSync;

/// <summary>A way to recognise a record by its content.</summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="Name">What the key is, for messages: <c>reference</c>, <c>barcode</c>, <c>path</c>.</param>
/// <param name="Of">The key of a record; null or empty when it has none, and then it is never matched by this key.</param>
public sealed record NaturalKey<T>(string Name, Func<T, string?> Of)
    where T : class, IEntity;
