using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Reads an uploaded picture: a multipart form with a file field named image. PHP reads no form on a true PUT.</summary>
internal static class Upload
{
    private const string Missing = "Please set an \"image\" parameter with image data for value";

    public static async Task<byte[]> ReadAsync(HttpContext context, Edition edition)
    {
        if (context.Request.Method != "POST" || !context.Request.HasFormContentType)
            throw Refusal.Of(400, 76, Missing);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var file = form.Files.GetFile("image") ?? throw Refusal.Of(400, 76, Missing);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, context.RequestAborted);
        return Reencoder.Encode(bytes.ToArray(), takesWebp: edition != Edition.V17)
            ?? throw Refusal.Of(400, 76, $"Image upload error : Image format not recognized, allowed formats are: gif, jpg, jpeg, jpe, png{(edition == Edition.V17 ? "" : ", webp")}");
    }
}
