using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The filter in front of the API: paths and query values that look like an attack are answered 403 in HTML. Bodies are not looked at.</summary>
internal static partial class Firewall
{
    public static Answer? Check(string path, IQueryCollection query)
    {
        if (path.AsSpan().IndexOfAny(":;\"'<>?(){}$%") >= 0)
            return Refuse("PHP_SELF");
        foreach (var (name, values) in query)
        {
            if (Attack().IsMatch(name + "=" + values) || values.ToString().Contains('"', StringComparison.Ordinal))
                return Refuse(name);
        }

        return null;
    }

    private static Answer Refuse(string name) =>
        Answer.Html(403, $"Access refused to 127.0.0.1 by SQL or Script injection protection in main.inc.php:analyseVarsForSqlAndScriptsInjection paramkey={name}");

    [GeneratedRegex(@"union.+select|select\s+from|insert\s+into|delete\s+from|create\s+table|into\s+(outfile|dumpfile)|information_schema|<\s*script|<\s*svg|javascript\s*:|vbscript\s*:|user\s*\(|\bon[a-z]{3,}\s*=\s*['""]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attack();
}
