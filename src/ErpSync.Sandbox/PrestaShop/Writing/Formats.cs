using System.Globalization;
using System.Text.RegularExpressions;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The checks that a field's format names. Empty values pass: they are the matter of "required".</summary>
internal static class Formats
{
    public static bool IsValid(string? format, string value) => format?.ToLowerInvariant() switch
    {
        null => true,
        _ when value.Length == 0 => true,
        "isunsignedid" or "isunsignedint" or "ispositiveint" => uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "isint" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "isbool" => value is "0" or "1",
        "isprice" => IsPlainDecimal(value, negative: false),
        "isnegativeprice" => IsPlainDecimal(value, negative: true),
        "isfloat" => IsPlainDecimal(value, negative: true, digits: 30),
        "isunsignedfloat" => IsPlainDecimal(value, negative: false, digits: 30),
        "isreference" => !value.AsSpan().ContainsAny("<>;={}"),
        "iscatalogname" => !value.AsSpan().ContainsAny("<>;=#{}"),
        "isgenericname" => !value.AsSpan().ContainsAny("<>={}"),
        "islinkrewrite" => Slug.IsValid(value),
        "isgtin" => IsDigits(value, 14),
        "isean13" => IsDigits(value, 13),
        "isupc" => IsDigits(value, 12),
        "isisbn" => value.Length <= 32 && value.All(letter => char.IsAsciiDigit(letter) || letter is '-' or 'X'),
        "iscleanhtml" => Html.IsClean(value),
        "isproductvisibility" => value is "both" or "catalog" or "search" or "none",
        "isreductiontype" => value is "amount" or "percentage",
        "isdate" or "isdateformat" => IsDate(value),
        "isname" => Pattern("^[^0-9!<>,;?=+()@#\"°{}_$%:¤|]*$", value),
        "iscustomername" => Pattern("^[^0-9!<>,;?=+()/\\\\@#\"°*`{}_^$%:¤\\[\\]|\\.。]*(?:[\\.。](?:\\s|$)[^0-9!<>,;?=+()/\\\\@#\"°*`{}_^$%:¤\\[\\]|\\.。]*)*$", value),
        "iscarriername" => Pattern("^[^<>;=#{}]*$", value),
        "isemail" => Pattern("^[^@\\s<>\"']+@[^@\\s<>\"']+\\.[^@\\s<>\"'.]+$", value),
        "isaddress" => Pattern("^[^!<>?=+@{}_$%]*$", value),
        "iscityname" => Pattern("^[^!<>;?=+@#\"°{}_$%]*$", value),
        "isphonenumber" => Pattern("^[+0-9. ()/-]*$", value),
        "ispostcode" => Pattern("^[a-zA-Z 0-9-]+$", value),
        "ismessage" => Pattern("^[^<>{}]*$", value),
        "isdnilite" => Pattern("^[0-9A-Za-z-.]{1,16}$", value),
        "isape" => Pattern("^[0-9]{3,4}[a-zA-Z]$", value),
        "isurl" => Pattern("^[~:#,$%&_=()\\.? +\\-@/a-zA-Z0-9À-ÿ|!]+$", value),
        "istrackingnumber" => Pattern("^[~:#,%&_=()\\[\\].? +@/a-zA-Z0-9-]+$", value),
        "isnullorunsignedid" => uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "isbirthdate" => IsDate(value) && string.CompareOrdinal(value, "2100") < 0,
        "iscolor" => value.StartsWith('#') || value.All(char.IsAsciiLetter),
        _ => true,
    };

    private static bool Pattern(string pattern, string value) => Regex.IsMatch(value, pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static bool IsDigits(string value, int most) => value.Length <= most && value.All(char.IsAsciiDigit);

    private static bool IsPlainDecimal(string value, bool negative, int digits = 10)
    {
        var text = negative && value[0] == '-' ? value[1..] : value;
        var parts = text.Split('.');
        return parts.Length <= 2 && parts[0].Length is > 0 && parts[0].Length <= digits && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
            && (parts.Length == 1 || digits > 10 || parts[1].Length <= 9);
    }

    private static bool IsDate(string value) =>
        value is "0000-00-00" or "0000-00-00 00:00:00" || DateTime.TryParseExact(value, ["yyyy-MM-dd", Stored.TimeFormat], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
