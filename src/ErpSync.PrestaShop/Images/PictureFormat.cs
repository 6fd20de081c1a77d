namespace ErpSync.PrestaShop.Images;

/// <summary>Tells the format of a picture by its first bytes: systems often name another one.</summary>
internal static class PictureFormat
{
    /// <summary>The media type and the ending of a file name; JPEG where the bytes say nothing.</summary>
    public static (string MediaType, string Ending) Of(ReadOnlySpan<byte> picture) =>
        picture.Length > 4 && picture[0] == 0x89 && picture[1..4].SequenceEqual("PNG"u8) ? ("image/png", ".png")
        : picture.StartsWith("GIF8"u8) ? ("image/gif", ".gif")
        : picture.Length > 12 && picture.StartsWith("RIFF"u8) && picture[8..12].SequenceEqual("WEBP"u8) ? ("image/webp", ".webp")
        : picture.Length > 12 && picture[4..8].SequenceEqual("ftyp"u8) && picture[8..12].StartsWith("avi"u8) ? ("image/avif", ".avif")
        : ("image/jpeg", ".jpg");
}
