using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>One category of products, as the server gives it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ParentId">The category above; null at the top.</param>
/// <param name="Label">The name.</param>
/// <param name="Description">The description, HTML.</param>
/// <param name="RefExt">The foreign reference: a create's token; null when there is none.</param>
/// <param name="ModifiedAt">When it was last modified; null when unknown.</param>
internal sealed record CategoryRow(long Id, long? ParentId, string Label, string Description, string? RefExt, DateTimeOffset? ModifiedAt)
{
    public const string Properties = "id,fk_parent,label,description,ref_ext,type,date_modification";

    /// <summary>A print of everything that is compared.</summary>
    public string Stamp => "c1:" + Prints.Of(ParentId is { } parent ? JsonValues.Invariant(parent) : "", Label, Description);

    /// <summary>True for categories of products: the number 0, or its name.</summary>
    public static bool IsOfProducts(JsonElement json) => json.Text("type") is null or "0" or "product";

    public static CategoryRow Read(JsonElement json)
    {
        var reader = new RowReader(json, EntityKind.Category);
        return new CategoryRow(
            reader.Id,
            reader.Whole("fk_parent") is { } parent and > 0 ? parent : null,
            TextRules.Decoded(reader.Text("label") ?? ""),
            reader.Text("description") ?? "",
            reader.Text("ref_ext"),
            reader.Instant("date_modification", null));
    }
}
