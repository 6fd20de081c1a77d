using System.Xml.Linq;

namespace ErpSync.PrestaShop;

/// <summary>What a key may do, as the root of the webservice lists it.</summary>
internal sealed class KeyRights
{
    private readonly Dictionary<string, HashSet<string>> _methods = new(StringComparer.Ordinal);

    private KeyRights(string shopName) => ShopName = shopName;

    /// <summary>The shop's name.</summary>
    public string ShopName { get; }

    /// <summary>Reads the root; null when the document is not one of PrestaShop's.</summary>
    public static KeyRights? Read(XDocument root)
    {
        if (root.Root is not { Name.LocalName: "prestashop" } document || document.Element("api") is not { } api)
            return null;
        var rights = new KeyRights(api.Attribute("shopName")?.Value ?? "");
        foreach (var resource in api.Elements())
        {
            rights._methods[resource.Name.LocalName] = resource.Attributes()
                .Where(attribute => attribute.Value == "true")
                .Select(attribute => attribute.Name.LocalName.ToUpperInvariant())
                .ToHashSet(StringComparer.Ordinal);
        }

        return rights;
    }

    /// <summary>How many resources the key may use at all.</summary>
    public int Resources => _methods.Count;

    /// <summary>True when the key may use the method on the resource.</summary>
    public bool Allows(string resource, string method) => _methods.TryGetValue(resource, out var methods) && methods.Contains(method);
}
