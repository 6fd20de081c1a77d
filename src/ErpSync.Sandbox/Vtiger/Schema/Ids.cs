using System.Globalization;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Ids of the web service: the module's prefix, an x, the number.</summary>
internal static class Ids
{
    /// <summary>The two parts of an id, or null when it has no x.</summary>
    public static (string Prefix, string Number)? Split(string id) =>
        id.IndexOf('x', StringComparison.Ordinal) is var at and >= 0 ? (id[..at], id[(at + 1)..]) : null;

    /// <summary>The number of an id; null when it is none.</summary>
    public static long? Number(string id) =>
        Split(id) is var (_, number) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static string Join(string prefix, long number) => prefix + "x" + number.ToString(CultureInfo.InvariantCulture);
}
