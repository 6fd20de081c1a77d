namespace ErpSync.Http;

/// <summary>What a successful answer must hold.</summary>
public enum ExpectedBody
{
    /// <summary>One JSON value: an object, an array, or a bare number or text.</summary>
    Json,

    /// <summary>One XML document.</summary>
    Xml,

    /// <summary>A file (image, PDF): anything but a web page, and not empty.</summary>
    File,

    /// <summary>Nothing that matters: an empty body is fine, whatever comes is not looked at.</summary>
    Any,
}
