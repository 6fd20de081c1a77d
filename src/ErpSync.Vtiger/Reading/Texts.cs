using System.Collections.Frozen;
using System.Text;

namespace ErpSync.Vtiger;

/// <summary>What vtiger makes of texts: it cuts what is too long without a word, and its database turns characters of four bytes into question marks.</summary>
internal static class Texts
{
    private const int Street = 250;
    private const int Town = 30;

    /// <summary>The lengths of columns; fields that are not named here are long enough for what is carried in them.</summary>
    private static readonly FrozenDictionary<string, int> Lengths = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["Accounts.accountname"] = 100,
        ["Accounts.phone"] = 30,
        ["Accounts.email1"] = 100,
        ["Accounts.website"] = 100,
        ["Contacts.firstname"] = 40,
        ["Contacts.lastname"] = 80,
        ["Contacts.email"] = 100,
        ["Contacts.phone"] = 50,
        ["Contacts.mobile"] = 50,
        ["Contacts.title"] = 50,
        ["Leads.firstname"] = 40,
        ["Leads.lastname"] = 80,
        ["Leads.email"] = 100,
        ["Leads.company"] = 100,
        ["Leads.phone"] = 50,
        ["Leads.mobile"] = 50,
        ["Leads.website"] = 100,
        ["Products.productname"] = 100,
        ["Products.productcode"] = 40,
        ["Products.vendor_part_no"] = 200,
        ["Products.mfr_part_no"] = 200,
        ["Services.servicename"] = 50,
        ["Vendors.vendorname"] = 100,
        ["Vendors.email"] = 100,
        ["Vendors.phone"] = 100,
        ["Vendors.website"] = 100,
        ["Vendors.postalcode"] = 100,
        ["Contacts.mailingcity"] = 40,
        ["Contacts.othercity"] = 40,
        ["Contacts.otherstate"] = 50,
        ["Potentials.potentialname"] = 120,
        ["SalesOrder.subject"] = 100,
        ["Invoice.subject"] = 100,
        ["Quotes.subject"] = 100,
        ["PriceBooks.bookname"] = 100,
        ["Documents.notes_title"] = 50,
        ["Documents.filename"] = 200,
        ["SalesOrder.vtiger_purchaseorder"] = 100,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A text as vtiger would keep it in a field; null for nothing.</summary>
    public static string? Stored(string? text, string module, string field) => Stored(text, Lengths.GetValueOrDefault($"{module}.{field}", module == Modules.Vendors && field == "street" ? int.MaxValue : field.EndsWith("street", StringComparison.Ordinal) || field == "lane" ? Street : IsTown(field) ? Town : int.MaxValue));

    /// <summary>A text as vtiger would keep it; null for nothing.</summary>
    public static string? Stored(string? text, int length = int.MaxValue)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var kept = Narrow(text.Trim()).Replace("<script>", "&lt;script&gt;", StringComparison.OrdinalIgnoreCase).Replace("</script>", "&lt;/script&gt;", StringComparison.OrdinalIgnoreCase);
        return kept.Length <= length ? kept : kept[..length].Trim() is { Length: > 0 } cut ? cut : null;
    }

    public static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static bool IsTown(string field) => field.EndsWith("_city", StringComparison.Ordinal) || field.EndsWith("_state", StringComparison.Ordinal) || field.EndsWith("_code", StringComparison.Ordinal) || field.EndsWith("_country", StringComparison.Ordinal)
        || field is "city" or "state" or "code" or "postalcode" or "mailingcity" or "mailingstate" or "mailingzip" or "othercity" or "otherstate" or "otherzip";

    private static string Narrow(string text)
    {
        if (!text.Any(char.IsSurrogate))
            return text;
        var narrow = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                narrow.Append(text[at]);
            else
            {
                narrow.Append("????");
                if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                    at++;
            }
        }

        return narrow.ToString();
    }
}
