using System.Text.RegularExpressions;

namespace ErpSync;

/// <summary>Takes keys, passwords and tokens out of any text by the names they stand behind: in addresses, headers, forms, JSON and XML. Safe for parallel use.</summary>
public static partial class SecretText
{
    /// <summary>What stands where a secret stood.</summary>
    public const string Mask = "***";

    private const string Names =
        "ws_key|api[_-]?key|auth[_-]?token|private[_-]?key|dolapikey|consumer_key|consumer_secret|oauth_[a-z_]+|session_?name|access_?key|access_?token|refresh_?token|client_?secret|secure_key|api_key_token|passwd|password|pwd|x-wc-webhook-signature";

    /// <summary>The text without secrets.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text with <see cref="Mask"/> in the place of each value that stands behind a known name.</returns>
    public static string Remove(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            text = UserInfo().Replace(text, "${before}" + Mask + "@");
            text = AuthorizationHeader().Replace(text, "${before}" + Mask);
            text = Credentials().Replace(text, "${before} " + Mask);
            text = XmlElement().Replace(text, "${before}" + Mask + "${after}");
            return NamedValue().Replace(text, "${before}" + Mask);
        }
        catch (RegexMatchTimeoutException)
        {
            return "(text withheld: it could not be searched for secrets in time)";
        }
    }

    [GeneratedRegex(@"(?<before>//)[^/\s@?#""']+@", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UserInfo();

    [GeneratedRegex(@"(?<before>\bauthorization[""']?\s*[:=]\s*[""']?)[^\r\n""']+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AuthorizationHeader();

    [GeneratedRegex(@"\b(?<before>basic|bearer)\s+[A-Za-z0-9+/=._~-]{16,}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Credentials();

    [GeneratedRegex("(?<before><(?:" + Names + @")\b[^>]*>)(?:<!\[CDATA\[.*?\]\]>|[^<]*)(?<after></)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex XmlElement();

    [GeneratedRegex(@"(?<before>(?<![A-Za-z])(?:" + Names + @")\\?[""']?\s*(?:=>|=|:|%3D)\s*\\?[""']?)[^\s&""'<>,;}\\]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NamedValue();
}
