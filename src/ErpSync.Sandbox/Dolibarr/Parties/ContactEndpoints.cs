namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of contacts.</summary>
internal sealed class ContactEndpoints(DolibarrState state)
{
    private const string Place = "api_contacts.class.php";

    private static readonly HashSet<string> Columns = new(StringComparer.Ordinal)
    {
        "lastname", "firstname", "civility_code", "name_alias", "address", "zip", "town", "poste", "email", "phone_pro", "phone_perso", "phone_mobile", "fax", "priv", "birthday", "default_lang",
        "note_public", "note_private", "ref_ext", "country_id", "state_id", "socid", "statut", "url",
    };

    private readonly ContactJson _json = new(state);

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_]) => List(call),
        ("POST", [_]) => Post(call),
        ("GET", [_, "email", var email]) => ByEmail(call, email),
        ("GET", [_, _]) => One(Find(call, DolibarrRights.ThirdPartyRead), call.Flag("includeroles")),
        ("PUT", [_, _]) => Put(call, Find(call, DolibarrRights.ThirdPartyWrite)),
        ("DELETE", [_, _]) => Delete(Find(call, DolibarrRights.ThirdPartyDelete)),
        _ => null,
    };

    private Answer List(ApiCall call)
    {
        Access.Need(call, state, DolibarrRights.ThirdPartyRead, "societe", Place + ":170");
        var request = ListRequest.From(call, state, "t.rowid");
        IEnumerable<DolibarrContact> rows = state.Contacts;
        if (call.Parameter("thirdparty_ids") is { Length: > 0 } ids)
            rows = rows.Where(contact => ids.Split(',').Contains(contact["socid"]));
        if (!call.Rights.HasFlag(DolibarrRights.AllCustomers))
            rows = [];
        return new RowQuery<DolibarrContact>(state, TradeColumns.Contacts(state), "contact", Place + ":260")
            .Answer(rows, request, (w, contact) => _json.Write(w, contact, request.Properties, isListed: true), paginates: true);
    }

    private Answer ByEmail(ApiCall call, string email)
    {
        Access.Need(call, state, DolibarrRights.ThirdPartyRead, "societe", Place + ":110");
        return One(state.Contacts.FirstOrDefault(contact => Collation.AreEqual(contact["email"] ?? "", email)) ?? throw NotFound(), call.Flag("includeroles"));
    }

    private Answer One(DolibarrContact contact, bool withRoles) => Answer.Of(w => _json.Write(w, contact, withRoles: withRoles));

    private Answer Post(ApiCall call)
    {
        Access.Need(call, state, DolibarrRights.ThirdPartyWrite, "societe", Place + ":290");
        if (!call.Body.Has("lastname"))
            throw new RestException(400, "lastname field missing") { Place = Place + ":692" };
        var contact = new DolibarrContact();
        Apply(call, contact, "Error creating contact");
        return Answer.Number(state.Insert(state.Contacts, contact).Id);
    }

    private Answer Put(ApiCall call, DolibarrContact contact)
    {
        var before = contact.Print();
        Apply(call, contact, "Error updating contact");
        if (contact.Print() != before)
            contact.Modified = state.Now;
        return Answer.Of(w => _json.Write(w, contact, isChanged: true));
    }

    private Answer Delete(DolibarrContact contact)
    {
        state.Contacts.Remove(contact.Id);
        foreach (var document in state.Orders.Concat<DolibarrTradeDocument>(state.Invoices))
        {
            foreach (var link in document.Contacts.Where(link => link.ContactId == contact.Id).ToList())
                document.Contacts.Remove(link);
        }

        return Answer.Success("Contact deleted");
    }

    private void Apply(ApiCall call, DolibarrContact contact, string what)
    {
        var (owner, country) = (contact["socid"], contact["country_id"]);
        RecordInput.Apply(contact, call.Body, Columns, state);
        if (call.Body.Text("status") is { } status && !call.Body.Has("statut"))
            contact["statut"] = status;

        // An update leaves the third party where the id is 0 (-1 takes it away), and takes the country's present code again where its id alone is emptied.
        if (contact.Id > 0 && call.Body.Has("socid") && call.Body.Int("socid") == 0)
            contact["socid"] = owner;
        if (contact.Id > 0 && call.Body.Has("country_id") && call.Body.Int("country_id") <= 0 && !call.Body.Has("country_code"))
            contact["country_id"] = country;
        PartyInput.ApplyCountry(contact, call.Body, Place + ":300");
        foreach (var id in new[] { "country_id", "state_id", "socid" })
        {
            if (contact.TryGet(id, out _) && contact.Int(id) <= 0)
                contact[id] = null;
        }

        if (contact["socid"] is not null && state.ThirdParties.Find(contact.Int("socid")) is null)
            throw new RestException(500, what, "Cannot add or update a child row: a foreign key constraint fails (`doli`.`llx_socpeople`, CONSTRAINT `fk_socpeople_fk_soc` FOREIGN KEY (`fk_soc`) REFERENCES `llx_societe` (`rowid`))") { Place = Place + ":310" };
        foreach (var text in new[] { "lastname", "firstname", "email", "zip", "town", "poste" })
        {
            if (contact[text] is { } value)
                contact[text] = value.Trim();
        }

        RecordInput.ApplyExtraFields(contact, call.Body, "socpeople", what, state);
        ContactDefaults.Apply(contact, call.Body, what, Place + ":320");
    }

    private DolibarrContact Find(ApiCall call, DolibarrRights right)
    {
        Access.Need(call, state, right, "societe", Place + ":80");
        return state.Contacts.Find(call.Id(1)) ?? throw NotFound();
    }

    private static RestException NotFound() => new(404, "Contact not found") { Place = Place + ":91" };
}
