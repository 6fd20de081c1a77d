using System.Text.Json;

namespace ErpSync;

/// <summary>A picture, told apart by its revision within one system. Revisions of two systems are never equal, so only bases can make pictures green.</summary>
public sealed class ImageContentField : FieldType<ImageContent>
{
    /// <summary>The one instance.</summary>
    public static ImageContentField Instance { get; } = new();

    /// <inheritdoc/>
    public override bool AreEqual(ImageContent one, ImageContent other) => Equals(one, other);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, ImageContent value)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(value);
        json.WriteStringValue(value.Revision);
    }

    /// <summary>Reads the revision; the bytes of a picture that was only remembered cannot be opened.</summary>
    /// <param name="json">The JSON value.</param>
    /// <returns>The picture.</returns>
    public override ImageContent Read(JsonElement json) => new(json.GetString() ?? "", "", null)
    {
        OpenAsync = static _ => throw new InvalidOperationException("The bytes of this picture are not stored; read it from its system."),
    };
}
