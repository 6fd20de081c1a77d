using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of the setup and of the user of the key.</summary>
internal sealed class SetupEndpoints
{
    private const string Place = "api_setup.class.php";

    private readonly DolibarrState _state;
    private readonly ObjectTemplate<DolibarrState> _company;
    private readonly ObjectTemplate<DolibarrState> _user;

    public SetupEndpoints(DolibarrState state)
    {
        _state = state;
        _company = new ObjectTemplate<DolibarrState>(SetupTemplates.Company, new Dictionary<string, Action<Utf8JsonWriter, DolibarrState>>(StringComparer.Ordinal)
        {
            ["name"] = (w, s) => w.WriteStringValue(s.CompanyName),
            ["default_lang"] = (w, s) => w.WriteStringValue(s.Language),
            ["currency_code"] = (w, s) => w.WriteText(s.Constants["MAIN_MONNAIE"]),
            ["country_id"] = (w, s) => w.WriteNumberValue(s.CompanyCountryId),
            ["country_code"] = (w, s) => w.WriteStringValue(Array.Find(Dictionaries.Countries, country => country.Id == s.CompanyCountryId).Code),
        });
        _user = new ObjectTemplate<DolibarrState>(SetupTemplates.User, new Dictionary<string, Action<Utf8JsonWriter, DolibarrState>>(StringComparer.Ordinal));
    }

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_, "conf", var name]) => Constant(call, name),
        ("GET", [_, "company"]) => Guarded(call, w => _company.Write(w, _state)),
        ("GET", [_, "modules"]) => Guarded(call, w => WriteModules(w)),
        ("GET", [_, "dictionary", "vat"]) => _state.Is18 ? throw DolibarrRouter.Unrouted(404) : Vat(call),
        ("GET", [_, "dictionary", "countries"]) => Countries(call),
        ("GET", [_, "dictionary", "currencies"]) => Currencies(call),
        ("GET", [_, "dictionary", "units"]) => Units(call),
        ("GET", [_, "dictionary", "contact_types"]) => ContactTypes(call),
        _ => null,
    };

    public Answer? User(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_, "info"]) when call.Flag("includepermissions") => Answer.Of(w => UserRights.Write(w, _user, _state, call.Rights)),
        ("GET", [_, "info"]) => Answer.Of(w => _user.Write(w, _state)),
        _ => null,
    };

    private Answer Constant(ApiCall call, string name)
    {
        Access.Need(call, _state, DolibarrRights.Admin, null, Place + ":1940");
        return Answer.String(_state.Constants[name] ?? throw new RestException(_state.Is18 ? 404 : 400, "Error Bad or unknown value for constantname") { Place = Place + ":1950" });
    }

    private Answer Guarded(ApiCall call, Action<Utf8JsonWriter> write)
    {
        Access.Need(call, _state, DolibarrRights.Admin, null, Place + ":1900");
        return Answer.Of(write);
    }

    private void WriteModules(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var module in _state.Modules)
            writer.WriteStringValue(module);
        writer.WriteEndArray();
    }

    private Answer Vat(ApiCall call)
    {
        var request = ListRequest.From(call, _state, "");
        IEnumerable<DolibarrVatRate> rates = _state.VatRates.OrderBy(r => r.CountryId).ThenBy(r => r.Rate);
        if (request.Filter is not null)
        {
            var test = new Columns<DolibarrVatRate>(new Dictionary<string, Func<DolibarrVatRate, Cell>>(StringComparer.OrdinalIgnoreCase)
            {
                ["t.rowid"] = r => Cell.Of(r.Id),
                ["t.fk_pays"] = r => Cell.Of(r.CountryId),
                ["t.taux"] = r => Cell.Of(r.Rate),
                ["t.code"] = r => Cell.Of(r.Code),
                ["t.active"] = _ => Cell.Of(1),
                ["t.note"] = r => Cell.Of(r.Note),
            }).Compile(FilterParser.Parse(request.Filter, _state.LocalNow, Place + ":2100"), "VAT", Place + ":2110");
            rates = rates.Where(test);
        }

        return new ListAnswer<DolibarrVatRate>(request.Cut([.. rates]), static (w, rate) => WriteTexts(w,
            ("rowid", Numbers.Text(rate.Id)), ("code", rate.Code), ("type_vat", "0"), ("active", "1"), ("fk_pays", Numbers.Text(rate.CountryId)), ("taux", Numbers.Short(rate.Rate)),
            ("localtax1", rate.LocalTax1), ("localtax2", rate.LocalTax2), ("localtax1_type", Numbers.Text(rate.LocalTax1Type)), ("localtax2_type", Numbers.Text(rate.LocalTax2Type)), ("note", rate.Note)));
    }

    private Answer ContactTypes(ApiCall call)
    {
        var request = ListRequest.From(call, _state, "code");
        var element = call.Parameter("type");
        var types = Dictionaries.ContactTypes.Where(type => element is not { Length: > 0 } || type.Element.Contains(element, StringComparison.Ordinal)).OrderBy(type => type.Code, StringComparer.Ordinal).ToList();
        return new ListAnswer<(int Id, string Element, string Source, string Code, string Label)>(request.Cut(types), static (w, type) => WriteTexts(w,
            ("rowid", Numbers.Text(type.Id)), ("code", type.Code), ("type", type.Element), ("label", type.Label), ("source", type.Source), ("module", null), ("position", "0")));
    }

    private Answer Countries(ApiCall call)
    {
        var request = ListRequest.From(call, _state, "code");
        return new ListAnswer<(int Id, string Code, string Label, string Iso, bool InUnion, string Numeric)>(
            request.Cut([(0, "", "-", "", false, ""), .. Dictionaries.Countries]), static (w, country) =>
        {
            w.WriteStartObject();
            w.WriteNumber("id", country.Id);
            w.WriteNull("entity");
            w.WriteString("code", country.Code);
            w.WriteString("label", country.Label);
            w.WriteNumber("active", 1);
            w.WriteString("code_iso", country.Iso.Length == 0 ? null : country.Iso);
            w.WriteString("eec", Numbers.Flag(country.InUnion));
            w.WriteString("favorite", Numbers.Flag(country.Id == 0));
            w.WriteString("numeric_code", country.Numeric.Length == 0 ? null : country.Numeric);
            w.WriteEndObject();
        });
    }

    private Answer Currencies(ApiCall call) => new ListAnswer<(string Code, string Label, string? Signs)>(
        ListRequest.From(call, _state, "code_iso").Cut(Dictionaries.Currencies),
        static (w, currency) => WriteTexts(w, ("code_iso", currency.Code), ("label", currency.Label), ("unicode", currency.Signs)));

    private Answer Units(ApiCall call) => new ListAnswer<(int Id, string Code, string Label, string Short, string? Scale, string Type)>(
        ListRequest.From(call, _state, "rowid").Cut(Dictionaries.Units),
        static (w, unit) => WriteTexts(w, ("rowid", Numbers.Text(unit.Id)), ("code", unit.Code), ("label", unit.Label), ("short_label", unit.Short), ("active", "1"), ("scale", unit.Scale), ("unit_type", unit.Type)));

    private static void WriteTexts(Utf8JsonWriter writer, params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in fields)
            writer.WriteString(name, value);
        writer.WriteEndObject();
    }
}
