using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>The extra fields that the connection was told to carry, between rows and records.</summary>
internal static class CustomFields
{
    public static TextMap Read(ProductRow row, DolibarrSetup setup) => TextMap.From(setup.CustomFields
        .Select(code => new KeyValuePair<string, string?>(code, setup.ExtraFields.FromWire(code, row.Extra.GetValueOrDefault(code), setup.OffsetAt)))
        .Where(field => field.Value is not null)
        .Select(field => new KeyValuePair<string, string>(field.Key, field.Value!)));

    public static TextMap Normalise(TextMap values, DolibarrSetup setup) => TextMap.From(values
        .Where(entry => setup.CustomFields.Contains(entry.Key))
        .Select(entry => new KeyValuePair<string, string>(entry.Key, setup.ExtraFields.Normalise(entry.Key, TextRules.Plain(entry.Value, setup)))));

    /// <summary>Puts those fields into a body that differ; Dolibarr keeps the others.</summary>
    /// <exception cref="ConnectorException">A value is none of its field's type, or the server has no such field and would drop it silently.</exception>
    public static void Write(JsonObject body, TextMap wanted, TextMap current, DolibarrSetup setup)
    {
        var fields = new JsonObject();
        foreach (var code in setup.CustomFields)
        {
            if (string.Equals(wanted[code] ?? "", current[code] ?? "", StringComparison.Ordinal))
                continue;
            if (setup.ExtraFields.Codes.Count > 0 && !setup.ExtraFields.Codes.Contains(code))
            {
                throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, "dolibarr.extra-field-unknown", $"Dolibarr's products have no extra field '{code}'; it would drop the value without a word.")
                {
                    Field = nameof(Product.Custom),
                    Remedy = "Create the field under Home, Setup, Modules, Products, Complementary attributes, or take it out of CustomFields.",
                });
            }

            fields["options_" + code] = setup.ExtraFields.ToWire(code, wanted[code], setup.OffsetAt);
        }

        body["array_options"] = fields;
    }
}
