using System.Xml.Linq;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>One item of a write between its input and its row.</summary>
internal sealed class Draft(Resource resource, PrestaShopRow row, string method, XElement element)
{
    private readonly object?[] _values = new object?[resource.Fields.Length];
    private readonly bool[] _given = new bool[resource.Fields.Length];

    public Resource Resource { get; } = resource;

    /// <summary>The stored row, or a blank one for POST.</summary>
    public PrestaShopRow Row { get; } = row;

    public XElement Element { get; } = element;

    /// <summary>True when the query asked for the mail to the customer.</summary>
    public bool SendsMail { get; init; }

    public bool IsNew { get; } = method == "POST";

    public bool IsPatch { get; } = method == "PATCH";

    /// <summary>True when the input had the field.</summary>
    public bool Has(Field field) => _given[field.Slot];

    /// <summary>The text that would be saved: the input, else for PATCH the stored value, else nothing.</summary>
    public string Text(Field field) => _given[field.Slot] ? _values[field.Slot] as string ?? "" : IsPatch ? Row.Text(field.Slot) ?? "" : "";

    public string Text(string field) => Text(Resource.Field(field));

    /// <summary>The texts per language that would be saved; null when the input has plain text or nothing.</summary>
    public string?[]? Texts(Field field) => _given[field.Slot] ? _values[field.Slot] as string?[] : IsPatch ? Row.Languages(field.Slot) ?? [] : null;

    public void Set(Field field, object? value)
    {
        _values[field.Slot] = value;
        _given[field.Slot] = true;
    }
}
