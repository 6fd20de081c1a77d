using System.Net;
using System.Text;

namespace ErpSync.Host;

/// <summary>The desk in a browser: a page per command, a form for those that change something. It listens on this machine only; put a log-in in front of it before it does not.</summary>
internal static class Pages
{
    private static readonly HashSet<string> Reads = ["check", "inspect", "plan", "feeds", "parked", "summary", "explain", "help", "invoice"];

    public static void Map(WebApplication app, Desk desk)
    {
        app.MapGet("/", () => Results.Redirect("/do?c=check"));
        app.MapGet("/do", async (string c, CancellationToken ct) => Words(c) is { } words && Reads.Contains(words.FirstOrDefault() ?? "help") ? await PageAsync(desk, words, ct) : Results.StatusCode(405));
        app.MapPost("/do", async (HttpRequest request, CancellationToken ct) =>
            // A form of another site is not ours, whoever's browser sends it.
            request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"{request.Scheme}://{request.Host}"
                ? Results.StatusCode(403)
                : await PageAsync(desk, Words((await request.ReadFormAsync(ct))["c"].ToString()), ct));
        app.MapGet("/invoices/{order}", async (string order, string customer, string ticket, ISyncDocuments documents, Tickets tickets, CancellationToken ct) =>
        {
            if (!tickets.IsValid(order, customer, ticket))
                return Results.StatusCode(403);
            try
            {
                return await documents.OpenInvoicePdfAsync(Setup.Pair, new RemoteId(order), new RemoteId(customer), "shop", ct) is { } pdf
                    ? Results.Stream(pdf.Content, "application/pdf", pdf.FileName)
                    : Results.NotFound("There is no invoice yet.");
            }
            catch (ConnectorException fault) when (fault.Problem.Kind == ProblemKind.NotFound)
            {
                return Results.NotFound(fault.Problem.Message);
            }
        });
    }

    private static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static async Task<IResult> PageAsync(Desk desk, string[] words, CancellationToken ct)
    {
        var table = await desk.DoAsync(words, ct);
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>ErpSync</title>")
            .Append("<style>body{font:15px system-ui;margin:1.5rem}nav a{margin-right:1rem}table{border-collapse:collapse;margin-top:1rem}td,th{border-bottom:1px solid #ccc;padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top}input{width:30rem}.Green{color:#080}.Orange{color:#b60}.Red,.Error{color:#b00}</style><nav>");
        foreach (var link in new[] { "check", "feeds", "inspect product", "inspect order", "inspect stock-level", "plan", "parked", "summary", "help" })
            page.Append($"<a href=\"/do?c={Uri.EscapeDataString(link)}\">{link}</a>");
        page.Append($"</nav><form method=\"post\" action=\"/do\"><label>Command <input name=\"c\" value=\"{Html(string.Join(' ', words))}\"></label> <button>Do it</button></form><h1>{Html(string.Join(' ', words))}</h1><table><tr>");
        page.AppendJoin("", table.Heads.Select(head => $"<th>{Html(head)}</th>")).Append("</tr>");
        foreach (var row in table.Rows)
            page.Append("<tr>").AppendJoin("", row.Select(cell => $"<td class=\"{Html(cell.Text.Split(' ')[0])}\">{(cell.Address is { } address ? $"<a href=\"{Html(address)}\">{Html(cell.Text)}</a>" : Html(cell.Text))}</td>")).Append("</tr>");
        return Results.Content(page.Append(table.Rows.Count == 0 ? "</table><p>Nothing.</p>" : "</table>").ToString(), "text/html; charset=utf-8");
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
