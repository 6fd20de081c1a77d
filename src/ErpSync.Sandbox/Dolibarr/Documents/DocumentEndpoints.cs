namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of documents, for products.</summary>
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
        NeedProducts(call, DolibarrRights.ProductRead);
        var product = call.Parameter("ref") is { Length: > 0 } reference ? state.Products.FindByRef(reference) : state.Products.Find(call.Int("id", 0));
        if (product is null)
            throw new RestException(404, "Product not found") { Place = Place + ":640" };
        List<DolibarrDocument> found = [.. state.Documents.Where(d => d.ProductId == product.Id)];
        if (found.Count == 0)
            throw new RestException(404, $"Search for modulepart product with Id {call.Parameter("id")} or Ref {product.Ref} does not return any document.") { Place = Place + ":698" };
        Sort(found, call.Parameter("sortfield") ?? "", call.Parameter("sortorder") ?? "");
        return new ListAnswer<DolibarrDocument>(found, _json.Write);
    }

    private Answer Upload(ApiCall call)
    {
        call.Need("filename", "modulepart");
        var module = call.Body.Text("modulepart") ?? "";
        if (module is not ("product" or "produit"))
            throw new RestException(500, $"Modulepart {module} not implemented yet.") { Place = Place + ":922" };
        Access.Need(call, state, DolibarrRights.ProductWrite, "product", Place + ":850");
        var reference = call.Body.Text("ref") ?? "";
        var product = state.Products.FindByRef(reference) ?? throw new RestException(404, $"Object with ref '{reference}' was not found.") { Place = Place + ":934" };
        var name = Texts.FileName(call.Body.Text("filename") ?? "");
        if (DocumentShelf.Find(state, product, name) is not null && call.Body.Int("overwriteifexists") == 0)
            throw new RestException(400, $"File with name '{name}' already exists.") { Place = Place + ":980" };
        var document = DocumentShelf.Put(state, product, name, Content(call.Body));
        if (!state.Is18 && call.Body.Has("cover"))
            document.Cover = call.Body.Int("cover") != 0;
        if (!state.Is18 && call.Body.Has("position"))
            document.Position = call.Body.Int("position");
        return Answer.String(name);
    }

    private Answer Download(ApiCall call)
    {
        NeedParameter(call, "modulepart");
        NeedProducts(call, DolibarrRights.ProductRead);
        var document = Find(call) ?? throw new RestException(404, "File not found") { Place = Place + ":119" };
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
        NeedProducts(call, DolibarrRights.ProductWrite);
        var document = Find(call) ?? throw new RestException(404, "File not found") { Place = Place + ":1060" };
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

    private DolibarrDocument? Find(ApiCall call)
    {
        var path = call.Parameter("original_file") ?? "";
        var cut = path.IndexOf('/', StringComparison.Ordinal);
        if (cut < 0 || state.Products.FindByRef(path[..cut]) is not { } product || product.Ref != path[..cut])
            return null;
        return DocumentShelf.Find(state, product, path[(cut + 1)..]);
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

    private void NeedProducts(ApiCall call, DolibarrRights right)
    {
        Access.Need(call, state, right, "product", Place + ":600");
        if (call.Parameter("modulepart") is not ("product" or "produit"))
            throw new RestException(500, $"Modulepart {call.Parameter("modulepart")} not implemented yet.") { Place = Place + ":690" };
    }

    private static void NeedParameter(ApiCall call, string name)
    {
        if (call.Parameter(name) is null)
            throw new RestException(400, $"`{name}` is required.") { Stage = RestStage.Validate, Place = "Validator.php:436" };
    }
}
