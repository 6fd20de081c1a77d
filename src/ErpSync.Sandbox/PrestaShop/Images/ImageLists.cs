using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The XML around pictures; in JSON most of it is broken in the real system too.</summary>
internal static class ImageLists
{
    private const string MimeTypes = "image/gif, image/jpg, image/jpeg, image/pjpeg, image/png, image/webp, image/x-png";

    public static Task RootAsync(HttpContext context, ApiRequest request)
    {
        if (request.Json)
            throw Refusal.Unknown("the root of images in JSON");
        var buffer = new ArrayBufferWriter<byte>();
        var xml = new XmlText(buffer).Raw(XmlText.Head).Raw("<image_types>\n");
        foreach (var name in (string[])["general", "products", "categories", "manufacturers", "suppliers", "stores", "customizations"])
        {
            xml.Open(name).Attribute("xlink:href", $"{request.ApiRoot}/images/{name}").Attribute("get", "true").Attribute("put", "false").Attribute("post", "false")
                .Attribute("patch", "false").Attribute("delete", "false").Attribute("head", "true").Attribute("upload_allowed_mimetypes", MimeTypes).Raw("/>\n");
        }

        xml.Raw("</image_types>\n").Raw(XmlText.Foot);
        return Answer.SendAsync(context, 200, Answer.Xml, buffer.WrittenMemory);
    }

    public static Task ProductsAsync(HttpContext context, ApiRequest request, PrestaShopState state)
    {
        if (request.Json)
            throw Refusal.Unknown("the list of images in JSON");
        var buffer = new ArrayBufferWriter<byte>();
        var xml = new XmlText(buffer).Raw(XmlText.Head).Raw("<image_types>\n");
        for (var i = 0; i < ImagesEndpoint.Types.Length; i++)
            Link(xml.Open("image_type").Attribute("id", Stored.Number(i + 1)).Attribute("name", ImagesEndpoint.Types[i]), request, $"image_types/{i + 1}");
        xml.Raw("</image_types>\n<images>\n");
        foreach (var product in state.Images.Select(image => image.ProductId).Distinct().Order())
            Link(xml.Open("image").Attribute("id", Stored.Number(product)), request, $"images/products/{product}");
        xml.Raw("</images>\n").Raw(XmlText.Foot);
        return Answer.SendAsync(context, 200, Answer.Xml, buffer.WrittenMemory);
    }

    public static Task OfProductAsync(HttpContext context, ApiRequest request, PrestaShopState state, int productId)
    {
        var images = state.Images.Of(productId);
        if (images.Count == 0)
            throw Refusal.Empty(404);
        return request.Json ? BrokenJsonAsync(context, state, productId, images) : DeclinationsAsync(context, request, productId, images);
    }

    public static Task UploadedAsync(HttpContext context, ApiRequest request, PrestaShopState state, PrestaShopImage image)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var xml = new XmlText(buffer).Raw(XmlText.Head).Raw("<image>\n");
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
            [("id", Stored.Number(image.Id)), ("id_product", Stored.Number(image.ProductId)), ("position", Stored.Number(image.Position)), ("cover", image.Cover ? "1" : "")])
        {
            xml.Open(name).Raw(">").Data(value).Close(name).Raw("\n");
        }

        xml.Raw("<legend>");
        foreach (var language in state.Languages)
            xml.Open("language").Attribute("id", Stored.Number(language.Id)).Attribute("xlink:href", $"{request.ApiRoot}/languages/{language.Id}").Raw(">").Data("").Close("language");
        xml.Raw("</legend>\n</image>\n<content encode=\"base64\">").Data(Convert.ToBase64String(image.Content)).Raw("</content>\n").Raw(XmlText.Foot);
        return Answer.SendAsync(context, 200, Answer.Xml, buffer.WrittenMemory);
    }

    private static Task DeclinationsAsync(HttpContext context, ApiRequest request, int productId, IReadOnlyList<PrestaShopImage> images)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var xml = new XmlText(buffer).Raw(XmlText.Head).Open("image").Attribute("id", Stored.Number(productId)).Raw(">\n");
        foreach (var image in images)
            Link(xml.Open("declination").Attribute("id", Stored.Number(image.Id)), request, $"images/products/{productId}/{image.Id}");
        xml.Close("image").Raw("\n").Raw(XmlText.Foot);
        return Answer.SendAsync(context, 200, Answer.Xml, buffer.WrittenMemory);
    }

    /// <summary>500: a list under an empty name, a warning per node, and an error that no file is missing from.</summary>
    private static async Task BrokenJsonAsync(HttpContext context, PrestaShopState state, int productId, IReadOnlyList<PrestaShopImage> images)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("");
            WriteId(json, productId, asNumber: false);
            foreach (var image in images)
                WriteId(json, image.Id, state.Edition == Edition.V9);
            json.WriteEndArray();
            var warning = ApiError.Warning("Undefined array key \"objectsNodeName\"", "webservice/WebserviceOutputJSON.php", state.Edition == Edition.V9 ? 107 : 127);
            ErrorOutput.WriteErrors(json, [.. Enumerable.Repeat(warning, images.Count + 1), new ApiError(61, "This image does not exist on disk")]);
            json.WriteEndObject();
        }

        Answer.Head(context, 500, json: true, whole: null);
        await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }

    private static void WriteId(Utf8JsonWriter json, int id, bool asNumber)
    {
        json.WriteStartObject();
        if (asNumber)
            json.WriteNumber("id", id);
        else
            json.WriteString("id", Stored.Number(id));
        json.WriteEndObject();
    }

    private static void Link(XmlText xml, ApiRequest request, string path) => xml.Attribute("xlink:href", $"{request.ApiRoot}/{path}").Raw("/>\n");
}
