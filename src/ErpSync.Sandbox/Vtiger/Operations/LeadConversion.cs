using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>convertlead: a lead becomes an account, a contact and a deal, with the values that the standard map takes over.</summary>
internal sealed class LeadConversion(VtigerState state)
{
    private static readonly Dictionary<string, (string Lead, string Target)[]> Maps = new(StringComparer.Ordinal)
    {
        ["Accounts"] =
        [
            ("company", "accountname"), ("industry", "industry"), ("phone", "phone"), ("fax", "fax"), ("rating", "rating"), ("email", "email1"), ("website", "website"), ("city", "bill_city"),
            ("code", "bill_code"), ("country", "bill_country"), ("state", "bill_state"), ("lane", "bill_street"), ("pobox", "bill_pobox"), ("description", "description"),
            ("annualrevenue", "annual_revenue"), ("noofemployees", "employees"),
        ],
        ["Contacts"] =
        [
            ("phone", "phone"), ("mobile", "mobile"), ("fax", "fax"), ("email", "email"), ("salutationtype", "salutationtype"), ("firstname", "firstname"), ("lastname", "lastname"),
            ("designation", "title"), ("leadsource", "leadsource"), ("secondaryemail", "secondaryemail"), ("city", "mailingcity"), ("code", "mailingzip"), ("country", "mailingcountry"),
            ("state", "mailingstate"), ("lane", "mailingstreet"), ("pobox", "mailingpobox"), ("description", "description"),
        ],
        ["Potentials"] = [("company", "potentialname"), ("leadsource", "leadsource"), ("description", "description")],
    };

    private readonly RecordOperations _records = new(state);

    public JsonNode? Run(string text, VtigerUser user)
    {
        var element = PhpJson.Decode(text) as JsonObject ?? [];
        var lead = state.Find(element.Text("leadId")) is { Module: "Leads", IsDeleted: false } found ? found : throw VtigerProblem.Denied();
        if (lead.IsConverted)
            throw new VtigerProblem("LEAD_ALREADY_CONVERTED", "Lead is already converted");
        var entities = element["entities"] as JsonObject ?? [];
        if (!Wants(entities, "Accounts") && !Wants(entities, "Contacts"))
            return null;
        var owner = element.Text("assignedTo") is { Length: > 0 } given ? given : state.UserId(user);
        var made = new JsonObject();
        foreach (var name in new[] { "Accounts", "Contacts", "Potentials" })
        {
            if (Wants(entities, name))
                made[name] = Make(name, entities[name]!.AsObject(), lead, owner, made);
        }

        lead.IsConverted = true;
        state.Writer.Touch(lead, user);
        return made;
    }

    private string Make(string name, JsonObject wanted, VtigerRecord lead, string owner, JsonObject made)
    {
        var module = state.Modules[name];
        if (name == "Accounts" && state.Of(module).FirstOrDefault(account => !account.IsDeleted && Collation.Key(account["accountname"]) == Collation.Key(wanted.Text("accountname"))) is { } known)
            return known.Id;
        var element = new JsonObject { ["assigned_user_id"] = owner };
        foreach (var (from, to) in Maps[name])
            element[to] = lead[from];
        foreach (var (field, value) in wanted)
        {
            if (field is not ("create" or "name") && JsonWords.Text(value).Length > 0)
                element[field] = value!.DeepClone();
        }

        if (name == "Contacts" && made["Accounts"] is { } account1)
            element["account_id"] = account1.DeepClone();
        if (name == "Potentials")
        {
            if (made["Accounts"] is { } account2)
                element["related_to"] = account2.DeepClone();
            if (made["Contacts"] is { } contact)
                element["contact_id"] = contact.DeepClone();
        }

        foreach (var field in module.Fields.Where(field => field.IsMandatory && element.Text(field.Name).Length == 0))
            element[field.Name] = "????";
        element["isconvertedfromlead"] = 1;
        return _records.Create(name, element, state.Users[0], []).Text("id");
    }

    private static bool Wants(JsonObject entities, string name) => entities[name] is JsonObject wanted && wanted.Flag("create");
}
