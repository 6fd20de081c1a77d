using System.Text.Json;

namespace ErpSync;

/// <summary>Ids as the journal keeps them.</summary>
internal static class JournalText
{
    /// <summary>An id as a JSON text.</summary>
    public static string Of(RemoteId id) => $"\"{JsonEncodedText.Encode(id.Value)}\"";
}
