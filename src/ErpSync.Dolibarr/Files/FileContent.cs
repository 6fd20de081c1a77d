using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Fetches the content of files.</summary>
internal static class FileContent
{
    /// <param name="client">The connection.</param>
    /// <param name="module">The word for the kind of owner, for example <c>product</c> or <c>commande</c>.</param>
    /// <param name="file">The file.</param>
    /// <param name="kind">The kind that a problem names.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <exception cref="ConnectorException">The answer holds no Base64, or the request failed.</exception>
    public static async Task<byte[]> DownloadAsync(DolibarrClient client, string module, DocumentRow file, EntityKind kind, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync($"documents/download?modulepart={module}&original_file={Uri.EscapeDataString(file.File)}", cancellationToken);
        return Read(answer, file.File, kind, client.Connection);
    }

    /// <summary>The content of an answer.</summary>
    /// <exception cref="ConnectorException">It is no Base64.</exception>
    public static byte[] Read(JsonElement answer, string file, EntityKind kind, string? connection = null)
    {
        try
        {
            return Convert.FromBase64String(answer.Text("content") ?? "");
        }
        catch (FormatException fault)
        {
            throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, "dolibarr.file-unreadable", $"The content of {file} is not Base64.") { Connection = connection, EntityKind = kind }, fault);
        }
    }
}
