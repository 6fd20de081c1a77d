using System.Globalization;

namespace ErpSync.WooCommerce;

/// <summary>A moment by the shop's clock, as a cursor of changes.</summary>
/// <param name="Time">The moment, in UTC, whole seconds.</param>
internal readonly record struct ShopCursor(DateTimeOffset Time)
{
    private const string Prefix = "wc1:";

    /// <exception cref="ConnectorException">The text is no cursor of this connector.</exception>
    public static ShopCursor Parse(string text, string connection) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && DateTime.TryParseExact(text[Prefix.Length..], "s", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? new ShopCursor(new DateTimeOffset(time, TimeSpan.Zero))
            : throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, WooCodes.Cursor, "The cursor is not one of this connector.") { Connection = connection });

    public override string ToString() => Prefix + JsonValues.Naive(Time);
}
