using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>
/// Judges errors by code and status, never by message: messages come in the site's language. A refund that is refused answers 500 and still is a refusal;
/// an update of a missing record answers 400; a page of HTML is a host's, not the shop's.
/// </summary>
internal static class WooErrors
{
    private static readonly HashSet<string> Doubles =
    [
        "product_invalid_sku", "product_invalid_global_unique_id", "term_exists", "registration-error-email-exists", "woocommerce_rest_coupon_code_already_exists", "woocommerce_rest_tax_class_exists", "registration-error-username-exists",
    ];

    /// <summary>Judges every answer for the transport.</summary>
    public static SyncProblem? ReadProblem(AnswerHead head)
    {
        var status = (int)head.Status;
        if (status < 400)
            return null;
        using var document = head.TryReadJson();
        if (document is null || document.RootElement.ValueKind != JsonValueKind.Object || document.RootElement.Text("code") is null)
            return Foreign(head, status);
        var verdict = Judge(head.Origin.Method, status, document.RootElement);
        return verdict is null ? null : head.Problem(verdict.Kind, verdict.Code, verdict.Message) with { Remedy = verdict.Remedy, Field = verdict.Field };
    }

    /// <summary>Judges an error object, of an answer or of an element of a batch; null when the status says it all.</summary>
    public static SyncProblem? Judge(string method, int status, JsonElement error)
    {
        var code = error.Text("code") ?? "";
        var data = error.Get("data");
        if (data.ValueKind == JsonValueKind.Object && data.Whole("status") is { } told)
            status = (int)told;
        var isWrite = method is not ("GET" or "HEAD");
        if (status == 401 || (status == 403 && code is "invalid_username" or "incorrect_password"))
            return Refused(isWrite, code);
        if (status == 403)
            return Forbidden(method, code);
        if (code == "rest_no_route")
            return Problem(ProblemKind.Unsupported, WooCodes.NoRoute, "This WooCommerce has no such route: the version lacks it, or the feature is off.");
        if (Doubles.Contains(code))
            return Double(code, data);
        if (code == "woocommerce_rest_product_not_created")
            return Problem(ProblemKind.Duplicate, WooCodes.InBin, "WooCommerce did not create the product: its SKU belongs to another one, most likely in the bin.") with { Field = nameof(Product.Reference), Remedy = "Look under Products, Trash: restore it or delete it for good." };
        if (status is 404 or 410 || (status == 400 && (code.EndsWith("_invalid_id", StringComparison.Ordinal) || code is "woocommerce_rest_term_invalid" or "woocommerce_rest_taxonomy_invalid")))
            return Problem(ProblemKind.NotFound, WooCodes.NotFound, "WooCommerce has no such record.");
        return status >= 500 ? Failed(status, code, data) : Business(status, code, data);
    }

    private static SyncProblem Refused(bool isWrite, string code)
    {
        if (isWrite && code == "woocommerce_rest_authentication_error")
            return Problem(ProblemKind.Denied, WooCodes.RightMissing, "The key is refused for writing: its permission is read only, or its secret or signature is wrong.") with { Remedy = "Give the key the permission Read/Write under WooCommerce, Settings, Advanced, REST API." };
        return Problem(ProblemKind.Unauthorized, WooCodes.KeyRefused, code == "woocommerce_rest_authentication_error"
            ? "WooCommerce refuses the key: wrong secret or signature, a clock that is more than 15 minutes wrong, or a key that may only write."
            : "WooCommerce does not know who asks: the key is unknown, or it did not arrive.") with
        {
            Remedy = "Check ConsumerKey and ConsumerSecret, and that permalinks are not Plain. Over http only OAuth works; behind a proxy that ends TLS set HTTPS=on; where the host drops the Authorization header use Authentication = Query.",
        };
    }

