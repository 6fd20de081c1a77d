using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>What third parties and contacts have in common.</summary>
internal static class PartyInput
{
    /// <summary>The country of a record: its label and code; null for none.</summary>
    public static (string Code, string Label)? Country(DolibarrRecord record)
    {
        var country = Dictionaries.Countries.FirstOrDefault(country => country.Id == record.Int("country_id"));
        return country.Id == 0 ? null : (country.Code, country.Label);
    }

    /// <summary>Turns the code of a country in a body into its id.</summary>
    /// <exception cref="RestException">404 when there is no such country.</exception>
    public static void ApplyCountry(DolibarrRecord record, RequestBody body, string place)
    {
        if (body.Text("country_code") is not { Length: > 0 } code || body.Has("country_id"))
            return;
        var country = Dictionaries.Countries.FirstOrDefault(country => country.Code == code);
        record["country_id"] = country.Id > 0 ? Numbers.Text(country.Id) : throw new RestException(404, "Country code not found in database: ") { Place = place };
    }

    /// <summary>The later of the row's and its extra fields' dates; since 21 empty when it has no row of extra fields.</summary>
    public static void WriteModified(Utf8JsonWriter writer, DolibarrRecord record, DolibarrState state)
    {
        if (record.ExtraFieldsModified is { } extra)
            writer.WriteNumberValue(Math.Max(extra.ToUnixTimeSeconds(), record.Modified.ToUnixTimeSeconds()));
        else if (state.Is18)
            writer.WriteNumberValue(record.Modified.ToUnixTimeSeconds());
        else
            writer.WriteStringValue("");
    }
}
