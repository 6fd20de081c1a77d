namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of documents, for products, orders, invoices and shipments. Files of shipments can be read and not uploaded.</summary>
internal sealed class DocumentEndpoints(DolibarrState state)
{
    private const string Place = "api_documents.class.php";

    private readonly DocumentJson _json = new(state);

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_]) => List(call),
        ("DELETE", [_]) => Delete(call),
        ("GET", [_, "download"]) => Download(call),
        ("POST", [_, "upload"]) => Upload(call),
        _ => null,
    };

    private Answer List(ApiCall call)
    {
        NeedParameter(call, "modulepart");
        var element = NeedElement(call, isWrite: false);
        var owner = DocumentOwner.Find(state, element, call.Int("id", 0), call.Parameter("ref"))
            ?? throw new RestException(404, element switch { "commande" => "Order not found", "facture" => "Invoice not found", "expedition" => "Shipment not found", _ => "Product not found" }) { Place = Place + ":640" };
        List<DolibarrDocument> found = [.. DocumentShelf.Of(state, owner)];
        if (found.Count == 0)
            throw new RestException(404, $"Search for modulepart {call.Parameter("modulepart")} with Id {call.Parameter("id")} or Ref {owner.Reference} does not return any document.") { Place = Place + ":698" };
        Sort(found, call.Parameter("sortfield") ?? "", call.Parameter("sortorder") ?? "");
        return new ListAnswer<DolibarrDocument>(found, _json.Write);
    }

    private Answer Upload(ApiCall call)
    {
        call.Need("filename", "modulepart");
        var module = call.Body.Text("modulepart") ?? "";
        if (DocumentOwner.ElementOf(module) is not { } element || element == "expedition")
            throw new RestException(500, $"Modulepart {module} not implemented yet.") { Place = Place + ":922" };
        Need(call, element, isWrite: true, ":850");
        var reference = call.Body.Text("ref") ?? "";
        var owner = DocumentOwner.Find(state, element, 0, reference.Length > 0 ? reference : "?") ?? throw new RestException(404, $"Object with ref '{reference}' was not found.") { Place = Place + ":934" };
        var name = Texts.FileName(call.Body.Text("filename") ?? "");
        if (DocumentShelf.Find(state, owner, name) is not null && call.Body.Int("overwriteifexists") == 0)
            throw new RestException(400, $"File with name '{name}' already exists.") { Place = Place + ":980" };
        var document = DocumentShelf.Put(state, owner, name, Content(call.Body));
        if (!state.Is18 && call.Body.Has("cover"))
            document.Cover = call.Body.Int("cover") != 0;
        if (!state.Is18 && call.Body.Has("position"))
            document.Position = call.Body.Int("position");
        return Answer.String(name);
    }

    private Answer Download(ApiCall call)
    {
        NeedParameter(call, "modulepart");
        var document = Find(call, NeedElement(call, isWrite: false)) ?? throw new RestException(404, "File not found") { Place = Place + ":119" };
        return Answer.Of(w =>
        {
            w.WriteStartObject();
            w.WriteString("filename", document.Name);
            w.WriteString("content-type", DocumentJson.TypeOf(document.Name));
            w.WriteNumber("filesize", document.Content.Length);
            w.WriteBase64String("content", document.Content.Span);
            w.WriteString("encoding", "base64");
            w.WriteEndObject();
        });
    }

    private Answer Delete(ApiCall call)
    {
        NeedParameter(call, "modulepart");
        var document = Find(call, NeedElement(call, isWrite: true)) ?? throw new RestException(404, "File not found") { Place = Place + ":1060" };
        state.Documents.Remove(document.Id);
        return Answer.Success("Document deleted");
    }

    /// <summary>Content in base64, or as text. Broken base64 is an empty file.</summary>
    private static byte[] Content(RequestBody body)
    {
        var text = body.Text("filecontent") ?? "";
        if (body.Text("fileencoding") != "base64")
            return System.Text.Encoding.UTF8.GetBytes(text);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : [];
    }

    private DolibarrDocument? Find(ApiCall call, string element)
    {
        var path = call.Parameter("original_file") ?? "";
        var cut = path.IndexOf('/', StringComparison.Ordinal);
        return cut < 0 || DocumentOwner.Find(state, element, 0, path[..cut]) is not { } owner || owner.Reference != path[..cut] ? null : DocumentShelf.Find(state, owner, path[(cut + 1)..]);
    }

    private static void Sort(List<DolibarrDocument> documents, string field, string order)
    {
        // Without an order the newest position comes first for position_name, as recorded; names sort as they are.
        documents.Sort(field switch
        {
            "position_name" => (a, b) => ComparePositions(b, a),
            "date" => (a, b) => a.Modified.CompareTo(b.Modified),
            "size" => (a, b) => a.Content.Length.CompareTo(b.Content.Length),
            _ => (a, b) => string.CompareOrdinal(a.Name, b.Name),
        });
        if (string.Equals(order, "desc", StringComparison.OrdinalIgnoreCase) && field != "position_name")
            documents.Reverse();
        else if (string.Equals(order, "asc", StringComparison.OrdinalIgnoreCase) && field == "position_name")
            documents.Reverse();
    }

    private static int ComparePositions(DolibarrDocument left, DolibarrDocument right) =>
        left.Position.CompareTo(right.Position) is var order and not 0 ? order : string.CompareOrdinal(left.Name, right.Name);

    private string NeedElement(ApiCall call, bool isWrite)
    {
        var element = DocumentOwner.ElementOf(call.Parameter("modulepart"));
        Need(call, element ?? "product", isWrite, ":600");
        return element ?? throw new RestException(500, $"Modulepart {call.Parameter("modulepart")} not implemented yet.") { Place = Place + ":690" };
    }

    private void Need(ApiCall call, string element, bool isWrite, string line) => Access.Need(call, state, (element, isWrite) switch
    {
        ("commande", false) => DolibarrRights.OrderRead,
        ("commande", true) => DolibarrRights.OrderWrite,
        ("facture", false) => DolibarrRights.InvoiceRead,
        ("facture", true) => DolibarrRights.InvoiceWrite,
        ("expedition", false) => DolibarrRights.ShipmentRead,
        ("expedition", true) => DolibarrRights.ShipmentWrite,
        (_, false) => DolibarrRights.ProductRead,
        _ => DolibarrRights.ProductWrite,
    }, element, Place + line);

    private static void NeedParameter(ApiCall call, string name)
    {
        if (call.Parameter(name) is null)
            throw new RestException(400, $"`{name}` is required.") { Stage = RestStage.Validate, Place = "Validator.php:436" };
    }
}
