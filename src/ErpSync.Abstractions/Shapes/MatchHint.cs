namespace ErpSync;

/// <summary>Something by which two records that no key matches may be recognised as the same, for proposals to a person.</summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="Name">What it is, for people: <c>barcode</c>, <c>e-mail</c>, <c>name</c>.</param>
/// <param name="Weight">How much it says, above 0 and below 1: about the share of records that agree in it and really are the same.</param>
/// <param name="Of">The value of a record, made comparable by <see cref="MatchText"/>; null or empty when it has none. Lines are alternatives, of which the best counts.</param>
/// <param name="Style">How two values are compared.</param>
public sealed record MatchHint<T>(string Name, decimal Weight, Func<T, string?> Of, HintStyle Style)
    where T : class, IEntity;
