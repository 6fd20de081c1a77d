using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of variant attributes and their values.</summary>
internal sealed class AttributeEndpoints
{
    private const string Place = "api_products.class.php";

    private readonly DolibarrState _state;
    private readonly ObjectTemplate<DolibarrAttribute> _attribute;
    private readonly ObjectTemplate<DolibarrAttributeValue> _value;

    public AttributeEndpoints(DolibarrState state)
    {
        _state = state;
        _attribute = new ObjectTemplate<DolibarrAttribute>(AttributeTemplates.Attribute, new Dictionary<string, Action<Utf8JsonWriter, DolibarrAttribute>>(StringComparer.Ordinal)
        {
            ["id"] = (w, a) => w.WriteStringValue(Numbers.Text(a.Id)),
            ["ref"] = (w, a) => w.WriteStringValue(a.Ref),
            ["ref_ext"] = (w, a) => w.WriteStringValue(a.RefExt),
            ["label"] = (w, a) => w.WriteStringValue(a.Label),
            ["position"] = (w, a) => w.WriteStringValue(Numbers.Text(a.Position)),
        });
        _value = new ObjectTemplate<DolibarrAttributeValue>(AttributeTemplates.Value, new Dictionary<string, Action<Utf8JsonWriter, DolibarrAttributeValue>>(StringComparer.Ordinal)
        {
            ["id"] = (w, v) => w.WriteStringValue(Numbers.Text(v.Id)),
            ["ref"] = (w, v) => w.WriteStringValue(v.Ref),
            ["fk_product_attribute"] = (w, v) => w.WriteStringValue(Numbers.Text(v.AttributeId)),
            ["value"] = (w, v) => w.WriteStringValue(v.Value),
        });
    }

    public Answer? Route(ApiCall call)
    {
        var right = call.Method switch { "GET" => DolibarrRights.ProductRead, "DELETE" => DolibarrRights.ProductDelete, _ => DolibarrRights.ProductWrite };
        Access.Need(call, _state, right, "product", Place + ":1300");
        return (call.Method, call.Segments) switch
        {
            ("GET", [_, _]) => List(call),
            ("POST", [_, _]) => Post(call),
            ("GET", [_, _, "ref", var reference]) => ByRef(_state.Attributes.FirstOrDefault(a => Collation.AreEqual(a.Ref, reference))),
            ("GET", [_, _, "ref_ext", var refExt]) => ByRef(_state.Attributes.FirstOrDefault(a => Collation.AreEqual(a.RefExt, refExt))),
            ("GET", [_, _, "values", _]) => OneValue(Value(call)),
            ("PUT", [_, _, "values", _]) => PutValue(call, Value(call)),
            ("DELETE", [_, _, "values", _]) => DeleteValue(Value(call)),
            ("GET", [_, _, _]) => One(Attribute(call)),
            ("PUT", [_, _, _]) => Put(call, Attribute(call)),
            ("DELETE", [_, _, _]) => Delete(Attribute(call)),
            ("GET", [_, _, _, "values"]) => Values(Attribute(call)),
            ("POST", [_, _, _, "values"]) => PostValue(call, Attribute(call)),
            _ => null,
        };
    }

    private Answer List(ApiCall call)
    {
        var request = ListRequest.From(call, _state, "t.ref");
        return new RowQuery<DolibarrAttribute>(_state, Columns, "product attribute", Place + ":1340")
            .Answer(_state.Attributes, request, (w, a) => _attribute.Write(w, a, request.Properties), paginates: false);
    }

    private Answer Post(ApiCall call)
    {
        call.Need("ref", "label");
        var reference = (call.Body.Text("ref") ?? "").ToUpperInvariant();
        if (_state.Attributes.Any(a => Collation.AreEqual(a.Ref, reference)))
            throw new RestException(500, "Error creating new attribute") { Place = Place + ":1413" };
        var attribute = new DolibarrAttribute { Ref = reference, Label = call.Body.Text("label") ?? "", RefExt = call.Body.Text("ref_ext") ?? "", Position = _state.Attributes.Count + 1 };
        return Answer.Number(_state.Insert(_state.Attributes, attribute).Id);
    }

    private Answer Put(ApiCall call, DolibarrAttribute attribute)
    {
        attribute.Ref = call.Body.Text("ref")?.ToUpperInvariant() ?? attribute.Ref;
        attribute.Label = call.Body.Text("label") ?? attribute.Label;
        attribute.RefExt = call.Body.Text("ref_ext") ?? attribute.RefExt;
        attribute.Modified = _state.Now;
        return One(attribute);
    }

