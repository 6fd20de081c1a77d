using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Values that an endpoint did not load.</summary>
internal static class Empty
{
    /// <summary>Null for each of the names.</summary>
    public static Dictionary<string, Action<Utf8JsonWriter>?> Of(params ReadOnlySpan<string> names)
    {
        var map = new Dictionary<string, Action<Utf8JsonWriter>?>(StringComparer.Ordinal);
        foreach (var name in names)
            map[name] = static w => w.WriteNullValue();
        return map;
    }
}
