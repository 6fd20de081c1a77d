using System.Globalization;

namespace ErpSync;

/// <summary>A mass change in a saved plan: its name and its three numbers.</summary>
internal static class MassChangeText
{
    public static string[] Of(MassChangeCount count) =>
        [count.Change.ToString(), Text(count.Count), Text(count.Earlier), Text(count.Of)];

    /// <summary>Null when the row is not one.</summary>
    public static MassChangeCount? Parse(string[] row) =>
        row is [var name, var count, var earlier, var of]
        && Enum.TryParse<MassChange>(name, out var change)
        && int.TryParse(count, CultureInfo.InvariantCulture, out var now)
        && int.TryParse(earlier, CultureInfo.InvariantCulture, out var before)
        && long.TryParse(of, CultureInfo.InvariantCulture, out var all)
            ? new MassChangeCount(change, now, before, all)
            : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
