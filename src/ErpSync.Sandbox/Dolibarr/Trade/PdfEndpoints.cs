using System.Text;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Builds and hands out the PDF files of orders, invoices and shipments.</summary>
internal sealed class PdfEndpoints(DolibarrState state)
{
    private const string Place = "api_documents.class.php";

    /// <summary>The answer; null when the request is about files of something else.</summary>
    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("PUT", [_, "builddoc"]) => Build(call),
        ("GET", [_, "download"]) when Folder(call.Parameter("modulepart")) is { } folder => Download(call, folder),
        _ => null,
    };

    private Answer Build(ApiCall call)
    {
        call.Need("modulepart");
        var module = call.Body.Text("modulepart") switch { "invoice" or "facture" => "facture", "order" or "commande" => "commande", "shipment" or "expedition" => "expedition", _ => null };
        if (module is null)
            return DolibarrRouter.NotSimulated;
        var path = call.Body.Text("original_file") ?? "";
        var name = path[(path.LastIndexOf('/') + 1)..];
        var record = Find(module, Path.GetFileNameWithoutExtension(name)) ?? throw new RestException(404, module == "facture" ? "Invoice not found" : module == "commande" ? "Order not found" : "Shipment not found") { Place = Place + ":170" };
        var content = Encoding.ASCII.GetBytes($"%PDF-1.7\n% {record["ref"]}\n%%EOF\n");
        record["last_main_doc"] = $"{module}/{record["ref"]}/{record["ref"]}.pdf";
        _files[record["last_main_doc"]!] = content;
        return File(name, content, call.Body.Text("langcode") ?? "", isBuilt: true);
    }

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    private Answer Download(ApiCall call, string folder)
    {
        var path = $"{folder}/{call.Parameter("original_file")}";
        return _files.TryGetValue(path, out var content) ? File(path[(path.LastIndexOf('/') + 1)..], content, "", isBuilt: false) : throw new RestException(404, "File not found") { Place = Place + ":119" };
    }

    private static Answer File(string name, byte[] content, string language, bool isBuilt) => Answer.Of(w =>
    {
        w.WriteStartObject();
        w.WriteString("filename", name);
        w.WriteString("content-type", "application/pdf");
        w.WriteNumber("filesize", content.Length);
        w.WriteBase64String("content", content);
        if (isBuilt)
            w.WriteString("langcode", language);
        if (isBuilt)
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

    private static string? Folder(string? module) => module switch { "facture" or "invoice" => "facture", "commande" or "order" => "commande", "expedition" or "shipment" => "expedition", _ => null };
}
