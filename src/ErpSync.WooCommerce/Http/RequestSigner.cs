using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ErpSync.WooCommerce;

/// <summary>Proves who asks, anew for every attempt: a signed address must not be sent twice.</summary>
internal sealed class RequestSigner(WooCommerceOptions options, TimeProvider time)
{
    /// <summary>Marks requests that go with the application password (media).</summary>
    public const string ApplicationMark = "X-ErpSync-Application";

    public ValueTask AuthorizeAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        if (options.OverrideMethods && (message.Method == HttpMethod.Put || message.Method == HttpMethod.Delete))
        {
            message.Headers.TryAddWithoutValidation("X-HTTP-Method-Override", message.Method.Method);
            message.Method = HttpMethod.Post;
        }

        if (message.Headers.Remove(ApplicationMark))
            Basic(message, options.ApplicationUser!, options.ApplicationPassword!);
        else
            Sign(message);
        return ValueTask.CompletedTask;
    }

    private void Sign(HttpRequestMessage message)
    {
        var address = message.RequestUri!;
        switch (options.Authentication)
        {
            case WooCommerceAuthentication.Basic:
            case WooCommerceAuthentication.Automatic when address.Scheme == Uri.UriSchemeHttps:
                Basic(message, options.ConsumerKey, options.ConsumerSecret);
                break;
            case WooCommerceAuthentication.Query:
                message.RequestUri = With(address, [("consumer_key", options.ConsumerKey), ("consumer_secret", options.ConsumerSecret)]);
                break;
            default:
                message.RequestUri = OAuth(message.Method.Method, address, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), time.GetUtcNow().ToUnixTimeSeconds());
                break;
        }
    }

    /// <summary>The address with its signature; all parameters of the query are signed, the body is not.</summary>
    internal Uri OAuth(string method, Uri address, string nonce, long timestamp)
    {
        (string, string)[] added =
        [
            ("oauth_consumer_key", options.ConsumerKey), ("oauth_nonce", nonce), ("oauth_signature_method", "HMAC-SHA256"), ("oauth_timestamp", timestamp.ToString(CultureInfo.InvariantCulture)), ("oauth_version", "1.0"),
        ];
        var parameters = Query(address).Concat(added).Select(pair => (Name: Uri.EscapeDataString(pair.Item1), Value: Uri.EscapeDataString(pair.Item2)))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal).Select(pair => $"{pair.Name}={pair.Value}");
        var path = string.Join('/', address.AbsolutePath.Split('/').Select(segment => Uri.EscapeDataString(Uri.UnescapeDataString(segment))));
        var text = $"{method.ToUpperInvariant()}&{Uri.EscapeDataString($"{address.Scheme}://{address.Authority}{path}")}&{Uri.EscapeDataString(string.Join('&', parameters))}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.ConsumerSecret + "&"), Encoding.UTF8.GetBytes(text));
        return With(address, [.. added, ("oauth_signature", Convert.ToBase64String(signature))]);
    }

    private static IEnumerable<(string, string)> Query(Uri address) => address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => (Unescape(pair[0]), pair.Length > 1 ? Unescape(pair[1]) : ""));

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static Uri With(Uri address, IEnumerable<(string Name, string Value)> added)
    {
        var query = string.Join('&', added.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));
        return new Uri($"{address.GetLeftPart(UriPartial.Path)}{(address.Query.Length > 1 ? address.Query + "&" : "?")}{query}");
    }

    private static void Basic(HttpRequestMessage message, string user, string password) =>
        message.Headers.TryAddWithoutValidation("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
}
