namespace ErpSync.Sandbox;

/// <summary>The texts of a product in one language.</summary>
/// <param name="Label">The label; null for none.</param>
/// <param name="Description">The description in HTML; null for none.</param>
/// <param name="Other">The note of the translation; null for none.</param>
public sealed record DolibarrTranslation(string? Label, string? Description, string? Other = null);
