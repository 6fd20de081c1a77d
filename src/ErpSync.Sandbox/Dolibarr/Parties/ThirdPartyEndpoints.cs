namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of third parties.</summary>
internal sealed class ThirdPartyEndpoints(DolibarrState state)
{
    private const string Place = "api_thirdparties.class.php";

    private static readonly HashSet<string> Columns = new(StringComparer.Ordinal)
    {
        "name", "name_alias", "ref_ext", "email", "phone", "fax", "url", "address", "zip", "town", "country_id", "state_id", "idprof1", "idprof2", "idprof3", "idprof4", "idprof5", "idprof6", "tva_intra",
        "tva_assuj", "localtax1_assuj", "localtax2_assuj", "localtax1_value", "localtax2_value", "default_lang", "note_public", "note_private", "client", "fournisseur", "status", "typent_id", "outstanding_limit",
        "cond_reglement_id", "mode_reglement_id", "multicurrency_code", "fk_account", "barcode",
    };

    private readonly ThirdPartyJson _json = new(state);

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_]) => List(call),
        ("POST", [_]) => Post(call),
        ("GET", [_, "email", var email]) => ByEmail(call, email),
        ("GET", [_, _]) => One(Find(call, DolibarrRights.ThirdPartyRead)),
        ("PUT", [_, _]) => Put(call, Find(call, DolibarrRights.ThirdPartyWrite)),
        ("DELETE", [_, _]) => Delete(Find(call, DolibarrRights.ThirdPartyDelete)),
        // The path of 18 ends before the level, which stands in the body (read in its source; issue 26881).
        ("PUT", [_, _, "setpricelevel", _]) => state.Is18 ? throw DolibarrRouter.Unrouted(404) : Level(Find(call, DolibarrRights.ThirdPartyWrite), call.Id(3, "priceLevel")),
        ("PUT", [_, _, "setpricelevel"]) when state.Is18 => Level(Find(call, DolibarrRights.ThirdPartyWrite), call.Body.Int("priceLevel")),
        _ => null,
    };

    private Answer List(ApiCall call)
    {
        Access.Need(call, state, DolibarrRights.ThirdPartyRead, "societe", Place + ":180");
        var request = ListRequest.From(call, state, "t.rowid");
        var rows = call.Int("mode", 0) switch
        {
            1 => state.ThirdParties.Where(party => party.Int("client") is 1 or 3),
            2 => state.ThirdParties.Where(party => party.Int("client") is 2 or 3),
            3 => state.ThirdParties.Where(party => party.Int("client") == 0 && party.Int("fournisseur") == 0),
            4 => state.ThirdParties.Where(party => party.Int("fournisseur") == 1),
            _ => state.ThirdParties,
        };
        // Without the right to see all customers a list silently holds only the user's own.
        if (!call.Rights.HasFlag(DolibarrRights.AllCustomers))
            rows = [];
        var answer = new RowQuery<DolibarrThirdParty>(state, TradeColumns.ThirdParties(state), "third parties", Place + ":244")
            .Answer(rows.ToList() is { Count: > 0 } some ? some : throw Empty(), request, (w, party) => _json.WriteListed(w, party, request.Properties), paginates: true);
        // This list alone still answers 404 when it is empty, in every version.
        return answer is ListAnswer { Count: 0 } ? throw Empty() : answer;
    }

    private RestException Empty() => state.Is18
        ? new RestException(404, "Thirdparties not found") { Place = Place + ":244" }
        : new RestException(404, "No third parties found") { Place = Place + ":270" };

    private Answer ByEmail(ApiCall call, string email)
    {
        Access.Need(call, state, DolibarrRights.ThirdPartyRead, "societe", Place + ":110");
        var found = state.ThirdParties.Where(party => Collation.AreEqual(party["email"] ?? "", email)).ToList();
        return found.Count switch
        {
            0 => throw NotFound(),
            1 => One(found[0]),
            _ => Answer.Of(_json.WriteBlank),
        };
    }

    private Answer One(DolibarrThirdParty party) => Answer.Of(w => _json.WriteOne(w, party));

    private Answer Post(ApiCall call)
    {
        Access.Need(call, state, DolibarrRights.ThirdPartyWrite, "societe", Place + ":295");
        if (!call.Body.Has("name"))
            throw new RestException(400, "name field missing") { Place = Place + ":2569" };
        var party = new DolibarrThirdParty();
        Apply(call, party, "Error creating thirdparty");
        foreach (var (column, prefix) in new[] { ("code_client", "CU"), ("code_fournisseur", "SU") })
            Code(call, party, column, prefix, "Error creating thirdparty");
        return Answer.Number(state.Insert(state.ThirdParties, party).Id);
    }

    private Answer Put(ApiCall call, DolibarrThirdParty party)
    {
        var before = party.Print();
        Apply(call, party, "Error updating thirdparty");
        foreach (var (column, prefix) in new[] { ("code_client", "CU"), ("code_fournisseur", "SU") })
            Code(call, party, column, prefix, "Error updating thirdparty");
        if (party.Print() != before)
            party.Modified = state.Now;
        return Answer.Of(w => _json.WriteChanged(w, party));
    }

    private Answer Delete(DolibarrThirdParty party)
    {
        if (state.Orders.Any(order => order.ThirdPartyId == party.Id) || state.Invoices.Any(invoice => invoice.ThirdPartyId == party.Id))
            throw new RestException(409, "Can't delete, that product is probably used") { Place = Place + ":500" };
        state.ThirdParties.Remove(party.Id);
        foreach (var category in state.Categories.Where(category => category.Type == CategoryTypes.Customer))
            category.Links.Remove(party.Id);
        foreach (var contact in state.Contacts.Where(contact => contact["socid"] is not null && contact.Int("socid") == party.Id).ToList())
            state.Contacts.Remove(contact.Id);
        return Answer.Success("Thirdparty deleted");
    }

    private Answer Level(DolibarrThirdParty party, int level)
    {
        if (!state.LevelPrices)
            throw new RestException(501, "Multiprices features activation needed for this request") { Place = Place };
        if (level < 1 || level > state.PriceLevelCount)
            throw new RestException(400, $"Price level must be between 1 and {state.PriceLevelCount}") { Place = Place };
        var old = party.PriceLevel;
        party.PriceLevel = level;
        party.Modified = state.Now;
        return Answer.Of(w => _json.WriteLevelled(w, party, old));
    }

    /// <summary>Codes are unique; <c>auto</c> and -1 take the next one.</summary>
    private void Code(ApiCall call, DolibarrThirdParty party, string column, string prefix, string what)
    {
        if (call.Body.Text(column) is not { Length: > 0 } code)
            return;
        var taken = state.ThirdParties.Where(other => other.Id != party.Id || party.Id == 0).Select(other => other[column]).ToList();
        if (code is "auto" or "-1")
        {
            var series = prefix + state.LocalNow[2..4] + state.LocalNow[5..7] + "-";
            var last = taken.Where(other => other?.StartsWith(series, StringComparison.Ordinal) == true).Select(other => Numbers.ReadInt(other![series.Length..])).DefaultIfEmpty().Max();
            code = series + (last + 1).ToString("00000", System.Globalization.CultureInfo.InvariantCulture);
        }
        else if (taken.Any(other => Collation.AreEqual(other ?? "", code)))
        {
            throw new RestException(500, what, column == "code_client" ? "ErrorCustomerCodeAlreadyUsed" : "ErrorSupplierCodeAlreadyUsed") { Place = Place + ":340" };
        }

        party[column] = code;
    }

    private void Apply(ApiCall call, DolibarrThirdParty party, string what)
    {
        RecordInput.Apply(party, call.Body, Columns, state);
        if (!state.Is18)
            RecordInput.Apply(party, call.Body, new HashSet<string>(StringComparer.Ordinal) { "phone_mobile" }, state);
        PartyInput.ApplyCountry(party, call.Body, Place + ":316");
        foreach (var id in new[] { "country_id", "cond_reglement_id" })
        {
            if (party.TryGet(id, out _) && party.Int(id) <= 0)
                party[id] = null;
        }

        foreach (var text in new[] { "name", "email", "zip", "town" })
        {
            if (party[text] is { } value)
                party[text] = value.Trim();
        }

        foreach (var number in new[] { "phone", "phone_mobile", "fax", "tva_intra" })
        {
            if (party[number] is { } value)
                party[number] = string.Concat(value.Where(character => !char.IsWhiteSpace(character)));
        }

        RecordInput.ApplyExtraFields(party, call.Body, "thirdparty", what, state);
    }

    private DolibarrThirdParty Find(ApiCall call, DolibarrRights right)
    {
        Access.Need(call, state, right, "societe", Place + ":90");
        return state.ThirdParties.Find(call.Id(1)) ?? throw NotFound();
    }

    private static RestException NotFound() => new(404, "Thirdparty not found") { Place = Place + ":95" };
}
