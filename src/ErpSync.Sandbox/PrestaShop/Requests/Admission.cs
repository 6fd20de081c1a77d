using System.Text;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Lets requests in or turns them away, in the order of the real webservice: switched on, key, shop, resource, method.</summary>
internal sealed class Admission(PrestaShopSandbox shop)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];

    public ApiRequest Admit(HttpContext context, ApiRequest request)
    {
        if (!shop.WebserviceEnabled)
            throw Refusal.Of(503, 22, "The PrestaShop webservice is disabled. Please activate it in the PrestaShop Back Office");
        var key = Authenticate(context, request);
        context.Response.Headers["PSWS-Version"] = shop.Version;
        if (request.Query["id_group_shop"] is { } group && !shop.State.Shops.Any(known => known["id_shop_group"] == group))
            throw Refusal.Of(500, 999, "This shop group doesn't have shops");
        var admitted = request with { Key = key, Shop = ShopOf(request) };
        if (request.Segments.Length > 0)
            CheckResource(request, key);
        return admitted;
    }

    private PrestaShopKey Authenticate(HttpContext context, ApiRequest request)
    {
        var text = BasicUser(context) ?? request.Query["ws_key"];
        if (string.IsNullOrEmpty(text))
            throw new UnauthorizedException();
        if (text.Length != 32)
            throw Refusal.Of(401, 18, "Invalid authentication key format");
        return shop.Keys.Find(text) is { Active: true } key
            ? key
            : throw new Refusal(401, new ApiError(20, "Authentification key is not active"), new ApiError(21, "No permission for this authentication key"));
    }

    private string? BasicUser(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (shop.DropAuthorizationHeader || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(header[6..].Trim())).Split(':', 2)[0];
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static int ShopOf(ApiRequest request) => request.Query["id_shop"] switch
    {
        null => request.Query.Has("id_group_shop") ? 0 : 1,
        "all" => 0,
        var id => int.TryParse(id, out var number) ? number : 1,
    };

    private void CheckResource(ApiRequest request, PrestaShopKey key)
    {
        var name = ResourceNames.Of(shop.Edition).FirstOrDefault(known => known.Name == request.Resource);
        if (name is null)
        {
            var names = ResourceNames.Of(shop.Edition).Select(known => known.Name).ToArray();
            throw Refusal.Of(400, 27, $"Resource of type \"{request.Resource}\" does not exists. Did you mean: \"{Guesses.Closest(request.Resource, names)}\"? The full list is: \"{string.Join("\", \"", names)}\"");
        }

        if (!key.Knows(request.Resource))
            throw Refusal.Of(401, 26, $"Resource of type \"{request.Resource}\" is not allowed with this authentication key");
        if (!Methods.Contains(request.Method) || (request.Method == "PATCH" && shop.Edition == Edition.V17))
            throw Refusal.Of(405, 23, $"Method {request.Method} is not valid");
        if (name.Forbidden.Contains(request.Method))
            throw Refusal.Of(405, 101, $"Method {request.Method} is not allowed for the resource {request.Resource}");
        if (!key.May(request.Resource, request.Method))
            throw Refusal.Of(405, 25, $"Method {request.Method} is not allowed for the resource {request.Resource} with this authentication key");
    }
}