    private static SyncProblem Forbidden(string method, string code) => code.Contains("cannot", StringComparison.Ordinal)
        ? Problem(ProblemKind.Denied, WooCodes.RightMissing, $"The key's user may not {(method is "GET" or "HEAD" ? "read" : "write")} this.") with { Remedy = "Make the user of the key a shop manager or administrator." }
        : Problem(ProblemKind.Rejected, WooCodes.Rejected, $"WooCommerce refuses this ({code}).");

    private static SyncProblem Double(string code, JsonElement data)
    {
        var holder = data.Whole("resource_id") is { } id ? $" It belongs to {JsonValues.Invariant(id)}." : "";
        var (field, what) = code switch
        {
            "product_invalid_sku" => (nameof(Product.Reference), "this SKU"),
            "product_invalid_global_unique_id" => (nameof(Product.Barcode), "this GTIN"),
            "term_exists" => (nameof(Category.Name), "this name"),
            "registration-error-email-exists" => (nameof(Customer.Email), "this e-mail address"),
            _ => (null, "this value"),
        };
        return Problem(ProblemKind.Duplicate, WooCodes.Duplicate, $"WooCommerce has another record with {what}.{holder}") with { Field = field };
    }

    // Refusals of refunds answer 500 with the bare status in place of data.
    private static SyncProblem? Failed(int status, string code, JsonElement data)
    {
        if (data.ValueKind == JsonValueKind.Number || code == "woocommerce_rest_cannot_create_order_refund")
            return Problem(ProblemKind.Rejected, WooCodes.Rejected, $"WooCommerce refuses this ({code}).");
        if (status == 501)
            return Problem(ProblemKind.Rejected, WooCodes.Rejected, $"WooCommerce does not do this without force ({code}).");
        return null;
    }

    private static SyncProblem Business(int status, string code, JsonElement data)
    {
        if (status == 413)
            return Problem(ProblemKind.Rejected, WooCodes.TooMany, "The batch holds more than WooCommerce takes.") with { Remedy = "Lower the option BatchSize." };
        if (code is "rest_invalid_param" or "rest_missing_callback_param")
        {
            var field = Fields(data.Get("params")).FirstOrDefault();
            return Problem(ProblemKind.Rejected, WooCodes.FieldInvalid, $"WooCommerce refuses the value of {field ?? "a field":field}.") with { Field = field };
        }

        if (code is "woocommerce_product_image_upload_error" or "woocommerce_product_invalid_image_id")
            return Problem(ProblemKind.Rejected, WooCodes.Image, "The shop could not take a picture: it must be reachable for the shop at a public address on port 80, 443 or 8080, and be a picture.") with { Field = nameof(ProductImage.Content) };
        return Problem(ProblemKind.Rejected, WooCodes.Rejected, $"WooCommerce refuses this ({code}).");
    }

    private static SyncProblem? Foreign(AnswerHead head, int status)
    {
        var isHtml = head.ContentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true || head.Opening.Span.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
        if (!isHtml || status is 429 or 503)
            return null;
        if (status == 404)
            return head.Problem(ProblemKind.Misconfigured, WooCodes.NoApi, "There is no WordPress API at this address: the answer is a page of the site.") with { Remedy = "Check BaseAddress, and set the permalinks to anything but Plain (Settings, Permalinks)." };
        return status is 401 or 403 or 406
            ? head.Problem(ProblemKind.Unavailable, WooCodes.Blocked, "The host or a security plugin answered with a page of its own instead of the shop.") with { Remedy = "Allow /wp-json/wc/v3/ for this machine; where PUT and DELETE are blocked set OverrideMethods." }
            : null;
    }

    private static IEnumerable<string> Fields(JsonElement names) => names.ValueKind switch
    {
        JsonValueKind.Array => names.EnumerateArray().Select(name => name.ToString()),
        JsonValueKind.Object => names.EnumerateObject().Select(name => name.Name),
        _ => [],
    };

    private static SyncProblem Problem(ProblemKind kind, string code, MessageText message) => new(kind, code, message);
}
