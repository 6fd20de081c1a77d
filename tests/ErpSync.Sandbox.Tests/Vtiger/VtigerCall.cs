using System.Security.Cryptography;
using System.Text;

namespace ErpSync.Sandbox.Tests.Vtiger;

/// <summary>Requests as the web service wants them.</summary>
internal static class VtigerCall
{
    public static HttpRequestMessage Build(Uri root, HttpMethod method, IEnumerable<(string Name, string Value)> parameters)
    {
        var text = string.Join('&', parameters.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
        return method == HttpMethod.Get
            ? new HttpRequestMessage(method, new Uri(root, "webservice.php?" + text))
            : new HttpRequestMessage(method, new Uri(root, "webservice.php")) { Content = new StringContent(text, Encoding.UTF8, "application/x-www-form-urlencoded") };
    }

    public static string Hash(string token, string accessKey)
    {
#pragma warning disable CA5351 // The server's own scheme.
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(token + accessKey)));
#pragma warning restore CA5351
    }
}
