using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Answers images/…: pictures of products, and one picture per category or brand.</summary>
internal sealed class ImagesEndpoint(PrestaShopState state)
{
    public static readonly string[] Types = ["cart_default", "home_default", "large_default", "medium_default", "small_default"];

    public Task AnswerAsync(HttpContext context, ApiRequest request)
    {
        var path = request.Segments[1..];
        return path switch
        {
            [] => request.IsRead ? ImageLists.RootAsync(context, request) : throw Refusal.Unknown("writing the root of images"),
            ["products"] => request.IsRead ? ImageLists.ProductsAsync(context, request, state) : throw Refusal.Unknown("writing images/products without an id"),
            ["products", var product] => OfProductAsync(context, request, Number(product)),
            ["products", var product, var image, .. var type] => OneAsync(context, request, Number(product), Number(image), type),
            ["categories" or "manufacturers" or "suppliers", var id] => OtherAsync(context, request, path[0], Number(id)),
            _ => throw Refusal.Unknown($"images/{string.Join('/', path)}"),
        };
    }

    private async Task OfProductAsync(HttpContext context, ApiRequest request, int productId)
    {
        switch (request.Method)
        {
            case "GET" or "HEAD":
                await ImageLists.OfProductAsync(context, request, state, productId);
                return;
            case "POST":
                break;
            default:
                throw Refusal.Unknown($"{request.Method} on the pictures of a product");
        }

        if (state.Products.Find(productId) is null)
            throw Refusal.Of(400, 76, $"Product {productId} does not exist");
        var image = state.Images.Add(productId, await Upload.ReadAsync(context, state.Edition));
        if (request.Json)
            await SendAsync(context, image.Content);
        else
            await ImageLists.UploadedAsync(context, request, state, image);
    }

    private async Task OneAsync(HttpContext context, ApiRequest request, int productId, int imageId, string[] type)
    {
        var image = state.Images.Find(imageId) is { } found && found.ProductId == productId ? found : throw Refusal.Of(400, 57, "This image id does not exist");
        switch (request.Method)
        {
            case "GET" or "HEAD":
                if (type is [var size] && !Types.Contains(size))
                    throw Refusal.Unknown($"the image size '{size}'");
                await SendAsync(context, type.Length == 0 ? image.Content : Reencoder.Encode(image.Content) ?? image.Content);
                return;
            case "DELETE":
                state.Images.Remove(imageId);
                return;
            case "PUT":
                image.Content = await Upload.ReadAsync(context, state.Edition);
                if (request.Json)
                    await SendAsync(context, image.Content);
                else
                    await ImageLists.UploadedAsync(context, request, state, image);
                return;
            default:
                throw Refusal.Unknown($"{request.Method} on a picture");
        }
    }

    private async Task OtherAsync(HttpContext context, ApiRequest request, string resource, int id)
    {
        var exists = resource switch
        {
            "categories" => state.Categories.Find(id) is not null,
            "suppliers" => state.Suppliers.Find(id) is not null,
            _ => state.Manufacturers.Find(id) is not null,
        };
        if (!exists)
            throw Refusal.Unknown($"the picture of a record of {resource} that does not exist");
        byte[]? content;
        lock (state.Gate)
            content = state.OtherImages.GetValueOrDefault((resource, id));
        switch (request.Method)
        {
            case "GET" or "HEAD":
                await SendAsync(context, content ?? throw Refusal.Unknown($"a record of {resource} without a picture"));
                return;
            case "DELETE":
                lock (state.Gate)
                    state.OtherImages.Remove((resource, id));
                return;
            case "POST" when content is not null:
                throw Refusal.Of(400, 65, "This image already exists. To modify it, please use the PUT method");
            default:
                var upload = await Upload.ReadAsync(context, state.Edition);
                lock (state.Gate)
                    state.OtherImages[(resource, id)] = upload;
                await SendAsync(context, upload);
                return;
        }
    }

    private static Task SendAsync(HttpContext context, byte[] content) => Answer.SendAsync(context, 200, "image/jpeg", content);

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
