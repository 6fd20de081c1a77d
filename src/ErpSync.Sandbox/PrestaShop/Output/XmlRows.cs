namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Rows as the webservice's XML: every value in CDATA, links as xlink:href.</summary>
internal sealed class XmlRows : RowOutput
{
    private readonly XmlText _xml;

    public XmlRows(View view)
        : base(view) => _xml = new XmlText(Buffer);

    public override void BeginList() => _xml.Raw(XmlText.Head).Open(View.Resource.ListNode).Raw(">\n");

    public override void EndList() => _xml.Close(View.Resource.ListNode).Raw("\n").Raw(XmlText.Foot);

    public override void BeginItems() => _xml.Raw(XmlText.Head);

    public override void EndItems(IReadOnlyList<ApiError> warnings) => _xml.Raw(XmlText.Foot);

    public override void Row(PrestaShopRow row, Echo? echo)
    {
        if (View.IdsOnly)
        {
            _xml.Open(View.Resource.Node).Attribute("id", Stored.Number(row.Id)).Attribute("xlink:href", $"{View.ApiRoot}/{View.Resource.Name}/{row.Id}").Raw("/>\n");
            return;
        }

        _xml.Open(View.Resource.Node).Raw(">\n");
        if (View.ShowId)
            _xml.Raw("\t<id>").Data(Stored.Number(row.Id)).Raw("</id>\n");
        foreach (var field in View.Fields)
        {
            if (field.Localized)
                WriteLanguages(row, field, echo);
            else
                WriteField(row, field, echo);
        }

        if (View.Associations.Count > 0)
            WriteAssociations(row);
        _xml.Close(View.Resource.Node).Raw("\n");
    }

    private void WriteField(PrestaShopRow row, Field field, Echo? echo)
    {
        var cell = Cells.Of(View, row, field, echo);
        _xml.Raw("\t").Open(field.Name);
        if (field.Link is { } link && (!cell.IsFalsy || !field.Name.StartsWith("id_", StringComparison.Ordinal)))
            _xml.Attribute("xlink:href", $"{View.ApiRoot}/{link.Replace("{id}", Stored.Number(row.Id), StringComparison.Ordinal)}/{cell.Text}");
        if (field.Computed && field.Name != "new")
            _xml.Attribute("notFilterable", "true");
        _xml.Raw(">").Data(cell.Text).Close(field.Name).Raw("\n");
    }

    private void WriteLanguages(PrestaShopRow row, Field field, Echo? echo)
    {
        var texts = Cells.Languages(View, row, field, echo);
        _xml.Raw("\t").Open(field.Name).Raw(">");
        foreach (var language in View.Languages)
        {
            var id = Stored.Number(language);
            _xml.Open("language").Attribute("id", id);
            if (texts is not null)
                _xml.Attribute("xlink:href", $"{View.ApiRoot}/languages/{id}");
            _xml.Raw(">").Data(PrestaShopText.Value(texts, language)).Close("language");
        }

        _xml.Close(field.Name).Raw("\n");
    }

    private void WriteAssociations(PrestaShopRow row)
    {
        _xml.Raw("<associations>\n");
        foreach (var (association, columns) in View.Associations)
        {
            _xml.Open(association.Name).Attribute("nodeType", association.Node).Attribute(association.Links is null ? "api" : "virtualEntity", association.Links is null ? association.Api : "true");
            var any = false;
            foreach (var entry in Links.Texts(View, row, association))
            {
                _xml.Raw(any ? "" : ">\n");
                any = true;
                if (association.Links is null)
                    WriteEntry(row, association, columns, entry);
                else
                    WriteVirtual(association, columns, entry);
            }

            if (any)
                _xml.Close(association.Name).Raw("\n");
            else
                _xml.Raw("/>\n");
        }

        _xml.Raw("</associations>\n");
    }

    private void WriteEntry(PrestaShopRow row, Association association, string[] columns, string[] entry)
    {
        var path = association.Node == "image" ? $"images/products/{(row is PrestaShopCombination combination ? combination.ProductId : row.Id)}" : association.Api;
        _xml.Raw("\t").Open(association.Node).Attribute("xlink:href", $"{View.ApiRoot}/{path}/{entry[0]}").Raw(">\n");
        for (var i = 0; i < association.Columns.Length; i++)
        {
            var column = association.Columns[i];
            if (!columns.Contains(column))
                continue;
            _xml.Raw("\t").Open(column);
            if (association.LinkOf(column) is { } link)
                _xml.Attribute("xlink:href", $"{View.ApiRoot}/{link}/{entry[i]}");
            _xml.Raw(">").Data(entry[i]).Close(column).Raw("\n");
        }

        _xml.Raw("\t").Close(association.Node).Raw("\n");
    }

    private void WriteVirtual(Association association, string[] columns, string[] entry)
    {
        _xml.Raw("\t").Open(association.Node).Raw(">\n");
        for (var i = 0; i < association.Columns.Length; i++)
        {
            if (!columns.Contains(association.Columns[i]))
                continue;
            _xml.Raw("\t").Open(association.Columns[i]);
            if (association.Links![i] is { Length: > 0 } link)
                _xml.Attribute("xlink:href", $"{View.ApiRoot}/{link}/{entry[i]}");
            _xml.Raw(">").Data(entry[i]).Close(association.Columns[i]).Raw("\n");
        }

        _xml.Raw("\t").Close(association.Node).Raw("\n");
    }
}
