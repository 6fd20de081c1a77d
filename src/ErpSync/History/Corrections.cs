namespace ErpSync;

/// <summary>What corrects a record that must not be deleted any more.</summary>
internal static class Corrections
{
    private static readonly Dictionary<string, string> Steps = new(StringComparer.Ordinal)
    {
        ["invoice"] = "Issue a credit note for it.",
        ["credit-note"] = "Issue an invoice that takes it back.",
        ["payment"] = "Book a refund or a counter-payment.",
        ["order"] = "Cancel the order.",
        ["shipment"] = "Book a return.",
    };

    /// <summary>The correcting document of a kind of documents; null for other kinds.</summary>
    public static string? For(EntityKind kind) => Steps.GetValueOrDefault(kind.Name);
}
