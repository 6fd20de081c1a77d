using System.Globalization;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>One stored record. Values are kept as the database returns them: decimals as text with six digits, flags as <c>0</c> or <c>1</c>, times in the shop's zone.</summary>
public abstract class PrestaShopRow
{
    private readonly object?[] _cells;
    private Dictionary<int, object?[]>? _ofShop;

    private protected PrestaShopRow(Resource resource)
    {
        Resource = resource;
        _cells = new object?[resource.Fields.Length];
        foreach (var field in resource.Fields)
            _cells[field.Slot] = field.Localized ? null : field.Unset;
    }

    /// <summary>The id: given when the record is added, never used twice.</summary>
    public int Id { get; internal set; }

    internal Resource Resource { get; }

    /// <summary>The store that the row belongs to; null until it was added.</summary>
    internal PrestaShopState? State { get; set; }

    /// <summary>The table that keeps the row in its indexes; null until it was added.</summary>
    internal IRowIndex? Index { get; set; }

    /// <summary>A value by its field name on the wire, in its stored form; null is NULL. For fields with one value per language, the first language.</summary>
    /// <param name="field">The field, for example <c>supplier_reference</c>.</param>
    /// <exception cref="KeyNotFoundException">The resource has no such field.</exception>
    public string? this[string field]
    {
        get => Resource.Field(field) is { Localized: true } localized ? Languages(localized.Slot)?.FirstOrDefault() ?? "" : Text(Resource.Slot(field));
        set => Put(Resource.Field(field), value);
    }

    internal string? Text(int slot, int shop = 0) => (string?)CellsOf(shop)[slot];

    internal string?[]? Languages(int slot, int shop = 0) => (string?[]?)CellsOf(shop)[slot];

    internal object?[] CellsOf(int shop) => _ofShop is not null && _ofShop.TryGetValue(shop, out var cells) ? cells : _cells;

    /// <summary>Gives a shop its own copy of the values, for stores with several shops.</summary>
    internal void CopyForShop(int shop) => (_ofShop ??= []).TryAdd(shop, [.. _cells]);

    /// <summary>Stores a value; 0 writes the value of every shop, else the shop's own where the field has one per shop.</summary>
    internal void Put(Field field, object? value, int shop = 0)
    {
        var before = _cells[field.Slot] as string;
        if (_ofShop is null)
        {
            _cells[field.Slot] = value;
        }
        else
        {
            var everywhere = shop == 0 || !field.OfShop;
            if (everywhere || !_ofShop.ContainsKey(shop))
                _cells[field.Slot] = value;
            foreach (var (id, cells) in _ofShop)
            {
                if (everywhere || id == shop)
                    cells[field.Slot] = value;
            }
        }

        if (field.Indexed)
            Index?.Moved(this, field, before, _cells[field.Slot] as string);
    }

    private protected string Get(string field) => Text(Resource.Slot(field)) ?? "";

    private protected void Set(string field, string? value) => Put(Resource.Field(field), value);

    private protected int GetNumber(string field) => int.TryParse(Get(field), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private protected void SetNumber(string field, int value) => Set(field, Stored.Number(value));

    private protected bool GetFlag(string field) => Get(field) == "1";

    private protected void SetFlag(string field, bool value) => Set(field, value ? "1" : "0");

    private protected decimal GetDecimal(string field) => decimal.TryParse(Get(field), CultureInfo.InvariantCulture, out var number) ? number : 0m;

    private protected void SetDecimal(string field, decimal value) =>
        Set(field, Stored.Decimal(value, Resource.Field(field).Kind));

    private protected PrestaShopText GetText(string field) => new(this, Resource.Field(field));
}
