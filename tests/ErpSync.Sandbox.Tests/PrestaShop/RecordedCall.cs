using System.Net.Http.Headers;
using System.Text;
using ErpSync.Sandbox.PrestaShop;
using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.PrestaShop;

/// <summary>Turns a recorded request into one that can be sent to a started store.</summary>
internal static class RecordedCall
{
    private const string Limited = "LIMITED0LIMITED0LIMITED0LIMITED0";

    public static HttpRequestMessage Build(PrestaShopSandbox shop, Recording recording)
    {
        var request = recording.Request;
        var path = request.PathAndQuery.Replace("ws_key=REDACTED", "ws_key=" + shop.ApiKey, StringComparison.Ordinal);
        if (recording.Name == "products-filter-uri-too-long")
            path = "/api/products?filter[id]=[" + string.Join('|', Enumerable.Range(100_000, 1_300)) + "]";
        var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(shop.BaseAddress, path.TrimStart('/')));
        if (request.Headers.ContainsKey("Authorization") || recording.Name.StartsWith("auth-", StringComparison.Ordinal))
            message.Headers.Authorization = Key(shop, recording.Name) is { } key ? ShopClient.Basic(key) : null;
        foreach (var (name, value) in request.Headers.Where(header => header.Key is "Io-Format" or "Output-Format" or "Accept" or "If-Match" or "If-None-Match" or "If-Unmodified-Since"))
            message.Headers.TryAddWithoutValidation(name, value);
        message.Content = Content(request);
        return message;
    }

    private static string? Key(PrestaShopSandbox shop, string name)
    {
        switch (name)
        {
            case "auth-missing" or "auth-ws-key-query":
                return null;
            case "auth-malformed-key":
                return "SHORT";
            case "auth-unknown-key" or "auth-unknown-key-json":
                return "UNKNOWN0UNKNOWN0UNKNOWN0UNKNOWN0";
            case "auth-inactive-key":
                shop.Keys.Add("INACTIVEINACTIVEINACTIVEINACTIVE", key => key.Active = false);
                return "INACTIVEINACTIVEINACTIVEINACTIVE";
            case "auth-no-permission-method" or "auth-no-permission-method-json" or "auth-no-permission-resource" or "root-readonly-key":
                shop.Keys.Add(Limited, key => key.Allow("products", "GET", "HEAD"));
                return Limited;
            default:
                return shop.ApiKey;
        }
    }

    private static HttpContent? Content(RecordedRequest request)
    {
        if (request.Body is not { } body)
            return request.Method is "POST" or "PUT" or "PATCH" ? new StringContent("") : null;
        if (body.StartsWith("multipart/form-data;", StringComparison.Ordinal))
            return Multipart(body);
        var type = request.Headers.TryGetValue("Content-Type", out var given) ? given : "text/xml";
        var content = body == "raw JPEG" ? new ByteArrayContent(Pictures.Jpeg) : new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    /// <summary>A form from its description, for example: multipart/form-data; field "image", filename "a.jpg", image/jpeg, 3191 bytes.</summary>
    private static MultipartFormDataContent Multipart(string words)
    {
        var quoted = words.Split('"');
        var mediaType = quoted[4].Trim(',', ' ').Split(',')[0];
        return Pictures.Form(Pictures.Of(mediaType), quoted[1], mediaType);
    }
}
