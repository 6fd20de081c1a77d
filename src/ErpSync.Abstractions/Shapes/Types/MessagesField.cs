using System.Text.Json;

namespace ErpSync;

/// <summary>The messages about a document; compared by their words and by who may read them, in any order.</summary>
public sealed class MessagesField : ListField<DocumentMessage>
{
    /// <summary>The one instance.</summary>
    public static MessagesField Instance { get; } = new();

    /// <inheritdoc/>
    protected override string Key(DocumentMessage item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return (item.IsPrivate ? "private|" : "|") + TextField.AnyCaseCanonical(item.Text);
    }

    /// <inheritdoc/>
    protected override void WriteItem(Utf8JsonWriter json, DocumentMessage item)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(item);
        json.WriteStartObject();
        json.Part(nameof(item.At), InstantField.Instance, item.At);
        json.Text(nameof(item.Author), item.Author);
        json.WriteBoolean(nameof(item.IsPrivate), item.IsPrivate);
        json.Text(nameof(item.Text), item.Text);
        json.WriteEndObject();
    }

    /// <inheritdoc/>
    protected override DocumentMessage ReadItem(JsonElement json) => new()
    {
        At = json.Part(nameof(DocumentMessage.At), InstantField.Instance),
        Author = json.Text(nameof(DocumentMessage.Author)),
        IsPrivate = json.GetProperty(nameof(DocumentMessage.IsPrivate)).GetBoolean(),
        Text = json.Text(nameof(DocumentMessage.Text)) ?? "",
    };

    /// <inheritdoc/>
    protected override string DisplayItem(DocumentMessage item) => item?.Text ?? "";
}
