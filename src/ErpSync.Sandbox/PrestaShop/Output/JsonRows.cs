using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Rows as the webservice's JSON: empty lists are <c>[]</c>, single items leave out falsy values, empty associations vanish.</summary>
internal sealed class JsonRows : RowOutput
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly Utf8JsonWriter _json;
    private bool _begun;

    public JsonRows(View view)
        : base(view) => _json = new Utf8JsonWriter(Buffer, Options);

    public override void BeginList()
    {
    }

    public override void EndList()
    {
        if (!_begun)
        {
            _json.WriteStartArray();
            _json.WriteEndArray();
            return;
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    public override void BeginItems()
    {
        _json.WriteStartObject();
        _json.WritePropertyName(View.Resource.Node);
        _begun = true;
    }

    public override void EndItems(IReadOnlyList<ApiError> warnings)
    {
        if (warnings.Count > 0)
            ErrorOutput.WriteErrors(_json, warnings);
        _json.WriteEndObject();
    }

    public override void Row(PrestaShopRow row, Echo? echo)
    {
        if (!_begun)
        {
            _begun = true;
            _json.WriteStartObject();
            _json.WriteStartArray(View.Resource.ListNode);
        }

        _json.WriteStartObject();
        if (View.ShowId)
        {
            if (echo is null)
                _json.WriteNumber("id"u8, row.Id);
            else
                _json.WriteString("id"u8, row.Id.ToString(CultureInfo.InvariantCulture));
        }

        if (!View.IdsOnly)
        {
            foreach (var field in View.Fields)
                WriteField(row, field, echo);
            WriteAssociations(row);
        }

        _json.WriteEndObject();
    }

    protected override void Flush() => _json.Flush();

    private void WriteField(PrestaShopRow row, Field field, Echo? echo)
    {
        if (field.Localized)
        {
            WriteLanguages(row, field, echo);
            return;
        }

        var cell = Cells.Of(View, row, field, echo);
        if (View.DropFalsy && cell.IsFalsy)
            return;
        _json.WritePropertyName(field.Name);
        WriteCell(cell);
    }

    private void WriteLanguages(PrestaShopRow row, Field field, Echo? echo)
    {
        var texts = Cells.Languages(View, row, field, echo);
        if (texts is null && View.DropFalsy)
            return;
        if (View.Languages is [var only])
        {
            var text = PrestaShopText.Value(texts, only);
            if (!View.DropFalsy || text.Length > 0)
                _json.WriteString(field.Name, text);
            return;
        }

        _json.WriteStartArray(field.Name);
        foreach (var language in View.Languages)
        {
            _json.WriteStartObject();
            WriteNumber("id", language, View.Edition == Edition.V9 && !View.LanguagesNamed);
            _json.WriteString("value"u8, PrestaShopText.Value(texts, language));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteAssociations(PrestaShopRow row)
    {
        var begun = false;
        foreach (var (association, columns) in View.Associations)
        {
            var any = false;
            foreach (var entry in Links.Texts(View, row, association))
            {
                if (!begun)
                    _json.WriteStartObject("associations"u8);
                if (!any)
                    _json.WriteStartArray(association.Name);
                begun = any = true;
                _json.WriteStartObject();
                for (var i = 0; i < association.Columns.Length; i++)
                {
                    if (columns.Contains(association.Columns[i]))
                        WriteEntry(association.Columns[i], entry[i], View.Edition == Edition.V9 && !association.Texts.Contains(association.Columns[i]));
                }

                _json.WriteEndObject();
            }

            if (any)
                _json.WriteEndArray();
        }

        if (begun)
            _json.WriteEndObject();
    }

    private void WriteNumber(string name, int value, bool asNumber)
    {
        if (asNumber)
            _json.WriteNumber(name, value);
        else
            _json.WriteString(name, Stored.Number(value));
    }

    private void WriteEntry(string name, string value, bool asNumber)
    {
        _json.WritePropertyName(name);
        WriteCell(new Cell(asNumber ? CellKind.Number : CellKind.Text, value));
    }

    private void WriteCell(Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Number:
                _json.WriteRawValue(cell.Text, skipInputValidation: true);
                break;
            case CellKind.Null:
                _json.WriteNullValue();
                break;
            case CellKind.False:
                _json.WriteBooleanValue(false);
                break;
            default:
                _json.WriteStringValue(cell.Text);
                break;
        }
    }
}
