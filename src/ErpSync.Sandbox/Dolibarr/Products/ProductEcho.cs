using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>What an update's answer shows beyond the stored product: remains of the update itself.</summary>
internal sealed class ProductEcho
{
    /// <summary>The level whose price was written last; null for none.</summary>
    public int? Level { get; set; }

    /// <summary>The stray level 0 that a single price leaves; null for none.</summary>
    public DolibarrPriceLevel? LevelZero { get; set; }

    /// <summary>The levels whose price was written, in order.</summary>
    public List<int> WrittenLevels { get; } = [];

    /// <summary>The own texts before the update.</summary>
    public required DolibarrTranslation OwnBefore { get; init; }

    /// <summary>The translations as sent; null when none were.</summary>
    public JsonElement? SentTranslations { get; set; }

    /// <summary>Fields of the body that the product does not have.</summary>
    public List<KeyValuePair<string, JsonElement>> Unknown { get; } = [];
}
