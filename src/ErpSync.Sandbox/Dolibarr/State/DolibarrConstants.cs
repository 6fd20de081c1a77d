using System.Collections.Concurrent;

namespace ErpSync.Sandbox;

/// <summary>The constants of the setup, by name; a missing one is off. Safe for parallel use.</summary>
public sealed class DolibarrConstants
{
    private readonly ConcurrentDictionary<string, string> _values = new(StringComparer.Ordinal);

    internal DolibarrConstants()
    {
        this["PRODUCT_PRICE_UNIQ"] = "1";
        this["MAIN_LANG_DEFAULT"] = "en_US";
        this["MAIN_MULTILANGS"] = "1";
        this["MAIN_MONNAIE"] = "EUR";
        this["MAIN_MAX_DECIMALS_UNIT"] = "5";
        this["MAIN_MAX_DECIMALS_TOT"] = "2";
        this["PRODUIT_MULTIPRICES_LIMIT"] = "5";
    }

    /// <summary>The value of a constant; null when it is not set. Setting null takes it away.</summary>
    /// <param name="name">The name, for example <c>PRODUIT_MULTIPRICES</c>.</param>
    public string? this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set
        {
            if (value is null)
                _values.TryRemove(name, out _);
            else
                _values[name] = value;
        }
    }

    /// <summary>Whether a constant is set to anything but 0.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when it is on.</returns>
    public bool IsOn(string name) => this[name] is { Length: > 0 } value && value != "0";

    internal int Int(string name) => Dolibarr.Numbers.ReadInt(this[name]);
}