    private Answer Delete(DolibarrAttribute attribute)
    {
        foreach (var value in _state.AttributeValues.Where(v => v.AttributeId == attribute.Id).ToList())
            _state.AttributeValues.Remove(value.Id);
        _state.Attributes.Remove(attribute.Id);
        return Answer.Number(1);
    }

    private static Answer One(DolibarrAttribute attribute) => Answer.Of(w =>
    {
        w.WriteStartObject();
        w.WriteString("id", Numbers.Text(attribute.Id));
        w.WriteNumber("entity", 1);
        w.WriteString("ref", attribute.Ref);
        w.WriteString("ref_ext", attribute.RefExt);
        w.WriteString("label", attribute.Label);
        w.WriteString("position", Numbers.Text(attribute.Position));
        w.WriteNumber("is_used_by_products", 0);
        w.WriteEndObject();
    });

    private static Answer ByRef(DolibarrAttribute? found)
    {
        var attribute = found ?? throw new RestException(404, "Attribute not found") { Place = Place + ":1370" };
        return Answer.Of(w =>
        {
            w.WriteStartObject();
            w.WriteNumber("id", attribute.Id);
            w.WriteString("ref", attribute.Ref);
            w.WriteString("ref_ext", attribute.RefExt);
            w.WriteString("label", attribute.Label);
            w.WriteNumber("rang", attribute.Position);
            w.WriteNumber("position", attribute.Position);
            w.WriteString("entity", "1");
            w.WriteNumber("is_used_by_products", 0);
            w.WriteEndObject();
        });
    }

    private Answer Values(DolibarrAttribute attribute) =>
        new ListAnswer<DolibarrAttributeValue>([.. _state.AttributeValues.Where(v => v.AttributeId == attribute.Id)], (w, v) => _value.Write(w, v));

    private Answer PostValue(ApiCall call, DolibarrAttribute attribute)
    {
        call.Need("ref", "value");
        var reference = (call.Body.Text("ref") ?? "").ToUpperInvariant();
        if (_state.AttributeValues.Any(v => v.AttributeId == attribute.Id && Collation.AreEqual(v.Ref, reference)))
            throw new RestException(500, "Error creating new attribute value") { Place = Place + ":1720" };
        return Answer.Number(_state.Insert(_state.AttributeValues, new DolibarrAttributeValue { AttributeId = attribute.Id, Ref = reference, Value = call.Body.Text("value") ?? "" }).Id);
    }

    private Answer PutValue(ApiCall call, DolibarrAttributeValue value)
    {
        value.Ref = call.Body.Text("ref")?.ToUpperInvariant() ?? value.Ref;
        value.Value = call.Body.Text("value") ?? value.Value;
        value.Modified = _state.Now;
        return OneValue(value);
    }

    private Answer DeleteValue(DolibarrAttributeValue value)
    {
        _state.AttributeValues.Remove(value.Id);
        return Answer.Number(1);
    }

    private static Answer OneValue(DolibarrAttributeValue value) => Answer.Of(w =>
    {
        w.WriteStartObject();
        w.WriteNumber("id", value.Id);
        w.WriteNumber("fk_product_attribute", value.AttributeId);
        w.WriteString("ref", value.Ref);
        w.WriteString("value", value.Value);
        w.WriteEndObject();
    });

    private DolibarrAttribute Attribute(ApiCall call) =>
        _state.Attributes.Find(call.Id(2)) ?? throw new RestException(404, "Attribute not found") { Place = Place + ":1365" };

    private DolibarrAttributeValue Value(ApiCall call) =>
        _state.AttributeValues.Find(call.Id(3)) ?? throw new RestException(404, "Attribute value not found") { Place = Place + ":1600" };

    private Columns<DolibarrAttribute> Columns => new(new Dictionary<string, Func<DolibarrAttribute, Cell>>(StringComparer.OrdinalIgnoreCase)
    {
        ["t.rowid"] = a => Cell.Of(a.Id),
        ["t.ref"] = a => Cell.Of(a.Ref),
        ["t.ref_ext"] = a => Cell.Of(a.RefExt),
        ["t.label"] = a => Cell.Of(a.Label),
        ["t.position"] = a => Cell.Of(a.Position),
    });
}
