using System.Text;
using System.Text.RegularExpressions;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Makes a stand-in tell another version than the recorded one that it plays, and notes what is sent: shows what the connector asks of versions that were not recorded.</summary>
internal sealed class OtherVersion(string version, ICollection<(string Method, string Path, string Body)> sent) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (sent)
            sent.Add((request.Method.Method, request.RequestUri!.PathAndQuery, body));
        var answer = await base.SendAsync(request, cancellationToken);
        if (!request.RequestUri!.AbsolutePath.EndsWith("/status", StringComparison.Ordinal))
            return answer;
        var told = Regex.Replace(await answer.Content.ReadAsStringAsync(cancellationToken), "(\"dolibarr_version\"\\s*:\\s*\")[^\"]*", "${1}" + version, RegexOptions.None, TimeSpan.FromSeconds(1));
        answer.Content = new StringContent(told, Encoding.UTF8, "application/json");
        return answer;
    }
}
