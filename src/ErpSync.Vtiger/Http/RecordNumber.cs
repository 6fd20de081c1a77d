using System.Globalization;

namespace ErpSync.Vtiger;

/// <summary>A record id, <c>14x20</c>: the number of the module, which differs between installations, and the number of the record, which is global and never reused.</summary>
/// <param name="Prefix">The module's number.</param>
/// <param name="Number">The record's number.</param>
internal readonly record struct RecordNumber(string Prefix, long Number)
{
    public static RecordNumber? Parse(string? text)
    {
        var at = text?.IndexOf('x', StringComparison.Ordinal) ?? -1;
        return text is not null && at > 0 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0 && long.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new RecordNumber(text[..at], number)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}x{Number}");
}
