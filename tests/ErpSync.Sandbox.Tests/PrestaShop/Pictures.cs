namespace ErpSync.Sandbox.Tests.PrestaShop;

/// <summary>Small pictures to upload.</summary>
internal static class Pictures
{
    public static byte[] Jpeg { get; } = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AH//Z");

    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Webp { get; } = Convert.FromBase64String("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    public static byte[] Of(string mediaType) => mediaType switch
    {
        "image/png" => Png,
        "image/webp" => Webp,
        _ => Jpeg,
    };

    public static MultipartFormDataContent Form(byte[] picture, string field = "image", string mediaType = "image/jpeg") => new()
    {
        { new ByteArrayContent(picture) { Headers = { ContentType = new(mediaType) } }, field, "a.jpg" },
    };
}
