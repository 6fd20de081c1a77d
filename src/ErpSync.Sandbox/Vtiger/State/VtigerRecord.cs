namespace ErpSync.Sandbox.Vtiger;

/// <summary>A row of a simulated vtiger CRM. Values are held as the database holds them: numbers with a point and the column's decimals, times in UTC.</summary>
public sealed class VtigerRecord
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    internal VtigerRecord(string module, string prefix, long number)
    {
        Module = module;
        Number = number;
        Id = Ids.Join(prefix, number);
    }

    /// <summary>The module, for example <c>Products</c>.</summary>
    public string Module { get; }

    /// <summary>The number behind the x.</summary>
    public long Number { get; }

    /// <summary>The id, for example <c>14x20</c>.</summary>
    public string Id { get; }

    /// <summary>Whether it lies in the recycle bin.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Whether a lead was converted: it is missing from queries then, but can be retrieved.</summary>
    public bool IsConverted { get; set; }

    /// <summary>The taxes of a product or service: percent by name (<c>tax4</c>).</summary>
    public SortedDictionary<string, string> Taxes { get; } = new(StringComparer.Ordinal);

    /// <summary>The prices of a product or service by the number of the currency.</summary>
    public SortedDictionary<long, decimal> Prices { get; } = [];

    /// <summary>The number of the currency that a product's or service's unit price is in.</summary>
    public long PriceCurrency { get; set; } = 1;

    /// <summary>The raw value of a field; empty when there is none. Setting it dates nothing and computes nothing, as a change in the database does.</summary>
    /// <param name="field">The field's name.</param>
    public string this[string field]
    {
        get => _values.GetValueOrDefault(field, "");
        set => _values[field] = value;
    }

    /// <summary>The charge for shipping of an order and its taxes; null when it has none.</summary>
    internal Charge? Charge { get; set; }

    /// <summary>The words that lists show; escaped when told.</summary>
    internal string Label { get; set; } = "";

    /// <summary>The files that belong to it.</summary>
    internal List<StoredFile> Files { get; } = [];
}
