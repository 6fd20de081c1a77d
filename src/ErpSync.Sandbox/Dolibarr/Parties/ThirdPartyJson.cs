using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes third parties.</summary>
internal sealed class ThirdPartyJson
{
    private readonly RecordTemplate<DolibarrThirdParty> _template;
    private readonly DolibarrThirdParty _blank = new();

    public ThirdPartyJson(DolibarrState state)
    {
        _template = new RecordTemplate<DolibarrThirdParty>(state.Is18 ? ThirdPartyTemplates.Of18 : ThirdPartyTemplates.Of23, new Dictionary<string, Action<Utf8JsonWriter, DolibarrThirdParty>>(StringComparer.Ordinal)
        {
            ["id"] = static (w, p) => w.WriteStringValue(Numbers.Text(p.Id)),
            ["ref"] = (w, p) => w.WriteStringValue(state.Is18 ? Numbers.Text(p.Id) : p["name"]),
            ["array_options"] = (w, p) => RecordInput.WriteExtraFields(w, p, "thirdparty", state),
            ["country_code"] = (w, p) => w.WriteText(PartyInput.Country(p)?.Code),
            ["status"] = static (w, p) => w.WriteStringValue(p["status"] ?? "1"),
            ["client"] = static (w, p) => w.WriteStringValue(p["client"] ?? "0"),
            ["fournisseur"] = static (w, p) => w.WriteStringValue(p["fournisseur"] ?? "0"),
            ["date_creation"] = static (w, p) => w.WriteNumberValue(p.Created.ToUnixTimeSeconds()),
            ["date_modification"] = (w, p) => PartyInput.WriteModified(w, p, state),
            ["typent_code"] = static (w, p) => w.WriteText(p["typent_id"] == "8" ? "TE_PRIVATE" : null),
            ["price_level"] = WriteLevel,
        });
    }

    public void WriteListed(Utf8JsonWriter writer, DolibarrThirdParty party, IReadOnlySet<string>? properties) =>
        _template.Write(writer, party, properties, With(("absolute_discount", null), ("absolute_creditnote", null)));

    public void WriteOne(Utf8JsonWriter writer, DolibarrThirdParty party) => _template.Write(writer, party);

    /// <summary>The answer to an update.</summary>
    public void WriteChanged(Utf8JsonWriter writer, DolibarrThirdParty party) => _template.Write(writer, party, null, With(("actiontypecode", null)), w =>
    {
        w.WriteNumber("socid", party.Id);
        w.WriteString("trackid", "thi" + Numbers.Text(party.Id));
    });

    /// <summary>The answer to a new price level: it still shows the old one.</summary>
    public void WriteLevelled(Utf8JsonWriter writer, DolibarrThirdParty party, int oldLevel) =>
        _template.Write(writer, party, null, With(("absolute_discount", null), ("absolute_creditnote", null), ("price_level", w => WriteLevel(w, oldLevel))));

    /// <summary>What a look-up by an address that several have answers: a record without anything.</summary>
    public void WriteBlank(Utf8JsonWriter writer)
    {
        string[] nothing =
        [
            "id", "entity", "ref", "ref_ext", "country_id", "country_code", "fk_multicurrency", "multicurrency_code", "model_pdf", "fk_account", "name", "date_creation", "date_modification", "user_creation_id",
            "user_modification_id", "name_alias", "phone", "email", "idprof1", "idprof2", "idprof3", "idprof4", "idprof5", "idprof6", "tva_intra", "localtax1_assuj", "localtax1_value", "localtax2_assuj",
            "localtax2_value", "effectif", "forme_juridique", "birth", "socialnetworks", "remise_percent", "remise_supplier_percent", "fk_prospectlevel", "code_client", "stcomm_id", "status_prospect_label", "default_lang",
            "accountancy_code_sell", "accountancy_code_buy", "fk_incoterms", "address", "zip", "town",
        ];
        var instead = Empty.Of(nothing);
        foreach (var name in new[] { "tva_assuj", "status" })
            instead[name] = static w => w.WriteNumberValue(1);
        foreach (var name in new[] { "client", "fournisseur", "typent_id", "effectif_id", "forme_juridique_code" })
            instead[name] = static w => w.WriteNumberValue(0);
        _template.Write(writer, _blank, null, instead);
    }

    private static void WriteLevel(Utf8JsonWriter writer, DolibarrThirdParty party) => WriteLevel(writer, party.PriceLevel);

    private static void WriteLevel(Utf8JsonWriter writer, int level)
    {
        if (level == 1)
            writer.WriteNumberValue(1);
        else
            writer.WriteStringValue(Numbers.Text(level));
    }

    private static Dictionary<string, Action<Utf8JsonWriter>?> With(params ReadOnlySpan<(string Name, Action<Utf8JsonWriter>? Write)> fields)
    {
        var map = new Dictionary<string, Action<Utf8JsonWriter>?>(StringComparer.Ordinal);
        foreach (var (name, write) in fields)
            map[name] = write;
        return map;
    }
}
