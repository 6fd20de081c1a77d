using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <content>Seeding and what an administrator does in the screens.</content>
public sealed partial class VtigerState
{
    private readonly List<VtigerUser> _users = [];

    /// <summary>Adds a record as the administrator would by the API, without checking mandatory fields or duplicates.</summary>
    /// <param name="module">The module, for example <c>Products</c>.</param>
    /// <param name="element">What the API would be sent: <c>productname</c>, <c>tax1</c>, <c>LineItems</c> …</param>
    /// <param name="number">The number behind the x; 0 takes the next. Numbers are global.</param>
    /// <returns>The record; edit it freely, nothing is dated or computed then.</returns>
    public VtigerRecord Add(string module, JsonObject element, long number = 0)
    {
        ArgumentNullException.ThrowIfNull(element);
        lock (Gate)
        {
            if (!Modules.TryGetValue(module, out var known) || !known.IsEntity || module == "Users")
                throw new ArgumentException($"The stand-in has no records of the module {module}.", nameof(module));
            var input = (JsonObject)element.DeepClone();
            if (!input.ContainsKey("assigned_user_id"))
                input["assigned_user_id"] = UserId(_users[0]);
            return known.IsInventory ? new OrderWriter(this).Create(known, input, _users[0], number).Record : Writer.Create(known, input, _users[0], number);
        }
    }

    /// <summary>Finds a record, deleted ones included.</summary>
    /// <param name="id">The id, for example <c>14x20</c>.</param>
    /// <returns>The record, or null.</returns>
    public VtigerRecord? Find(string id)
    {
        lock (Gate)
            return Ids.Number(id ?? "") is { } number && Records.TryGetValue(number, out var record) && record.Id == id ? record : null;
    }

    /// <summary>Adds a user.</summary>
    /// <param name="user">The user; its number must be free.</param>
    public void AddUser(VtigerUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        lock (Gate)
        {
            _users.RemoveAll(known => known.Number == user.Number);
            _users.Add(user);
            Tables["Users"][user.Number] = UserRows.Row(Modules["Users"], user);
        }
    }

    /// <summary>Adds a currency.</summary>
    /// <param name="code">The ISO 4217 code.</param>
    /// <param name="name">Its name.</param>
    /// <param name="symbol">Its sign.</param>
    /// <param name="rate">Units of it per unit of the base currency.</param>
    /// <param name="isActive">Whether it is active.</param>
    /// <returns>The row.</returns>
    public VtigerRecord AddCurrency(string code, string name, string symbol, decimal rate, bool isActive = true)
    {
        lock (Gate)
        {
            var table = Tables["Currency"];
            var row = Row("Currency", (table.Count == 0 ? 0 : table.Keys.Last()) + 1);
            (row["currency_code"], row["currency_name"], row["currency_symbol"]) = (code, name, symbol);
            (row["conversion_rate"], row["currency_status"], row["deleted"]) = (Values.Fixed(rate, 5), isActive ? "Active" : "Inactive", "0");
            row["defaultid"] = table.Count == 0 ? "-11" : "0";
            return table[row.Number] = row;
        }
    }

    /// <summary>Adds a tax that products and lines can carry; its name is <c>tax</c> and its number.</summary>
    /// <param name="label">Its label.</param>
    /// <param name="percent">Its rate.</param>
    /// <param name="compoundOn">The numbers of the taxes on which it is taken too; none for a simple one.</param>
    /// <returns>The row.</returns>
    public VtigerRecord AddTax(string label, decimal percent, params int[] compoundOn)
    {
        lock (Gate)
        {
            var table = Tables["Tax"];
            var row = Row("Tax", (table.Count == 0 ? 0 : table.Keys.Last()) + 1);
            row["taxname"] = "tax" + row.Number.ToString(CultureInfo.InvariantCulture);
            (row["taxlabel"], row["percentage"], row["deleted"], row["type"], row["regions"]) = (label, Values.Fixed(percent, 3), "0", "Fixed", "[]");
            row["method"] = compoundOn.Length > 0 ? "Compound" : "Simple";
            row["compoundon"] = "[" + string.Join(',', compoundOn.Select(number => $"\"{number}\"")) + "]";
            return table[row.Number] = row;
        }
    }

    /// <summary>Makes a tax compound, which only an administrator can.</summary>
    /// <param name="tax">The number of the tax.</param>
    /// <param name="compoundOn">The numbers of the taxes on which it is taken too.</param>
    public void SetTaxCompound(int tax, params int[] compoundOn)
    {
        lock (Gate)
        {
            var row = Tables["Tax"][tax];
            row["method"] = "Compound";
            row["compoundon"] = "[" + string.Join(',', compoundOn.Select(number => $"\"{number}\"")) + "]";
        }
    }

