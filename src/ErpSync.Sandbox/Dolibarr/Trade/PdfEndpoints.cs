using System.Text;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Builds the PDF files of orders, invoices and shipments; they are handed out like other files.</summary>
internal sealed class PdfEndpoints(DolibarrState state)
{
    private const string Place = "api_documents.class.php";

    /// <summary>The answer; null when the request is about files of something else.</summary>
    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("PUT", [_, "builddoc"]) => Build(call),
        _ => null,
    };

    private Answer Build(ApiCall call)
    {
        call.Need("modulepart");
        if (DocumentOwner.ElementOf(call.Body.Text("modulepart")) is not { } module || module == "product")
            return DolibarrRouter.NotSimulated;
        var path = call.Body.Text("original_file") ?? "";
        var name = path[(path.LastIndexOf('/') + 1)..];
        var record = Find(module, Path.GetFileNameWithoutExtension(name)) ?? throw new RestException(404, module == "facture" ? "Invoice not found" : module == "commande" ? "Order not found" : "Shipment not found") { Place = Place + ":170" };
        var content = Encoding.ASCII.GetBytes($"%PDF-1.7\n% {record["ref"]}\n%%EOF\n");
        record["last_main_doc"] = $"{module}/{record["ref"]}/{record["ref"]}.pdf";
        DocumentShelf.Put(state, new DocumentOwner(module, record.Id, record["ref"] ?? ""), name, content).IsGenerated = true;
        return File(name, content, call.Body.Text("langcode") ?? "");
    }

    private static Answer File(string name, byte[] content, string language) => Answer.Of(w =>
    {
        w.WriteStartObject();
        w.WriteString("filename", name);
        w.WriteString("content-type", "application/pdf");
        w.WriteNumber("filesize", content.Length);
        w.WriteBase64String("content", content);
        w.WriteString("langcode", language);
        w.WriteString("template", "crabe");
        w.WriteString("encoding", "base64");
        w.WriteEndObject();
    });

    private DolibarrRecord? Find(string module, string reference) => module switch
    {
        "facture" => state.Invoices.FirstOrDefault(invoice => invoice["ref"] == reference),
        "commande" => state.Orders.FirstOrDefault(order => order["ref"] == reference),
        _ => state.Shipments.FirstOrDefault(shipment => shipment["ref"] == reference),
    };
}
