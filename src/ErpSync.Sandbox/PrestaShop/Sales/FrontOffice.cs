using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The two pages of the shop front that documents need: the PDF of an invoice, open to who has the order's key, and of a credit slip, open only after login.</summary>
internal static class FrontOffice
{
    private static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"u8.ToArray();

    /// <summary>Answers the request when it is for one of these pages.</summary>
    public static async Task<bool> AnswerAsync(HttpContext context, PhpQuery query, PrestaShopState state)
    {
        if (query["controller"] is not ("pdf-invoice" or "pdf-order-slip") || (context.Request.Path.Value ?? "") is not ("/" or "/index.php" or "/en/" or "/en/index.php"))
            return false;
        var controller = query["controller"]!;
        var canonical = Canonical(state);
        var login = canonical.StartsWith("/en/", StringComparison.Ordinal) ? "/en/login" : "/login";
        if (context.Request.Path.Value != canonical)
            Redirect(context, $"{canonical}?controller={controller}");
        else if (controller == "pdf-order-slip")
            Redirect(context, $"{login}?back=order-follow");
        else if (query["secure_key"] is not { Length: > 0 } key)
            Redirect(context, $"{login}?back=pdf-invoice");
        else
            await InvoiceAsync(context, state, query["id_order"], key);
        return true;
    }

    private static string Canonical(PrestaShopState state) => state.Edition == Edition.V9 ? "/" : state.Languages.Count > 1 ? "/en/index.php" : "/index.php";

    private static void Redirect(HttpContext context, string target)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.Location = $"http://{context.Request.Host.Value}{target}";
    }

    private static async Task InvoiceAsync(HttpContext context, PrestaShopState state, string? id, string key)
    {
        var order = int.TryParse(id, CultureInfo.InvariantCulture, out var number) ? state.Sales.Orders.Find(number) : null;
        var text = order is null || order["secure_key"] != key ? "The invoice was not found." : order.Number("invoice_number") == 0 ? "No invoice is available." : null;
        context.Response.ContentType = text is null ? "application/pdf" : "text/html; charset=utf-8";
        await context.Response.Body.WriteAsync(text is null ? Pdf : Encoding.UTF8.GetBytes(text), context.RequestAborted);
    }
}