    /// <summary>Adds a custom field, as an administrator does in the layout editor.</summary>
    /// <param name="module">The module.</param>
    /// <param name="name">Its name, for example <c>cf_901</c>.</param>
    /// <param name="label">Its label.</param>
    /// <param name="isUnique">Whether duplicate prevention is on for it.</param>
    /// <param name="type">The type that describe tells; <c>string</c> unless told.</param>
    public void AddCustomField(string module, string name, string label, bool isUnique = false, string type = "string")
    {
        lock (Gate)
        {
            Modules[module].Add(ModuleField.Custom(name, label, type));
            Modules[module].Find(name)!.IsUnique = isUnique;
        }
    }

    /// <summary>Switches duplicate prevention of a field on or off.</summary>
    /// <param name="module">The module.</param>
    /// <param name="field">The field.</param>
    /// <param name="isUnique">Whether a second record with the same value is refused.</param>
    public void SetUnique(string module, string field, bool isUnique = true)
    {
        lock (Gate)
            Modules[module].Find(field)!.IsUnique = isUnique;
    }

    /// <summary>Makes a field mandatory or not.</summary>
    /// <param name="module">The module.</param>
    /// <param name="field">The field.</param>
    /// <param name="isMandatory">Whether a record without a value is refused.</param>
    public void SetMandatory(string module, string field, bool isMandatory = true)
    {
        lock (Gate)
            Modules[module].Find(field)!.IsMandatory = isMandatory;
    }

    /// <summary>Replaces the words of a picklist.</summary>
    /// <param name="module">The module.</param>
    /// <param name="field">The field.</param>
    /// <param name="values">The words.</param>
    public void SetPicklist(string module, string field, params string[] values)
    {
        lock (Gate)
            Modules[module].Find(field)!.SetPicklist(values);
    }

    /// <summary>Relates two records, as in the screens: a document and its product, a price book and a product.</summary>
    /// <param name="one">A record.</param>
    /// <param name="other">Another.</param>
    public void Relate(VtigerRecord one, VtigerRecord other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        Relations.Add((one.Number, other.Number));
        Relations.Add((other.Number, one.Number));
    }

    /// <summary>Registers an application for <c>wsapp_put</c>, as an administrator does where <c>wsapp_register</c> is dead.</summary>
    /// <param name="type"><c>vtigerSyncLib</c> stores what it is sent, <c>vtigerCRM</c> echoes it.</param>
    /// <param name="isApplication">Whether it sees everybody's records.</param>
    /// <returns>The key.</returns>
    public string RegisterApplication(string type, bool isApplication = true)
    {
        var key = ApplicationOperations.NewKey();
        Applications[key] = new ApplicationKey(type, isApplication);
        return key;
    }

    private VtigerRecord Row(string module, long number) => new(module, Modules[module].Prefix, number);

    private void SeedServer()
    {
        AddUser(new VtigerUser(1, Options.UserName, Options.AccessKey) { IsAdmin = true, LastName = "Administrator", Email = "admin@example.com", Decimals = Options.Decimals, TimeZone = "Europe/Amsterdam" });
        var (name, sign) = Options.BaseCurrency switch { "EUR" => ("Euro", "€"), "USD" => ("USA, Dollars", "$"), "GBP" => ("England, Pounds", "£"), var code => (code, code) };
        AddCurrency(Options.BaseCurrency, name, sign, 1);
        AddTax("VAT", 4.5m);
        AddTax("Sales", 10m);
        AddTax("Service", 12.5m);
        foreach (var (number, group, words) in new[] { (2L, "Team Selling", "Group Related to Sales"), (3L, "Marketing Group", "Group Related to Marketing Activities"), (4L, "Support Group", "Group Related to providing Support to Customers") })
        {
            var row = Tables["Groups"][number] = Row("Groups", number);
            (row["groupname"], row["description"]) = (group, words);
        }

        var folder = Tables["DocumentFolders"][1] = Row("DocumentFolders", 1);
        (folder["foldername"], folder["description"], folder["sequence"]) = ("Default", "This is a Default Folder", "1");
        var company = Tables["CompanyDetails"][1] = Row("CompanyDetails", 1);
        (company["organizationname"], company["address"], company["city"], company["state"]) = ("vtiger", "95, 12th Main Road, 3rd Block, Rajajinagar", "Bangalore", "Karnataka");
        (company["country"], company["code"], company["phone"], company["fax"]) = ("India", "560010", "+91 9243602352", "+91 9243602352");
        (company["website"], company["logoname"]) = ("www.vtiger.com", "vtiger-crm-logo.png");
    }
}
