using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of bank accounts.</summary>
internal sealed class BankEndpoints
{
    private const string Place = "api_bankaccounts.class.php";

    private static readonly HashSet<string> Columns = new(StringComparer.Ordinal) { "ref", "label", "courant", "type", "currency_code", "country_id", "bank", "iban", "bic", "clos", "comment" };

    private readonly DolibarrState _state;
    private readonly RecordTemplate<DolibarrBankAccount> _template;

    public BankEndpoints(DolibarrState state)
    {
        _state = state;
        _template = new RecordTemplate<DolibarrBankAccount>(BankTemplates.Account23, new Dictionary<string, Action<Utf8JsonWriter, DolibarrBankAccount>>(StringComparer.Ordinal)
        {
            ["id"] = static (w, a) => w.WriteStringValue(Numbers.Text(a.Id)),
            ["clos"] = static (w, a) => w.WriteStringValue(a["clos"] ?? "0"),
            ["status"] = static (w, a) => w.WriteStringValue(a["clos"] ?? "0"),
            ["account_currency_code"] = static (w, a) => w.WriteText(a["currency_code"]),
            ["country_code"] = static (w, a) => w.WriteText(PartyInput.Country(a)?.Code),
            ["date_creation"] = static (w, a) => w.WriteNumberValue(a.Created.ToUnixTimeSeconds()),
            ["date_modification"] = static (w, a) => w.WriteNumberValue(a.Modified.ToUnixTimeSeconds()),
            ["bank"] = static (w, a) => w.WriteText(a["bank"] ?? ""),
            ["iban"] = static (w, a) => w.WriteText(a["iban"] ?? ""),
            ["bic"] = static (w, a) => w.WriteText(a["bic"] ?? ""),
        });
    }

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_]) => List(call),
        ("POST", [_]) => Post(call),
        ("GET", [_, _]) => One(call),
        _ => null,
    };

    private Answer List(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.BankRead, "banque", Place + ":90");
        var request = ListRequest.From(call, _state, "t.rowid");
        return new RowQuery<DolibarrBankAccount>(_state, TradeColumns.BankAccounts(_state), "bank account", Place + ":120")
            .Answer(_state.BankAccounts, request, (w, account) => _template.Write(w, account, request.Properties), paginates: true);
    }

    private Answer One(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.BankRead, "banque", Place + ":140");
        var account = _state.BankAccounts.Find(call.Id(1)) ?? throw new RestException(404, "account not found") { Place = Place + ":145" };
        return Answer.Of(w => _template.Write(w, account));
    }

    private Answer Post(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.BankWrite, "banque", Place + ":160");
        foreach (var name in new[] { "ref", "label", "type", "currency_code", "country_id" })
        {
            if (!call.Body.Has(name))
                throw new RestException(400, $"{name} field missing") { Place = Place + ":421" };
        }

        var account = new DolibarrBankAccount();
        RecordInput.Apply(account, call.Body, Columns, _state);
        return Answer.Number(_state.Insert(_state.BankAccounts, account).Id);
    }
}
