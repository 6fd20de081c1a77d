namespace ErpSync;

/// <summary>One option of a variant.</summary>
/// <param name="Name">What is chosen, in the connection's main language, for example <c>Size</c>.</param>
/// <param name="Value">The choice, in the same language, for example <c>M</c>.</param>
public sealed record VariantOption(string Name, string Value);
