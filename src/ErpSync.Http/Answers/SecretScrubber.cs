using System.Text;
using System.Text.RegularExpressions;

namespace ErpSync.Http;

/// <summary>Removes keys, passwords and tokens from any text or address: the configured ones wherever they stand, others by the name they stand behind. Safe for parallel use.</summary>
public sealed partial class SecretScrubber
{
    /// <summary>What stands where a secret stood.</summary>
    public const string Mask = "***";

    private const int ShortestSecret = 4;
    private const string Names =
        "ws_key|api_?key|dolapikey|consumer_key|consumer_secret|oauth_[a-z_]+|session_?name|access_?key|access_?token|refresh_?token|client_?secret|secure_key|api_key_token|passwd|password|pwd|x-wc-webhook-signature";

    private readonly Lock _gate = new();
    private string[] _secrets = [];

    /// <summary>Knows these secrets from the start.</summary>
    /// <param name="secrets">The secrets; ones shorter than 4 characters are not searched for.</param>
    public SecretScrubber(params IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        foreach (var secret in secrets)
            Add(secret);
    }

    /// <summary>Adds a secret that became known later, for example a session name. Its URL-encoded and Base64 forms are searched for as well.</summary>
    /// <param name="secret">The secret; null or shorter than 4 characters: ignored.</param>
    public void Add(string? secret)
    {
        if (secret is null || secret.Length < ShortestSecret)
            return;

        string[] forms =
        [
            secret,
            Uri.EscapeDataString(secret),
            Base64(secret),
            Base64(secret + ":"),
            Uri.EscapeDataString(Base64(secret)),
        ];
        lock (_gate)
            _secrets = [.. _secrets.Concat(forms).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
    }

    /// <summary>The text without secrets.</summary>
    /// <param name="text">Any text; null gives an empty text.</param>
    /// <returns>The text with <see cref="Mask"/> in the place of each secret.</returns>
    public string Scrub(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        foreach (var secret in Volatile.Read(ref _secrets))
            text = text.Replace(secret, Mask, StringComparison.OrdinalIgnoreCase);
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

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

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
