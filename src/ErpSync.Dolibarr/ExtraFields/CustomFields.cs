using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>The extra fields of products that the connection was told to carry, between rows and records.</summary>
internal static class CustomFields
{
    public static TextMap Read(ProductRow row, DolibarrSetup setup) => setup.ExtraFields.Read(row.Extra.GetValueOrDefault, setup.CustomFields, setup.OffsetAt);

    public static TextMap Normalise(TextMap values, DolibarrSetup setup) => setup.ExtraFields.Normalise(values, setup.CustomFields, setup);

    /// <summary>Puts those fields into a body that differ; Dolibarr keeps the others.</summary>
    /// <exception cref="ConnectorException">A value is none of its field's type, or the server has no such field and would drop it silently.</exception>
    public static void Write(JsonObject body, TextMap wanted, TextMap current, DolibarrSetup setup) => setup.ExtraFields.Write(body, wanted, current, "product", setup.CustomFields, setup.OffsetAt);
}
