namespace ErpSync;

/// <summary>A field's value before and after a write, for people.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="From">The value at the target now; null for a create.</param>
/// <param name="To">The value that would be written, or the other side's value where the field is open.</param>
public sealed record FieldChange(string Field, string? From, string To);
