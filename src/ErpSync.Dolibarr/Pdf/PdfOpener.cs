using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Opens the PDF of a document: the one that was built last, or a new one where there is none. A draft has none.</summary>
/// <typeparam name="T">The document's type.</typeparam>
/// <param name="session">The session.</param>
/// <param name="resource">Where the documents are.</param>
/// <param name="folder">The folder of their files.</param>
/// <param name="module">The name under which they are built.</param>
internal sealed class PdfOpener<T>(TradeSession session, string resource, string folder, string module) : IPdfOpener<T>
    where T : class, IEntity
{
    public async Task<PdfFile?> OpenPdfAsync(RemoteId id, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var row = Numbers.Of(id) is { } number && await run.Client.FindAsync($"{resource}/{JsonValues.Invariant(number)}", cancellationToken) is { } found ? found : throw Parties.Gone(T.Kind, id);
        var reference = row.Text("ref") ?? "";
        if ((row.Text("status") ?? row.Text("statut")) is "0" or null || reference.Length == 0 || reference.StartsWith('('))
            return null;
        var file = $"{reference}/{reference}.pdf";
        var answer = row.Text("last_main_doc") is null ? null : await run.Client.FindAsync($"documents/download?modulepart={folder}&original_file={Uri.EscapeDataString(file)}", cancellationToken);
        answer ??= await run.Client.PutAsync("documents/builddoc", Body(row, file), cancellationToken);
        return Read(answer.Value, id);
    }

    private JsonObject Body(JsonElement row, string file)
    {
        var body = new JsonObject { ["modulepart"] = module, ["original_file"] = file, ["langcode"] = session.Setup.Locale };
        if (row.Text("model_pdf") is { } template)
            body["doctemplate"] = template;
        return body;
    }

    private static PdfFile Read(JsonElement answer, RemoteId id)
    {
        var content = answer.Text("content");
        if (content is null || answer.Text("encoding") is not (null or "base64"))
            throw Unreadable(id);
        try
        {
            return new PdfFile(Path.GetFileName(answer.Text("filename") ?? "document.pdf"), new MemoryStream(Convert.FromBase64String(content), writable: false));
        }
        catch (FormatException)
        {
            throw Unreadable(id);
        }
    }

    private static ConnectorException Unreadable(RemoteId id) => new(new SyncProblem(ProblemKind.Unreadable, "dolibarr.pdf-unreadable", "Dolibarr's answer holds no PDF file.") { EntityKind = T.Kind, Id = id });
}
