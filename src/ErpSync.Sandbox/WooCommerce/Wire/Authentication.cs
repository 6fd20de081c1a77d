using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Who asks: Basic and keys in the query over https, OAuth 1.0a over http, application passwords over both.</summary>
internal sealed class Authentication(WooCommerceSandboxOptions options, WooCommerceKeyRing keys, TimeProvider clock)
{
    private readonly HashSet<string> _nonces = new(StringComparer.Ordinal);

    /// <exception cref="RestProblem">The request is not admitted.</exception>
    public void Check(HttpRequest request)
    {
        var isRead = request.Method is "GET" or "HEAD" or "OPTIONS";
        if (IsApplication(request))
            return;
        var key = options.ActsAsHttps ? OverHttps(request) : OverHttp(request);
        if (key is null)
            throw Unknown(isRead, 401);
        if (isRead ? !key.Reads : !key.Writes)
            throw Refused($"The API key provided does not have {(isRead ? "read" : "write")} permissions.");
        if (key.IsCustomer)
            throw Unknown(isRead, 403);
    }

    /// <summary>Whether the request carries the application password.</summary>
    public bool IsApplication(HttpRequest request) =>
        Basic(request) is var (user, password) && user == options.ApplicationUser && password.Replace(" ", "", StringComparison.Ordinal) == options.ApplicationPassword.Replace(" ", "", StringComparison.Ordinal);

    private WooCommerceKey? OverHttps(HttpRequest request)
    {
        var (name, secret) = Basic(request) ?? (request.Query["consumer_key"].ToString(), request.Query["consumer_secret"].ToString());
        if (keys.Find(name) is not { } key)
            return null;
        return key.Secret == secret ? key : throw Refused("Consumer secret is invalid.");
    }

    private WooCommerceKey? OverHttp(HttpRequest request)
    {
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        if (!query.TryGetValue("oauth_consumer_key", out var name) || keys.Find(name) is not { } key)
            return null;
        query.Remove("oauth_signature", out var given);
        var address = $"{request.Scheme}://{request.Host.Value}{request.PathBase}{Encoded(request.Path.Value ?? "")}";
        var parameters = string.Join('&', query.Select(pair => (Name: Escape(pair.Key), Value: Escape(pair.Value))).OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal).Select(pair => $"{pair.Name}={pair.Value}"));
        var text = Encoding.UTF8.GetBytes($"{request.Method.ToUpperInvariant()}&{Escape(address)}&{Escape(parameters)}");
        var secret = Encoding.UTF8.GetBytes(key.Secret + "&");
        var signature = query.GetValueOrDefault("oauth_signature_method") switch
        {
            "HMAC-SHA256" => HMACSHA256.HashData(secret, text),
            "HMAC-SHA1" => Sha1(secret, text),
            _ => throw Refused("Invalid signature - signature method is invalid."),
        };
        if (Convert.ToBase64String(signature) != given)
            throw Refused("Invalid signature - provided signature does not match.");
        if (!long.TryParse(query.GetValueOrDefault("oauth_timestamp"), CultureInfo.InvariantCulture, out var stamp) || Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - stamp) > 900)
            throw Refused("Invalid timestamp.");
        lock (_nonces)
        {
            if (!_nonces.Add(query.GetValueOrDefault("oauth_nonce") ?? ""))
                throw Refused("Invalid nonce - nonce has already been used.");
        }

        return key;
    }

    private static byte[] Sha1(byte[] key, byte[] text)
    {
#pragma warning disable CA5350 // OAuth 1.0a names it.
        return HMACSHA1.HashData(key, text);
#pragma warning restore CA5350
    }

    private static (string User, string Password)? Basic(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(header[6..])).Split(':', 2);
            return parts.Length == 2 ? (parts[0], parts[1]) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Encoded(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static RestProblem Refused(string message) => new(401, "woocommerce_rest_authentication_error", message);

    private static RestProblem Unknown(bool isRead, int status) => isRead
        ? new RestProblem(status, "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.")
        : new RestProblem(status, "woocommerce_rest_cannot_create", "Sorry, you are not allowed to create resources.");
}
