namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of currencies in use.</summary>
internal sealed class CurrencyEndpoints(DolibarrState state)
{
    private const string Place = "api_multicurrencies.class.php";

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_]) => List(call),
        _ => null,
    };

    private Answer List(ApiCall call)
    {
        Access.Need(call, state, DolibarrRights.None, "multicurrency", Place + ":60");
        var request = ListRequest.From(call, state, "t.rowid");
        if (request.Filter is not null)
            return DolibarrRouter.NotSimulated;
        return new ListAnswer<DolibarrCurrency>(request.Cut(state.Currencies.ToList()), static (w, currency) =>
        {
            w.WriteStartObject();
            w.WriteString("id", Numbers.Text(currency.Id));
            w.WriteString("name", currency.Name);
            w.WriteString("code", currency.Code);
            w.WriteStartObject("rate");
            w.WriteString("id", Numbers.Text(currency.Id));
            w.WriteString("rate", Numbers.Short(currency.Rate));
            w.WriteNumber("date_sync", currency.Created.ToUnixTimeSeconds());
            w.WriteEndObject();
            w.WriteEndObject();
        });
    }
}
