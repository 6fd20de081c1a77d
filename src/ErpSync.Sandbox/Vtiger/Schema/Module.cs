using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>A module as the web service describes it.</summary>
internal sealed class Module
{
    private readonly JsonObject _head;
    private readonly List<ModuleField> _fields;
    private Dictionary<string, ModuleField> _byName = [];

    public Module(JsonObject described)
    {
        _fields = [.. described["fields"]!.AsArray().Select(field => new ModuleField(field!.AsObject()))];
        _head = (JsonObject)described.DeepClone();
        _head.Remove("fields");
        Name = _head.Text("name");
        Prefix = _head.Text("idPrefix");
        IsEntity = _head.Flag("isEntity");
        LabelFields = _head.Text("labelFields").Split(',', StringSplitOptions.RemoveEmptyEntries);
        IsInventory = Name is "SalesOrder" or "Invoice" or "Quotes" or "PurchaseOrder";
        HasPrices = Name is "Products" or "Services";
        Index();
    }

    public string Name { get; }

    /// <summary>What stands before the x of an id.</summary>
    public string Prefix { get; }

    public bool IsEntity { get; }

    /// <summary>Whether its records have lines.</summary>
    public bool IsInventory { get; }

    /// <summary>Whether its records have taxes and prices per currency.</summary>
    public bool HasPrices { get; }

    public IReadOnlyList<string> LabelFields { get; }

    public IReadOnlyList<ModuleField> Fields => _fields;

    public ModuleField? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The field that the server numbers itself.</summary>
    public ModuleField? NumberField => Name switch
    {
        "Accounts" => Find("account_no"),
        "Contacts" => Find("contact_no"),
        "Leads" => Find("lead_no"),
        "Products" => Find("product_no"),
        "Services" => Find("service_no"),
        "Vendors" => Find("vendor_no"),
        "Potentials" => Find("potential_no"),
        "PriceBooks" => Find("pricebook_no"),
        "Quotes" => Find("quote_no"),
        "SalesOrder" => Find("salesorder_no"),
        "Invoice" => Find("invoice_no"),
        "PurchaseOrder" => Find("purchaseorder_no"),
        "Documents" => Find("note_no"),
        _ => null,
    };

    /// <summary>What stands before the number.</summary>
    public string NumberPrefix => Name switch
    {
        "Accounts" => "ACC",
        "Contacts" => "CON",
        "Leads" => "LEA",
        "Products" => "PRO",
        "Services" => "SER",
        "Vendors" => "VEN",
        "Potentials" => "POT",
        "PriceBooks" => "PB",
        "Quotes" => "QUO",
        "SalesOrder" => "SO",
        "Invoice" => "INV",
        "PurchaseOrder" => "PO",
        "Documents" => "DOC",
        _ => "",
    };

    /// <summary>Adds a field that an administrator made, behind the tags as the server shows it.</summary>
    public void Add(ModuleField field)
    {
        var place = _fields.FindLastIndex(known => known.IsCustom) is var last and >= 0 ? last : _fields.FindIndex(known => known.Name == (IsInventory ? "last_recurring_date" : "tags"));
        if (place < 0)
            place = _fields.FindIndex(known => known.Name == "id") - 1;
        _fields.Insert(place + 1, field);
        Index();
    }

    /// <summary>The same module under another prefix.</summary>
    public Module WithPrefix(string prefix)
    {
        var described = Describe([], isWritable: true, isByColumn: false);
        described["idPrefix"] = prefix;
        return new Module(described);
    }

    /// <summary>The description.</summary>
    /// <param name="more">Fields that come and go with taxes and currencies.</param>
    /// <param name="isWritable">Whether the user may write.</param>
    /// <param name="isByColumn">Whether the fields come in the order of their columns, as for users that are no administrators.</param>
    public JsonObject Describe(IEnumerable<JsonObject> more, bool isWritable, bool isByColumn)
    {
        var own = isByColumn && IsEntity ? _fields.Where(field => field.Name != "id").OrderBy(field => Column(field.Name).ToUpperInvariant(), StringComparer.Ordinal).Concat(_fields.Where(field => field.Name == "id")) : _fields;
        var fields = new JsonArray([.. own.Select(field => field.Describe()), .. more]);
        var described = new JsonObject();
        foreach (var (name, value) in _head)
        {
            if (name == "idPrefix")
                described["fields"] = fields;
            described[name] = name is "createable" or "updateable" or "deleteable" ? isWritable && value!.GetValue<bool>() : value?.DeepClone();
        }

        return described;
    }

    /// <summary>The name of the column where it is not that of the field.</summary>
    private static string Column(string field) => field switch
    {
        "assigned_user_id" => "smownerid",
        "salutationtype" => "salutation",
        _ => field,
    };

    private void Index() => _byName = _fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
}
