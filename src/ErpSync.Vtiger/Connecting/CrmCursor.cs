using System.Globalization;

namespace ErpSync.Vtiger;

/// <summary>A moment by the CRM's clock, as a cursor of changes.</summary>
/// <param name="Time">The moment, in UTC, whole seconds.</param>
internal readonly record struct CrmCursor(DateTimeOffset Time)
{
    private const string Prefix = "vt1:";

    /// <exception cref="ConnectorException">The text is no cursor of this connector.</exception>
    public static CrmCursor Parse(string text, string connection) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && long.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new CrmCursor(DateTimeOffset.FromUnixTimeSeconds(seconds))
            : throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, VtigerCodes.Cursor, "The cursor is not one of this connector.") { Connection = connection });

    public override string ToString() => Prefix + JsonValues.Invariant(Time.ToUnixTimeSeconds());
}
